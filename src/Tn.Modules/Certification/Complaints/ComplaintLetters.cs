namespace Tn.Certification.Complaints;

/// <summary>What is written to the client, and to the consultant.</summary>
internal static class ComplaintLetters
{
    /// <summary>The one-time link. It says nothing of what was written: it may reach somebody who wrote nothing.</summary>
    public static Letter Confirm(Complaint complaint, string code) => new(
        "Confirmez votre réclamation",
        [
            $"Quelqu’un, vous sans doute, a écrit au programme une réclamation au sujet du certificat {complaint.CertificateNumber}, en donnant votre adresse.",
            $"Confirmez-la au plus tard le {Due(complaint)}. Sans confirmation, elle n’est lue par personne, et son contenu est effacé.",
            "Si vous n’avez rien écrit, ne faites rien.",
        ],
        "Confirmer ma réclamation",
        $"/reclamations/confirmer/{code}");

    public static Letter Confirmed(Complaint complaint) => new(
        "Votre réclamation est transmise au comité",
        [
            $"Votre réclamation au sujet du certificat {complaint.CertificateNumber} est transmise au comité des partenaires privés. Il dit si elle est recevable au plus tard le {Due(complaint)}.",
            "Si elle l’est, le consultant lit ce que vous avez écrit et votre nom, mais pas votre adresse, et peut répondre. Nous vous écrirons la décision.",
        ]);

    public static Letter Outcome(Complaint complaint) => new(
        "La suite donnée à votre réclamation",
        [
            $"Vous aviez écrit au programme au sujet du certificat {complaint.CertificateNumber}. {OutcomeOf(complaint)}",
            .. complaint.DecisionReasons.Length > 0 ? new[] { $"Les motifs du comité : {complaint.DecisionReasons}" } : [],
            "Une réclamation ne règle pas un litige commercial : vous gardez tous vos droits devant un médiateur ou un tribunal.",
        ]);

    public static Letter Admitted(Complaint complaint) => new(
        $"Une réclamation vous concerne : répondez avant le {French.ShortDate(complaint.DueOn!.Value)}",
        [
            $"Un client a écrit au programme au sujet de votre certificat {complaint.CertificateNumber}, et le comité a jugé sa réclamation recevable. Rien n’est décidé.",
            $"Vous pouvez lire ce qu’il écrit et répondre jusqu’au {Due(complaint)}. Le comité décidera ensuite, avec ou sans réponse.",
        ],
        "Lire et répondre",
        "/mon-parcours/reclamations");

    public static Letter Closed(Complaint complaint) => new(
        "Une réclamation qui vous concerne est décidée",
        [OutcomeOf(complaint), $"Les motifs du comité : {complaint.DecisionReasons}"],
        "Voir la réclamation",
        "/mon-parcours/reclamations");

    private static string OutcomeOf(Complaint complaint) => complaint.State switch
    {
        ComplaintState.Inadmissible => "La réclamation n’est pas recevable.",
        ComplaintState.Dismissed => "Le comité n’y donne pas suite.",
        ComplaintState.Reminded => "Le comité a rappelé la règle au consultant.",
        ComplaintState.SanctionProposed => "Le comité juge la réclamation fondée, et doit décider d’une sanction.",
        _ => "Le comité a prononcé une sanction. La page de vérification du certificat dit ce qui vaut aujourd’hui.",
    };

    private static string Due(Complaint complaint) => French.Date(complaint.DueOn!.Value);
}

namespace Tn.Certification.Exam.Publication;

/// <summary>What the candidate is written about a result.</summary>
internal static class ExamLetter
{
    /// <summary>The result, published.</summary>
    public static Letter Of(Sitting sitting, Verdict verdict) => new(
        verdict.Passed ? "Épreuve de connaissances : vous avez réussi" : "Épreuve de connaissances : le résultat",
        [
            verdict.Passed
                ? $"Vous avez obtenu {verdict.Percent} % à l’épreuve ; il en fallait {verdict.Rules.PassPercent} %. Vient maintenant l’étude de cas."
                : $"Vous avez obtenu {verdict.Percent} % à l’épreuve. Il fallait {verdict.Rules.PassPercent} % en tout et {verdict.Rules.BlockPassPercent} % dans chaque thème.",
            verdict.Passed
                ? "Vous recevrez un cas quand vous le demanderez, depuis votre parcours ; le délai pour le rendre court à partir de là."
                : "Le résultat par thème vous dit quoi revoir. La page de l’épreuve donne la date de la prochaine tentative possible.",
        ],
        "Voir le résultat",
        Address(sitting));

    /// <summary>What the desk decided of a sitting, with its reason.</summary>
    public static Letter Of(Sitting sitting, SittingTrigger decision, string reason) => new(
        $"Épreuve de connaissances : {Subject(decision)}",
        [Sentence(decision), $"Motif : {reason}"],
        "Voir où en est l’épreuve",
        Address(sitting));

    /// <summary>The same result or another, reckoned anew.</summary>
    public static Letter Rescored(Sitting sitting, Verdict verdict, string reason) => new(
        "Épreuve de connaissances : votre résultat a été recalculé",
        [
            $"Votre résultat a été recalculé : {verdict.Percent} %, épreuve {(verdict.Passed ? "réussie" : "non réussie")}.",
            $"Motif : {reason}",
        ],
        "Voir le résultat",
        Address(sitting));

    private static string Subject(SittingTrigger decision) => decision switch
    {
        SittingTrigger.Cancel => "votre épreuve est annulée",
        SittingTrigger.Uncancel => "votre épreuve est rétablie",
        SittingTrigger.Reject => "votre épreuve est écartée",
        SittingTrigger.Unreject => "votre épreuve n’est plus écartée",
        _ => "votre résultat est retiré",
    };

    private static string Sentence(SittingTrigger decision) => decision switch
    {
        SittingTrigger.Cancel => "L’épreuve ne compte pas : votre tentative vous est rendue, et vous pouvez la repasser sans attendre.",
        SittingTrigger.Uncancel => "L’annulation est levée. Le résultat sera publié par le comité ; vous n’avez rien à faire.",
        SittingTrigger.Reject => "Le comité a écarté votre épreuve pour fraude. La tentative est utilisée. Vous pouvez former un recours.",
        SittingTrigger.Unreject => "La décision qui écartait votre épreuve est levée. Le résultat sera publié par le comité ; vous n’avez rien à faire.",
        _ => "Le comité a retiré le résultat publié pour l’examiner de nouveau. Il sera publié à la fin de cet examen ; vous n’avez rien à faire.",
    };

    private static string Address(Sitting sitting) => $"/mon-parcours/epreuve/{sitting.Id}/resultat";
}

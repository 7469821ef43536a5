namespace Tn.Certification.Appeals;

/// <summary>What is written to the appellant and to the panel.</summary>
internal static class AppealLetters
{
    public static Letter Lodged(Appeal appeal) => Of(
        "Votre recours est déposé",
        $"Votre recours contre {Contested(appeal)} est déposé. Le comité dit s’il est recevable au plus tard le {Due(appeal)}.",
        "D’autres personnes que celles qui ont décidé l’examineront. Nous vous écrirons à chaque étape.");

    public static Letter Admitted(Appeal appeal) => Of(
        "Votre recours est recevable",
        $"Votre recours contre {Contested(appeal)} est recevable. Trois personnes qui n’ont pas pris part à la décision, une par collège, ont été tirées au sort pour l’examiner.",
        $"Elles décident au plus tard le {Due(appeal)}.");

    public static Letter Inadmissible(Appeal appeal, string reason) => Of(
        "Votre recours n’est pas recevable en l’état",
        $"Votre recours contre {Contested(appeal)} n’est pas recevable en l’état : {reason}",
        $"Vous pouvez le compléter jusqu’au {Due(appeal)} : il sera alors examiné de nouveau.");

    public static Letter Decided(Appeal appeal) => appeal.State == AppealState.Overturned
        ? Of(
            "Votre recours est accueilli",
            $"La formation de recours a annulé {Contested(appeal)}.",
            $"Ses motifs : {string.Join(' ', appeal.DecisionReasons)}",
            appeal.Effect)
        : Of(
            "Votre recours est rejeté",
            $"La formation de recours a confirmé {Contested(appeal)}.",
            $"Ses motifs : {string.Join(' ', appeal.DecisionReasons)}",
            "C’est la dernière décision du programme sur cette question. Vous gardez le droit de saisir le tribunal judiciaire, et vous pouvez reprendre votre parcours quand vous le souhaitez.");

    public static Letter Closed(Appeal appeal) => Of(
        "Votre recours est clos",
        $"Votre recours contre {Contested(appeal)} n’a pas été complété dans le délai : il est clos sans examen.");

    public static Letter Called(Appeal appeal) => new(
        $"Un recours vous est confié : dossier {appeal.File.Number}",
        [
            $"Vous avez été tiré au sort pour examiner le recours de {appeal.File.DisplayName}, dossier {appeal.File.Number}.",
            $"La décision est attendue au plus tard le {Due(appeal)}. Si un lien vous gêne, déportez-vous : une autre personne sera tirée au sort.",
        ],
        "Ouvrir le recours",
        $"/comites/jury/recours/{appeal.Id}");

    /// <summary>The contested decision in words that follow « contre », « annulé » or « confirmé ».</summary>
    public static string Contested(Appeal appeal)
    {
        var day = French.ShortDate(French.Day(appeal.ContestedAt));
        return appeal.Ground switch
        {
            AppealGround.NotAdmissible => $"la décision de non-recevabilité du {day}",
            AppealGround.Rejected => $"le refus de certification du {day}",
            AppealGround.Suspended => $"la suspension du {day}",
            _ => $"le retrait du {day}",
        };
    }

    private static string Due(Appeal appeal) => appeal.DueOn is { } day ? French.Date(day) : "jour fixé par le règlement";

    private static Letter Of(string subject, params string[] paragraphs) => new(subject, paragraphs, "Voir mon recours", "/mon-parcours/recours");
}

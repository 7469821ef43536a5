namespace Tn.Certification.CaseStudies;

/// <summary>What is written to the candidate and to the markers.</summary>
internal static class CaseStudyLetters
{
    /// <summary>Says nothing of the candidate: markers are blind.</summary>
    public static Letter Called(CaseStudy work) => new(
        "Une étude de cas vous est confiée",
        [
            $"Vous avez été tiré au sort pour noter une étude de cas : « {work.SubjectTitle} ». Vous ne savez pas de qui elle est, et vous ne voyez pas les notes d’un autre correcteur avant d’avoir donné les vôtres.",
            $"Vos notes sont attendues au plus tard le {French.Date(work.DueOn!.Value)}.",
        ],
        "Noter l’étude de cas",
        $"/comites/etudes-de-cas/{work.Id}");

    public static Letter Marked(CaseStudyResult result) => new(
        "Votre étude de cas est notée",
        [
            $"Les correcteurs ont noté votre étude de cas : {result.Mean.ToString("0.0", French.Culture)} sur 4 en moyenne des cinq critères. Leurs remarques se lisent sur sa page.",
            "Votre dossier passe au jury, qui lira ce résultat avec le reste. Vous n’avez rien à faire.",
        ],
        "Lire les remarques",
        "/mon-parcours/etude-de-cas");

    public static Letter DueSoon(CaseStudy work) => new(
        $"Votre étude de cas est à remettre le {French.ShortDate(work.DueOn!.Value)}",
        [$"Il vous reste jusqu’au {French.Date(work.DueOn.Value)}, inclus, pour remettre votre étude de cas « {work.SubjectTitle} ». Passé ce jour, un autre cas sera tiré au sort."],
        "Ouvrir mon étude de cas",
        "/mon-parcours/etude-de-cas");

    public static Letter Expired() => new(
        "Le délai de votre étude de cas est passé",
        ["Votre étude de cas n’a pas été remise à temps. Rien n’est perdu : vous pouvez recevoir un autre cas quand vous le souhaitez."],
        "Recevoir un autre cas",
        "/mon-parcours/etude-de-cas");
}

using Tn.Certification.Certificates;

namespace Tn.Certification.Jury;

/// <summary>The letter that notifies a decision: what, why, what next, and the ways of appeal.</summary>
internal static class JuryLetter
{
    public static Letter Of(JuryCase one, Certificate? certificate, RuleInForce appeal, DateTimeOffset now)
    {
        var paragraphs = new List<string>
        {
            $"Le jury a examiné votre dossier {one.File.Number} et a rendu sa décision : {JuryWords.Of(one.Decision!.Value).ToLowerInvariant()}.",
            $"Ses motifs : {string.Join(' ', one.Minutes!.Reasons)}",
        };
        if (certificate is not null)
        {
            paragraphs.Add($"Votre certificat {certificate.Number} vaut du {French.ShortDate(certificate.From)} au {French.ShortDate(certificate.Until)}, pour : {string.Join(", ", certificate.Axes.Select(Axes.NameOf))}.");
        }

        if (one.Minutes.Prescriptions.Count > 0)
        {
            paragraphs.Add($"Ce qu’il vous demande avant de revenir : {string.Join(' ', one.Minutes.Prescriptions)}");
        }

        if (one.Minutes.DeferredUntil is { } back)
        {
            // A first certification is brought back on that day; a renewal is the holder's to ask for again.
            paragraphs.Add(one.IsRenewal
                ? $"Votre renouvellement peut revenir devant le jury à partir du {French.Date(back)} : demandez-le alors de nouveau depuis votre espace (/mon-parcours/renouvellement)."
                : $"Votre dossier revient devant le jury le {French.Date(back)}.");
        }

        paragraphs.Add(AppealSentence(appeal, now));
        return new Letter(
            $"Décision du jury : {JuryWords.Of(one.Decision.Value).ToLowerInvariant()}",
            paragraphs,
            certificate is null ? "Voir mon parcours" : "Voir mon certificat",
            certificate is null ? "/mon-parcours" : "/mon-parcours/certificat");
    }

    /// <summary>How to contest, until when, before whom.</summary>
    public static string AppealSentence(RuleInForce appeal, DateTimeOffset now) =>
        $"Vous pouvez contester cette décision jusqu’au {French.Date(French.Day(now).AddDays(appeal.Number))} ({appeal.Article}) depuis votre espace, à la page « Mon recours » (/mon-parcours/recours) : il sera examiné par d’autres personnes que celles qui ont décidé.";
}

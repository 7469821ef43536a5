using Tn.Content.Pages;
using Tn.Platform.Pdf;
using Tn.Platform.Web;

namespace Tn.Content.Review.Minutes;

/// <summary>The minutes on paper, over as many pages as they take.</summary>
internal sealed class MinutesPdf(Labels words, Sentences book, Microsoft.Extensions.Options.IOptions<SiteOptions> site)
{
    // Minutes are French, whoever asks for them.
    private readonly Labels labels = words.InFrench;
    private readonly Sentences sentences = book.InFrench;

    /// <summary>The file's bytes.</summary>
    public byte[] Draw(ReviewMinutes minutes)
    {
        var title = $"Procès-verbal : {minutes.Submission.Title}";
        return PdfSheet.Draw(new PdfInfo(title, site.Value.Name, minutes.Decision.At), sheet =>
        {
            var page = new PdfFlow(sheet);
            page.Write(site.Value.Name, new PdfText(11, Color: PdfText.Quiet));
            page.Write(title, new PdfText(20, Strong: true));
            page.Write($"{labels.Trigger(minutes.Decision.Trigger)}, le {French.Moment(minutes.Decision.At)}. {minutes.Decision.Reason}.", PdfFlow.Body);
            WriteDocuments(page, minutes);
            WritePresence(page, minutes);
            WriteVotes(page, minutes);
            WriteDates(page, minutes);
        });
    }

    private void WriteDocuments(PdfFlow page, ReviewMinutes minutes)
    {
        page.Head("Documents");
        foreach (var document in minutes.Submission.Documents)
        {
            page.Write($"{document.Title} ({labels.Type(document.ContentType)}), version {document.VersionId}", PdfFlow.Body);
            page.Write($"Empreinte {document.Hash}", PdfFlow.Small);
        }

        page.Write($"Empreinte du dossier, à laquelle chaque voix est liée : {minutes.Submission.ContentHash}", PdfFlow.Small);
    }

    private void WritePresence(PdfFlow page, ReviewMinutes minutes)
    {
        page.Head("Présence");
        page.Write($"{French.Count(minutes.Present, "membre présent", "membres présents")} sur {minutes.Eligible} pouvant voter ; {minutes.PresenceNeeded} nécessaires ({minutes.Presence.Article}, {minutes.Presence.Decision}).", PdfFlow.Body);
        foreach (var line in minutes.Lines)
        {
            page.Write($"{line.Name} : {sentences.Of(WordOf(line.Attendance))}", PdfFlow.Body);
        }
    }

    private void WriteVotes(PdfFlow page, ReviewMinutes minutes)
    {
        page.Head("Voix");
        var tally = minutes.Tally;
        page.Write($"{tally.Approvals} pour, {tally.Requests} avec modifications, {tally.Rejections} contre, {French.Count(tally.Abstentions, "abstention", "abstentions")}. Quorum de {minutes.Quorum.Number} voix ({minutes.Quorum.Article}, {minutes.Quorum.Decision}).", PdfFlow.Body);
        foreach (var line in minutes.Lines.Where(line => line.Vote is not null))
        {
            page.Write($"{line.Name}, le {French.Moment(line.Vote!.At)} : {labels.Voted(line.Vote.Choice)}", new PdfText(11, Strong: true));
            page.Write(line.Vote.Reason.Length > 0 ? $"«\u00a0{line.Vote.Reason}\u00a0»" : "Sans raison donnée.", PdfFlow.Body);
            foreach (var former in line.Former)
            {
                page.Write($"D’abord, le {French.Moment(former.At)} : {labels.Voted(former.Choice)}, «\u00a0{former.Reason}\u00a0»", PdfFlow.Small);
            }
        }
    }

    private void WriteDates(PdfFlow page, ReviewMinutes minutes)
    {
        page.Head("Dates");
        foreach (var step in minutes.Submission.History.OrderBy(step => step.Number))
        {
            page.Write($"{French.Moment(step.At)} : {labels.Trigger(step.Trigger)}, {step.ActorName}. {step.Reason}", PdfFlow.Small);
        }

        page.Write(minutes.IsWhole ? $"L’historique est entier ; dernière empreinte {minutes.Submission.History.MaxBy(step => step.Number)!.Hash}." : "L’historique ne se suit pas : il a été modifié hors du site.", PdfFlow.Small);
    }

    /// <summary>The sentence's code of how a member stood.</summary>
    public static string WordOf(Attendance attendance) => attendance switch
    {
        Attendance.Voted => "review.attendance.voted",
        Attendance.Abstained => "review.attendance.abstained",
        Attendance.Recused => "review.attendance.recused",
        Attendance.OwnWork => "review.attendance.own-work",
        _ => "review.attendance.absent",
    };
}

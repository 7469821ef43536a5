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
            var page = new Flow(sheet);
            page.Write(site.Value.Name, new PdfText(11, Color: PdfText.Quiet));
            page.Write(title, new PdfText(20, Strong: true));
            page.Write($"{labels.Trigger(minutes.Decision.Trigger)}, le {French.Moment(minutes.Decision.At)}. {minutes.Decision.Reason}.", Flow.Body);
            WriteDocuments(page, minutes);
            WritePresence(page, minutes);
            WriteVotes(page, minutes);
            WriteDates(page, minutes);
        });
    }

    private void WriteDocuments(Flow page, ReviewMinutes minutes)
    {
        page.Head("Documents");
        foreach (var document in minutes.Submission.Documents)
        {
            page.Write($"{document.Title} ({labels.Type(document.ContentType)}), version {document.VersionId}", Flow.Body);
            page.Write($"Empreinte {document.Hash}", Flow.Small);
        }

        page.Write($"Empreinte du dossier, à laquelle chaque voix est liée : {minutes.Submission.ContentHash}", Flow.Small);
    }

    private void WritePresence(Flow page, ReviewMinutes minutes)
    {
        page.Head("Présence");
        page.Write($"{French.Count(minutes.Present, "membre présent", "membres présents")} sur {minutes.Eligible} pouvant voter ; {minutes.PresenceNeeded} nécessaires ({minutes.Presence.Article}, {minutes.Presence.Decision}).", Flow.Body);
        foreach (var line in minutes.Lines)
        {
            page.Write($"{line.Name} : {sentences.Of(WordOf(line.Attendance))}", Flow.Body);
        }
    }

    private void WriteVotes(Flow page, ReviewMinutes minutes)
    {
        page.Head("Voix");
        var tally = minutes.Tally;
        page.Write($"{tally.Approvals} pour, {tally.Requests} avec modifications, {tally.Rejections} contre, {French.Count(tally.Abstentions, "abstention", "abstentions")}. Quorum de {minutes.Quorum.Number} voix ({minutes.Quorum.Article}, {minutes.Quorum.Decision}).", Flow.Body);
        foreach (var line in minutes.Lines.Where(line => line.Vote is not null))
        {
            page.Write($"{line.Name}, le {French.Moment(line.Vote!.At)} : {labels.Voted(line.Vote.Choice)}", new PdfText(11, Strong: true));
            page.Write(line.Vote.Reason.Length > 0 ? $"«\u00a0{line.Vote.Reason}\u00a0»" : "Sans raison donnée.", Flow.Body);
            foreach (var former in line.Former)
            {
                page.Write($"D’abord, le {French.Moment(former.At)} : {labels.Voted(former.Choice)}, «\u00a0{former.Reason}\u00a0»", Flow.Small);
            }
        }
    }

    private void WriteDates(Flow page, ReviewMinutes minutes)
    {
        page.Head("Dates");
        foreach (var step in minutes.Submission.History.OrderBy(step => step.Number))
        {
            page.Write($"{French.Moment(step.At)} : {labels.Trigger(step.Trigger)}, {step.ActorName}. {step.Reason}", Flow.Small);
        }

        page.Write(minutes.IsWhole ? $"L’historique est entier ; dernière empreinte {minutes.Submission.History.MaxBy(step => step.Number)!.Hash}." : "L’historique ne se suit pas : il a été modifié hors du site.", Flow.Small);
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

    /// <summary>Writes down the page and on to the next. A long paragraph is written in pieces, so that none runs off a page.</summary>
    private sealed class Flow(PdfSheet sheet)
    {
        public static readonly PdfText Body = new(11);
        public static readonly PdfText Small = new(9, Color: PdfText.Quiet);
        private const float Column = PdfSheet.Width - 2 * PdfSheet.Margin;
        private const float Bottom = PdfSheet.Height - PdfSheet.Margin;

        // About six lines: what is measured before it is written.
        private const int PieceLength = 500;
        private float baseline = PdfSheet.Margin + 20;

        public void Head(string words)
        {
            Room(60);
            baseline += 12;
            Write(words, new PdfText(14, Strong: true));
        }

        public void Write(string words, PdfText style)
        {
            foreach (var line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var piece in Pieces(line))
                {
                    Room(style.Leading * (2 + piece.Length * style.Size * 0.6f / Column));
                    baseline = sheet.Paragraph(piece, PdfSheet.Margin, baseline, Column, style);
                }
            }

            baseline += 3;
        }

        private void Room(float height)
        {
            if (baseline + height > Bottom)
            {
                sheet.NextPage();
                baseline = PdfSheet.Margin + 20;
            }
        }

        /// <summary>Cut at spaces; a word longer than a line is cut where it must.</summary>
        private static IEnumerable<string> Pieces(string line)
        {
            while (line.Length > PieceLength)
            {
                var space = line.LastIndexOf(' ', PieceLength);
                var cut = space > 0 ? space : 80;
                yield return line[..cut];
                line = line[cut..].TrimStart();
            }

            yield return line;
        }
    }
}

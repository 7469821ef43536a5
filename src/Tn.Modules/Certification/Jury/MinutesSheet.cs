using Tn.Certification.Verification;
using Tn.Platform.Pdf;

namespace Tn.Certification.Jury;

/// <summary>A meeting's minutes on paper: who was present, and each decision with its votes, reasons and recusals.</summary>
internal static class MinutesSheet
{
    private const float Left = PdfSheet.Margin;
    private const float Inner = PdfSheet.Width - 2 * PdfSheet.Margin;
    private const float Bottom = PdfSheet.Height - PdfSheet.Margin;

    private static readonly PdfText Title = new(20, Strong: true);
    private static readonly PdfText Heading = new(13, Strong: true);
    private static readonly PdfText Body = new(10.5f);
    private static readonly PdfText Small = new(9, Color: PdfText.Quiet);

    /// <summary>The minutes as of an instant, as PDF. The one place where they would be sealed: the bytes are complete when this returns.</summary>
    public static byte[] Draw(JuryMeeting meeting, IReadOnlyList<JuryCase> cases, SiteAddress site, DateTimeOffset now) =>
        PdfSheet.Draw(new PdfInfo($"Procès-verbal de la séance du {French.ShortDate(meeting.HeldOn)}", site.Name, now, $"seance {meeting.Id}"), sheet =>
        {
            var pen = new Pen(sheet);
            pen.Write(site.Name, Small);
            pen.Write($"Jury de certification : procès-verbal de la séance du {French.Date(meeting.HeldOn)}", Title);
            pen.Write($"Séance ouverte le {French.Moment(meeting.OpenedAt)} par {meeting.OpenedBy}.", Body);
            pen.Write(PresenceOf(meeting, cases), Body);
            foreach (var one in cases)
            {
                Write(pen, one);
            }

            pen.Write($"Document établi le {French.Moment(now)}.", Small);
        });

    private static string PresenceOf(JuryMeeting meeting, IReadOnlyList<JuryCase> cases)
    {
        var voters = cases.SelectMany(one => one.Minutes?.Votes ?? []).Select(vote => $"{vote.Member} ({JuryWords.Of(vote.College)})");
        var present = meeting.Attendances.Select(one => one.College is { } college ? $"{one.Name} ({JuryWords.Of(college)})" : one.Name).Concat(voters).Distinct(StringComparer.Ordinal).ToList();
        return present.Count == 0 ? "Aucune présence n’est encore enregistrée." : $"Présents ou votants : {string.Join(", ", present)}.";
    }

    private static void Write(Pen pen, JuryCase one)
    {
        pen.Gap();
        pen.Write($"Dossier {one.File.Number}, {one.File.DisplayName}, {one.File.EnterpriseName}", Heading);
        if (one.Minutes is not { } minutes)
        {
            pen.Write("À décider.", Body);
            return;
        }

        pen.Write($"{JuryWords.Of(one.Decision!.Value)}, le {French.Moment(one.DecidedAt!.Value)}. {string.Join(' ', minutes.Reasons)}", Body);
        if (minutes.Prescriptions.Count > 0)
        {
            pen.Write($"Prescriptions : {string.Join(' ', minutes.Prescriptions)}{(minutes.DeferredUntil is { } back ? $" Retour le {French.Date(back)}." : string.Empty)}", Body);
        }

        foreach (var vote in minutes.Votes)
        {
            pen.Write($"•  {vote.Member} ({JuryWords.Of(vote.College)}) : {JuryWords.Of(vote.Choice).ToLowerInvariant()}. {vote.Reason}", Body);
        }

        foreach (var note in minutes.Recusals)
        {
            pen.Write($"•  Déport de {note.Member} : {note.Reason} ({(note.Computed ? "lien déclaré au mandat" : "déclaré pour ce dossier")}).", Body);
        }
    }

    /// <summary>Writes downwards, and on to the next page when this one is full.</summary>
    private sealed class Pen(PdfSheet sheet)
    {
        // About what fits in seven lines: long reasons are cut at a space, so that a page can end inside them.
        private const int PieceLength = 600;
        private float y = PdfSheet.Margin;

        public void Gap() => y += 12;

        public void Write(string text, PdfText style)
        {
            foreach (var piece in Pieces(text))
            {
                var lines = 1 + (int)(piece.Length * style.Size * 0.55f / Inner);
                if (y + lines * style.Leading > Bottom)
                {
                    sheet.NextPage();
                    y = PdfSheet.Margin;
                }

                y = sheet.Paragraph(piece, Left, y + style.Size, Inner, style) - style.Size + 2;
            }
        }

        private static IEnumerable<string> Pieces(string text)
        {
            while (text.Length > PieceLength)
            {
                var cut = text.LastIndexOf(' ', PieceLength) is > 0 and var space ? space : PieceLength;
                yield return text[..cut];
                text = text[cut..].TrimStart();
            }

            yield return text;
        }
    }
}

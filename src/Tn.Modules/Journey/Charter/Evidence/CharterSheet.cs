using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Tn.Platform.Pdf;
using Tn.Platform.Web;

namespace Tn.Journey.Charter.Evidence;

/// <summary>The signed charter on paper: who signed what, when and how, then the text.</summary>
internal sealed partial class CharterSheet(IOptions<SiteOptions> site)
{
    /// <summary>The PDF before it is sealed.</summary>
    /// <param name="markdown">The canonical text.</param>
    public byte[] Draw(CharterSignature signature, string title, string markdown)
    {
        var info = new PdfInfo($"{title}, version {signature.CharterNumber}, signée par {signature.SignerName}", site.Value.Name, signature.SignedAt, $"signature {signature.Id}");
        return PdfSheet.Draw(info, sheet =>
        {
            var page = new PdfFlow(sheet);
            page.Write(site.Value.Name, new PdfText(11, Color: PdfText.Quiet));
            page.Write($"{title}, version {signature.CharterNumber}", new PdfText(20, Strong: true));
            WriteEvidence(page, signature);
            page.Head("Texte signé");
            WriteText(page, markdown);
        });
    }

    private static void WriteEvidence(PdfFlow page, CharterSignature signature)
    {
        page.Write($"Signée par {signature.SignerName}, le {French.Moment(signature.SignedAt)}.", new PdfText(12, Strong: true));
        page.Write($"Qualité : {signature.Capacity}", PdfFlow.Body);
        page.Write($"Phrase saisie : «\u00a0{signature.TypedSentence}\u00a0»", PdfFlow.Body);
        page.Write($"Identification : {signature.Authentication}", PdfFlow.Body);
        page.Write($"Heure (temps universel) : {EvidenceText.Instant(signature.SignedAt)}", PdfFlow.Small);
        page.Write($"Texte : document {signature.CharterItemId}, version {signature.CharterVersionId}, langue {signature.Locale}", PdfFlow.Small);
        page.Write($"Empreinte SHA-256 du texte : {signature.TextSha256}", PdfFlow.Small);
        page.Write($"Empreinte de la preuve : {signature.Hash}", PdfFlow.Small);
        page.Write($"Enchaînée à : {signature.Previous}", PdfFlow.Small);
        page.Write("Signature électronique simple, accompagnée d’un dossier de preuve. Ce document porte le cachet du programme : toute modification se voit.", PdfFlow.Small);
    }

    // Markdown is meant to be read as it is; headings and marks of emphasis are all that a page shows otherwise.
    private static void WriteText(PdfFlow page, string markdown)
    {
        foreach (var block in markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (block.StartsWith('#'))
            {
                page.Head(block.TrimStart('#').Trim());
            }
            else
            {
                page.Write(Bullets().Replace(Emphasis().Replace(block, "${words}"), "•  "), PdfFlow.Body);
            }
        }
    }

    [GeneratedRegex(@"\*\*(?<words>[^*\n]+)\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^[-*] ", RegexOptions.Multiline, 1000)]
    private static partial Regex Bullets();
}

using System.IO.Compression;
using System.Text;

namespace Tn.Certification.Papers;

/// <summary>A kind of document that may be sent.</summary>
internal sealed record PaperKind(string Extension, string ContentType)
{
    public static readonly PaperKind Pdf = new(".pdf", "application/pdf");
    public static readonly PaperKind Odt = new(".odt", "application/vnd.oasis.opendocument.text");
    public static readonly PaperKind Docx = new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private const int MostEntries = 5000;

    /// <summary>The kind by the bytes, whatever the name says; refused when it is none, or when it holds a program.</summary>
    /// <param name="content">Can be sought in; left at its start.</param>
    public static async Task<Outcome<PaperKind>> OfAsync(Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[5];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        if (head.AsSpan(0, length).StartsWith("%PDF-"u8))
        {
            return Pdf;
        }

        return head.AsSpan(0, length).StartsWith("PK\u0003\u0004"u8) ? OfArchive(content) : Unknown();
    }

    private static Outcome<PaperKind> OfArchive(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostEntries)
            {
                return Unknown();
            }

            var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Any(IsProgram))
            {
                return new Refusal("paper.macros");
            }

            return names.Contains("[Content_Types].xml") && names.Contains("word/document.xml") ? Docx
                : IsOpenText(archive) ? Odt
                : Unknown();
        }
        catch (InvalidDataException)
        {
            return Unknown();
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static bool IsProgram(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    // An OpenDocument file says its type in its first entry (OpenDocument 1.3, part 2, section 3.3).
    private static bool IsOpenText(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { Length: < 200 } entry)
        {
            return false;
        }

        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var told = new char[200];
        return new string(told, 0, reader.ReadBlock(told)).Trim() == Odt.ContentType;
    }

    private static Outcome<PaperKind> Unknown() => new Refusal("paper.kind");
}

using System.IO.Compression;
using System.Text;

namespace Tn.Content.Media.Reading;

/// <summary>Says what a file is by its bytes. Its name only tells a table from a text, which no byte does.</summary>
internal static class FileSniffer
{
    private const int HeadBytes = 4096;
    private const int MostEntries = 5000;

    private static readonly (byte[] Start, FileType Type)[] Marks =
    [
        ([0xFF, 0xD8, 0xFF], FileType.Jpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], FileType.Png),
        ("GIF87a"u8.ToArray(), FileType.Gif),
        ("GIF89a"u8.ToArray(), FileType.Gif),
        ("%PDF-"u8.ToArray(), FileType.Pdf),
    ];

    /// <summary>The type, or <c>content.media-type</c> (unknown) or <c>content.media-macros</c>. Leaves the stream at its start.</summary>
    /// <param name="content">Can be sought in.</param>
    public static async Task<Outcome<FileType>> SniffAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        var head = new byte[HeadBytes];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        var start = head.AsMemory(0, length);
        if (Marks.FirstOrDefault(mark => start.Span.StartsWith(mark.Start)).Type is { } marked)
        {
            return marked;
        }

        if (start.Span.StartsWith("RIFF"u8) && length >= 12 && start.Span[8..12].SequenceEqual("WEBP"u8))
        {
            return FileType.Webp;
        }

        return start.Span.StartsWith("PK\u0003\u0004"u8)
            ? OfArchive(content)
            : await OfTextAsync(content, start, fileName, cancellationToken);
    }

    private static Outcome<FileType> OfArchive(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostEntries)
            {
                return Unknown();
            }

            var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)))
            {
                return new Refusal("content.media-macros");
            }

            return (OfOffice(names) ?? OfOpenDocument(archive)) is { } type ? type : Unknown();
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

    private static FileType? OfOffice(HashSet<string> names) =>
        !names.Contains("[Content_Types].xml") ? null
        : names.Contains("word/document.xml") ? FileType.Docx
        : names.Contains("xl/workbook.xml") ? FileType.Xlsx
        : names.Contains("ppt/presentation.xml") ? FileType.Pptx
        : null;

    // An OpenDocument file says its type in its first entry (OpenDocument 1.3, part 2, section 3.3).
    private static FileType? OfOpenDocument(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { Length: < 200 } entry)
        {
            return null;
        }

        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var told = new char[200];
        var type = new string(told, 0, reader.ReadBlock(told)).Trim();
        return new[] { FileType.Odt, FileType.Ods, FileType.Odp }.FirstOrDefault(one => one.ContentType == type);
    }

    private static async Task<Outcome<FileType>> OfTextAsync(Stream content, ReadOnlyMemory<byte> start, string fileName, CancellationToken cancellationToken)
    {
        if (Encoding.UTF8.GetString(start.Span).TrimStart('\uFEFF', ' ', '\t', '\r', '\n') is var text
            && text.StartsWith('<') && text.Contains("<svg", StringComparison.OrdinalIgnoreCase))
        {
            return FileType.Svg;
        }

        var named = Path.GetExtension(fileName).ToLowerInvariant() switch { ".csv" => FileType.Csv, ".txt" or ".md" => FileType.Text, _ => null };
        var isText = named is not null && await IsTextAsync(content, cancellationToken);
        content.Position = 0;
        return isText ? named! : Unknown();
    }

    /// <summary>No control characters but tabs and line ends: whatever the alphabet, no program and no picture.</summary>
    private static async Task<bool> IsTextAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[HeadBytes];
        var any = false;
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            any = true;
            if (buffer.AsSpan(0, read).ContainsAnyInRange((byte)0, (byte)8) || buffer.AsSpan(0, read).ContainsAnyInRange((byte)14, (byte)31))
            {
                return false;
            }
        }

        return any;
    }

    private static Outcome<FileType> Unknown() => new Refusal("content.media-type");
}

namespace Tn.Journey.Census.Papers;

/// <summary>An uploaded file whose bytes are what they are said to be.</summary>
/// <param name="Name">Safe to show and to offer for download; its ending is that of the content.</param>
internal sealed record PaperFile(string Name, string ContentType)
{
    /// <summary>The most bytes a paper may have.</summary>
    public const long MaximumBytes = 10 * 1024 * 1024;

    private const int LongestName = 100;
    private const int EndBytes = 2048;

    private static readonly (byte[] Start, byte[] End, string ContentType, string Ending)[] Types =
    [
        ("%PDF-"u8.ToArray(), "%%EOF"u8.ToArray(), "application/pdf", ".pdf"),
        ([0xFF, 0xD8, 0xFF], [0xFF, 0xD9], "image/jpeg", ".jpg"),
        ([0x89, .. "PNG\r\n\u001a\n"u8], "IEND"u8.ToArray(), "image/png", ".png"),
    ];

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>
    /// Recognises a PDF, a JPEG or a PNG by how it begins and ends, whatever it is called. Refused with <c>papers.file-missing</c>,
    /// <c>papers.too-large</c> or <c>papers.file-type</c>. Leaves the stream at its start.
    /// </summary>
    /// <param name="content">Can be sought in.</param>
    public static async Task<Outcome<PaperFile>> RecogniseAsync(string? name, Stream content, CancellationToken cancellationToken)
    {
        if (content.Length == 0)
        {
            return new Refusal("papers.file-missing");
        }

        if (content.Length > MaximumBytes)
        {
            return new Refusal("papers.too-large");
        }

        var start = await ReadAsync(content, 0, 16, cancellationToken);
        var end = await ReadAsync(content, Math.Max(0, content.Length - EndBytes), EndBytes, cancellationToken);
        content.Position = 0;
        var type = Types.FirstOrDefault(one => start.AsSpan().StartsWith(one.Start) && end.AsSpan().IndexOf(one.End) >= 0);
        return type.ContentType is null ? new Refusal("papers.file-type") : new PaperFile(Clean(name) + type.Ending, type.ContentType);
    }

    private static async Task<byte[]> ReadAsync(Stream content, long at, int most, CancellationToken cancellationToken)
    {
        content.Position = at;
        var bytes = new byte[most];
        return bytes[..await content.ReadAtLeastAsync(bytes, most, throwOnEndOfStream: false, cancellationToken)];
    }

    // Letters, digits and a few signs: no folder, no control sign, no direction mark that would hide the ending.
    private static string Clean(string? name)
    {
        var bare = System.IO.Path.GetFileNameWithoutExtension((name ?? string.Empty).Replace('\\', '/').Split('/')[^1]);
        var clean = string.Concat(bare.Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_' or '.' or '(' or ')')).Trim(' ', '.');
        return clean.Length == 0 ? "papier" : Text.Cut(clean, LongestName);
    }
}

using System.IO.Compression;

namespace Tn.Certification.Papers.Blind;

/// <summary>A file of a document that is an archive.</summary>
internal sealed record Part(string Name, byte[] Bytes)
{
    /// <summary>Without its folders.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];
}

/// <summary>Takes an archive apart within bounds, and puts together what is kept of it.</summary>
internal static class BlindArchive
{
    /// <summary>Most bytes of all parts, inflated: a document of 10 MB holds pictures, which hardly inflate.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    // The earliest moment that an archive can write: when the author worked is nobody's concern.
    private static readonly DateTimeOffset Once = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Outcome<byte[]> Of(Stream content, Func<IReadOnlyList<Part>, IEnumerable<Part>> blind) => Join(blind(Split(content)));

    private static List<Part> Split(Stream content)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var left = MostBytes;
        var parts = new List<Part>();
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var bytes = Inflate(entry, left);
            left -= bytes.Length;
            parts.Add(new Part(entry.FullName, bytes));
        }

        // Two parts of one name are read by one program as the first and by another as the second.
        return parts.DistinctBy(part => part.Name, StringComparer.OrdinalIgnoreCase).Count() == parts.Count
            ? parts
            : throw new InvalidDataException("Two parts have one name.");
    }

    // What the archive says of lengths is not believed.
    private static byte[] Inflate(ZipArchiveEntry entry, long limit)
    {
        using var from = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[80 * 1024];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > limit)
            {
                throw BlindRefusedException.Swollen();
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    // OpenDocument 1.3, part 2, section 3.3: the type first, stored as it is.
    private static byte[] Join(IEnumerable<Part> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts.OrderByDescending(part => part.Name == "mimetype"))
            {
                var entry = archive.CreateEntry(part.Name, part.Name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                entry.LastWriteTime = Once;
                using var into = entry.Open();
                into.Write(part.Bytes);
            }
        }

        return bytes.ToArray();
    }
}

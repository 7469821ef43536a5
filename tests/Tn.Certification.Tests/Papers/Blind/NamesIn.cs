using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Tn.Certification.Tests.Papers.Blind;

/// <summary>Looks for a person in every byte of a file, inflated, and in every string of a PDF, decoded.</summary>
internal static class NamesIn
{
    private static readonly string[] Names = ["Camille", "Brunet"];

    public static bool Found(byte[] file) => file.AsSpan().StartsWith("%PDF"u8) ? InBytes(file) || InPdf(file) : InArchive(file);

    public static IReadOnlyList<string> EntriesOf(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    public static string Entry(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static bool InArchive(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return archive.Entries.Any(entry =>
        {
            using var bytes = new MemoryStream();
            using var content = entry.Open();
            content.CopyTo(bytes);
            return InBytes(bytes.ToArray()) || InBytes(Encoding.UTF8.GetBytes(entry.FullName));
        });
    }

    private static bool InPdf(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        return document.Structure.CrossReferenceTable.ObjectOffsets.Keys.Any(key => InToken(document.Structure.TokenScanner.Get(key)?.Data));
    }

    private static bool InToken(IToken? token) => token switch
    {
        StringToken text => InBytes(text.GetBytes()) || InText(text.Data),
        HexToken hex => InBytes(hex.Bytes.ToArray()),
        ArrayToken array => array.Data.Any(InToken),
        DictionaryToken dictionary => dictionary.Data.Any(pair => InText(pair.Key) || InToken(pair.Value)),
        StreamToken stream => InToken(stream.StreamDictionary) || InBytes(stream.Decode(DefaultFilterProvider.Instance).ToArray()),
        _ => false,
    };

    private static bool InBytes(byte[] bytes) => InText(Encoding.Latin1.GetString(bytes)) || InText(Encoding.BigEndianUnicode.GetString(bytes)) || InText(Encoding.Unicode.GetString(bytes));

    private static bool InText(string text) => Names.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
}

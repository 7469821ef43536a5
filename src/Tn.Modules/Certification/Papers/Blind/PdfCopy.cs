using System.Diagnostics;
using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Tn.Certification.Papers.Blind;

/// <summary>
/// Copies the objects that a document's catalogue leads to, numbered anew, without those that name people.
/// Not through PdfPig's builder: it leaves out outlines and the structure that screen readers follow, and keeps the metadata of pages and pictures.
/// </summary>
internal sealed class PdfCopy(Structure source, Stopwatch spent)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // ISO 32000-1: metadata 14.3, private data 14.5, files 7.11.4, forms of other programs 12.7.8, threads 12.4.3, proofs of signatures 12.8, captures 14.10.
    private static readonly HashSet<string> Naming =
        ["Metadata", "PieceInfo", "LastModified", "AF", "EF", "EmbeddedFiles", "Collection", "XFA", "Threads", "Perms", "DSS", "SpiderInfo", "CreatorInfo"];

    private readonly Dictionary<IndirectReference, int> numbers = [];
    private readonly Queue<IndirectReference> waiting = [];
    private readonly Dictionary<IndirectReference, long> places = [];

    public byte[] Write(double version)
    {
        using var into = new MemoryStream();
        into.Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"%PDF-{version:0.0}\n%âãÏÓ\n")));
        var root = Number(source.Trailer.Root);
        while (waiting.TryDequeue(out var next))
        {
            if (spent.Elapsed > Patience)
            {
                throw BlindRefusedException.Swollen();
            }

            var number = new IndirectReference(numbers[next], 0);
            places[number] = into.Position;
            var copy = source.TokenScanner.Get(next)?.Data is { } found ? Copy(found) : NullToken.Instance;
            ExactTokens.Writer.WriteToken(new ObjectToken(XrefLocation.File(into.Position), number, copy), into);
        }

        ExactTokens.Writer.WriteCrossReferenceTable(places, root, into, null, null);
        return into.ToArray();
    }

    private IndirectReference Number(IndirectReference reference)
    {
        if (!numbers.TryGetValue(reference, out var number))
        {
            numbers[reference] = number = numbers.Count + 1;
            waiting.Enqueue(reference);
        }

        return new IndirectReference(number, 0);
    }

    // As deep as the reader went, which counts its steps; references are not followed here.
    private IToken Copy(IToken token) => token switch
    {
        IndirectReferenceToken reference => new IndirectReferenceToken(Number(reference.Data)),
        ArrayToken array => new ArrayToken([.. array.Data.Select(Copy)]),
        DictionaryToken dictionary => Names(dictionary) ? NullToken.Instance : Copy(dictionary),
        StreamToken stream when IsA(stream.StreamDictionary, "Metadata") || IsA(stream.StreamDictionary, "EmbeddedFile") => NullToken.Instance,
        StreamToken stream => Copy(stream),
        _ => token,
    };

    private DictionaryToken Copy(DictionaryToken dictionary) => new(dictionary.Data
        .Where(pair => pair.Value is not null && !Naming.Contains(pair.Key) && !Names(dictionary, pair.Key))
        .ToDictionary(pair => NameToken.Create(pair.Key), pair => Copy(pair.Value)));

    private StreamToken Copy(StreamToken stream)
    {
        var bytes = stream.StreamDictionary.TryGet(NameToken.Filter, out NameToken filter) && filter.Data == "DCTDecode" ? BlindPicture.Of(stream.Data.ToArray()) : stream.Data;
        return new StreamToken(Copy(stream.StreamDictionary).With(NameToken.Length, new NumericToken(bytes.Length)), bytes);
    }

    // A signature: the certificate in it is its signer's.
    private static bool Names(DictionaryToken dictionary) => dictionary.Data.ContainsKey("ByteRange");

    // Who wrote a remark (12.5.6.2); the same letter names a field of a form. B leads a page to the articles that are named after somebody.
    private static bool Names(DictionaryToken dictionary, string key) => key switch
    {
        "T" => dictionary.Data.ContainsKey("Rect") && !IsOf(dictionary, "Subtype", "Widget"),
        "B" => IsA(dictionary, "Page"),
        _ => false,
    };

    private static bool IsA(DictionaryToken dictionary, string type) => IsOf(dictionary, "Type", type);

    private static bool IsOf(DictionaryToken dictionary, string key, string value) => dictionary.Data.TryGetValue(key, out var token) && token is NameToken name && name.Data == value;
}

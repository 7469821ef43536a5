using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tn.Platform.Seals;

/// <summary>
/// A signature field added to a PDF by an incremental update (ISO 32000-1, 7.5.6 and 12.8): the bytes before stay as they are.
/// Reads only what our own drawing writes: one plain cross-reference table, one object a dictionary.
/// </summary>
internal sealed partial class PdfUpdate
{
    private const string RangePlaceholder = "/ByteRange [0 0000000000 0000000000 0000000000]";
    private readonly byte[] original;
    private readonly string text;
    private readonly int tableAt;
    private readonly string trailer;

    private PdfUpdate(byte[] original)
    {
        this.original = original;
        // One character a byte: positions in the text are positions in the file.
        text = Encoding.Latin1.GetString(original);
        var end = text.LastIndexOf("startxref", StringComparison.Ordinal);
        tableAt = end < 0 ? throw Foreign() : Number(Digits().Match(text, end));
        var at = text.IndexOf("trailer", tableAt, StringComparison.Ordinal);
        trailer = at < 0 || text.IndexOf("/Prev", at, StringComparison.Ordinal) > 0 ? throw Foreign() : text[at..end];
    }

    /// <summary>A document with an empty signature: everything but <see cref="Hole"/> is what gets signed.</summary>
    /// <param name="Hole">Where the signature goes, from its <c>&lt;</c> to past its <c>&gt;</c>.</param>
    internal sealed record Prepared(byte[] Bytes, Range Hole)
    {
        /// <summary>What the signature covers.</summary>
        public byte[] Covered() => [.. Bytes[..Hole.Start], .. Bytes[Hole.End..]];

        /// <summary>Puts the signature in its place.</summary>
        /// <exception cref="InvalidDataException">It is larger than the place kept.</exception>
        public byte[] With(byte[] signature)
        {
            var (start, length) = Hole.GetOffsetAndLength(Bytes.Length);
            if (signature.Length * 2 > length - 2)
            {
                throw new InvalidDataException("The signature is larger than the place kept for it.");
            }

            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(signature)).CopyTo(Bytes, start + 1);
            return Bytes;
        }
    }

    /// <summary>Prepares a document for a signature of at most <paramref name="room"/> bytes.</summary>
    /// <exception cref="InvalidDataException">Not a PDF as we draw them, or one that is sealed already.</exception>
    public static Prepared Prepare(byte[] pdf, string name, string reason, DateTimeOffset at, int room) => new PdfUpdate(pdf).Append(name, reason, at, room);

    private Prepared Append(string name, string reason, DateTimeOffset at, int room)
    {
        var catalog = Reference(trailer, "Root");
        var page = FirstPage(catalog);
        var size = Number(Sized().Match(trailer));
        var (field, seal) = (size, size + 1);
        var hole = new string('0', room * 2);
        var objects = new SortedDictionary<int, string>
        {
            [catalog] = Extended(catalog, $"/AcroForm <</Fields [{field} 0 R] /SigFlags 3>>"),
            [page] = Extended(page, $"/Annots [{field} 0 R]"),
            [field] = $"<</Type /Annot /Subtype /Widget /FT /Sig /T {Words("Cachet")} /F 132 /Rect [0 0 0 0] /P {page} 0 R /V {seal} 0 R>>",
            [seal] = $"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached {RangePlaceholder} /Contents <{hole}> /Name {Words(name)} /Reason {Words(reason)} /M (D:{at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)>>",
        };
        var body = new StringBuilder(text.EndsWith('\n') ? string.Empty : "\n");
        var places = new SortedDictionary<int, int>();
        foreach (var (number, content) in objects)
        {
            places[number] = original.Length + body.Length;
            body.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        WriteTable(body, places, seal + 1);
        var start = original.Length + body.ToString().IndexOf($"<{hole}>", StringComparison.Ordinal);
        return Ranged(body.ToString(), start..(start + hole.Length + 2));
    }

    private Prepared Ranged(string body, Range hole)
    {
        var after = hole.End.Value;
        var range = string.Create(CultureInfo.InvariantCulture, $"/ByteRange [0 {hole.Start.Value} {after} {original.Length + body.Length - after}]").PadRight(RangePlaceholder.Length);
        var bytes = (byte[])[.. original, .. Encoding.Latin1.GetBytes(body.Replace(RangePlaceholder, range, StringComparison.Ordinal))];
        return new Prepared(bytes, hole);
    }

    private void WriteTable(StringBuilder body, SortedDictionary<int, int> places, int size)
    {
        var at = original.Length + body.Length;
        body.Append("xref\n");
        foreach (var (number, place) in places)
        {
            body.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:0000000000} 00000 n \n");
        }

        var info = Informed().Match(trailer).Value;
        body.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size} /Root {Reference(trailer, "Root")} 0 R {info} /Prev {tableAt}>>\nstartxref\n{at}\n%%EOF\n");
    }

    private int FirstPage(int catalog)
    {
        var node = Reference(Dictionary(catalog), "Pages");
        // Pages may stand in a tree; ours is a few levels deep at most.
        for (var depth = 0; depth < 8; depth++)
        {
            var kids = Kids().Match(Dictionary(node));
            if (!kids.Success)
            {
                return node;
            }

            node = Number(kids);
        }

        throw Foreign();
    }

    private string Extended(int number, string entry)
    {
        var dictionary = Dictionary(number);
        return dictionary.Contains("/Annots", StringComparison.Ordinal) || dictionary.Contains("/AcroForm", StringComparison.Ordinal)
            ? throw Foreign()
            : string.Concat(dictionary.AsSpan(0, dictionary.LastIndexOf(">>", StringComparison.Ordinal)), "\n", entry, ">>");
    }

    private string Dictionary(int number)
    {
        // Entries of a cross-reference table are 20 bytes each; ours has one section, from object 0.
        var first = text.IndexOf('\n', text.IndexOf('\n', tableAt) + 1) + 1;
        var place = int.Parse(text.AsSpan(first + number * 20, 10), CultureInfo.InvariantCulture);
        var head = $"{number} 0 obj";
        var end = text.IndexOf("endobj", place, StringComparison.Ordinal);
        return string.CompareOrdinal(text, place, head, 0, head.Length) == 0 && end > 0
            ? text[(place + head.Length)..end].Trim()
            : throw Foreign();
    }

    private static int Reference(string dictionary, string name) =>
        Number(Regex.Match(dictionary, $@"/{name} (?<number>\d+) 0 R", RegexOptions.NonBacktracking));

    private static int Number(Match match) => match.Success ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : throw Foreign();

    // A text string as UTF-16 in hexadecimal: any letter, nothing to escape.
    private static string Words(string words) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words))}>";

    private static InvalidDataException Foreign() => new("Only a PDF drawn here, and not sealed yet, can be sealed.");

    [GeneratedRegex(@"startxref\s+(?<number>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"/Size (?<number>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Sized();

    [GeneratedRegex(@"/Info \d+ 0 R", RegexOptions.NonBacktracking)]
    private static partial Regex Informed();

    [GeneratedRegex(@"/Kids\s*\[\s*(?<number>\d+) 0 R", RegexOptions.NonBacktracking)]
    private static partial Regex Kids();
}

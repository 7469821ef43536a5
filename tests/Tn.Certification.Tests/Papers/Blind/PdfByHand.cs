using System.Globalization;
using System.Text;

namespace Tn.Certification.Tests.Papers.Blind;

/// <summary>Writes a PDF object by object, with as many revisions as wanted.</summary>
internal sealed class PdfByHand
{
    private readonly StringBuilder bytes = new();
    private readonly SortedDictionary<int, long> places = [];
    private long previous;
    private int size;

    public PdfByHand() => Write("%PDF-1.7\n");

    public PdfByHand With(int number, string body)
    {
        places[number] = bytes.Length;
        size = Math.Max(size, number + 1);
        return Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n"));
    }

    public PdfByHand WithStream(int number, string keys, string data) =>
        With(number, string.Create(CultureInfo.InvariantCulture, $"<<{keys}/Length {data.Length}>>\nstream\n{data}\nendstream"));

    /// <summary>Closes a revision; what follows is the next, at the end of the same bytes.</summary>
    public PdfByHand Revised(string trailer = "")
    {
        var start = bytes.Length;
        Write("xref\n");
        foreach (var (number, place) in places)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n"));
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Root 1 0 R{trailer}{(previous > 0 ? $"/Prev {previous}" : string.Empty)}>>\nstartxref\n{start}\n%%EOF\n"));
        previous = start;
        places.Clear();
        return this;
    }

    public byte[] Bytes(string trailer = "")
    {
        Revised(trailer);
        return Encoding.Latin1.GetBytes(bytes.ToString());
    }

    /// <summary>Closes with a table that is a stream, which says that an object stands in another (ISO 32000-1, 7.5.8).</summary>
    public byte[] WithTable(int inner, int container)
    {
        var start = bytes.Length;
        var table = size;
        places[table] = start;
        var rows = Enumerable.Range(0, size + 1).Select(number =>
            number == inner ? $"02{container:X8}00" : places.TryGetValue(number, out var place) ? $"01{place:X8}00" : "000000000000");
        var data = Encoding.Latin1.GetString(Convert.FromHexString(string.Concat(rows)));
        WithStream(table, string.Create(CultureInfo.InvariantCulture, $"/Type/XRef/Size {table + 1}/W[1 4 1]/Root {inner} 0 R"), data);
        Write(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return Encoding.Latin1.GetBytes(bytes.ToString());
    }

    private PdfByHand Write(string text)
    {
        bytes.Append(text);
        return this;
    }
}

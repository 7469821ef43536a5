using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace Tn.Certification.Papers.Blind;

/// <summary>Writes strings, names and numbers with the values they were read with: PdfPig's own writer does not escape UTF-16 and cuts long integers.</summary>
internal sealed class ExactTokens : TokenWriter
{
    public static readonly ExactTokens Writer = new();

    protected override void WriteString(StringToken stringToken, Stream outputStream) =>
        outputStream.Write(Encoding.ASCII.GetBytes($"<{Convert.ToHexString(stringToken.GetBytes())}> "));

    protected override void WriteName(NameToken name, Stream outputStream)
    {
        outputStream.WriteByte((byte)'/');
        foreach (var letter in Encoding.UTF8.GetBytes(name.Data))
        {
            outputStream.Write(char.IsAsciiLetterOrDigit((char)letter) || "-_.+*:,@".Contains((char)letter, StringComparison.Ordinal) ? [letter] : Encoding.ASCII.GetBytes($"#{letter:X2}"));
        }

        outputStream.WriteByte((byte)' ');
    }

    protected override void WriteNumber(NumericToken number, Stream outputStream) =>
        outputStream.Write(Encoding.ASCII.GetBytes(((decimal)Math.Clamp(number.Data, -1e15, 1e15)).ToString("0.##########", CultureInfo.InvariantCulture) + " "));
}

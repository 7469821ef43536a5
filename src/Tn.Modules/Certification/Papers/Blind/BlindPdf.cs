using System.Diagnostics;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Tn.Certification.Papers.Blind;

/// <summary>A PDF without its author: written anew from its last revision, of what its pages lead to.</summary>
internal static class BlindPdf
{
    public static Outcome<byte[]> Of(Stream content)
    {
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        var filters = new BoundedFilters();
        var copy = Copy(bytes.ToArray(), filters);

        // A bound that was met inside the reader may have been taken there for a broken file, mended by leaving things out.
        return filters.WereExceeded ? new Refusal("paper.swollen") : copy;
    }

    private static Outcome<byte[]> Copy(byte[] bytes, BoundedFilters filters)
    {
        try
        {
            using var source = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, FilterProvider = filters });
            if (source.IsEncrypted)
            {
                return new Refusal("paper.locked");
            }

            var copy = new PdfCopy(source.Structure, Stopwatch.StartNew()).Write(source.Version);
            using var again = PdfDocument.Open(copy, new ParsingOptions { FilterProvider = filters });
            return again.NumberOfPages == source.NumberOfPages && source.NumberOfPages > 0 ? copy : new Refusal("paper.unreadable");
        }
        catch (PdfDocumentEncryptedException)
        {
            return new Refusal("paper.locked");
        }
        catch (Exception) when (filters.WereExceeded)
        {
            return new Refusal("paper.swollen");
        }
    }
}

using SkiaSharp;

namespace Tn.Platform.Pdf;

/// <summary>The two weights that documents are set in, read once from the program itself: no font of the machine is asked for.</summary>
internal static class PdfFonts
{
    public static readonly SKTypeface Regular = Load("Tn.Pdf.Regular.ttf");

    public static readonly SKTypeface Strong = Load("Tn.Pdf.Strong.ttf");

    private static SKTypeface Load(string resource)
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not in the program: was it built without npm?");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}

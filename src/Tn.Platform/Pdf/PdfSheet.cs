using QRCoder;
using SkiaSharp;

namespace Tn.Platform.Pdf;

/// <summary>What the file says of itself.</summary>
/// <param name="Author">The programme, as named by configuration.</param>
/// <param name="Keywords">What a program may look for, in ASCII.</param>
public sealed record PdfInfo(string Title, string Author, DateTimeOffset Created, string Keywords = "");

/// <summary>Where a line of text is anchored.</summary>
public enum PdfAlign
{
    Left,
    Center,
    Right,
}

/// <summary>How text is set: size in points, weight, colour as <c>#rrggbb</c>.</summary>
public sealed record PdfText(float Size, bool Strong = false, string Color = PdfText.Ink, PdfAlign Align = PdfAlign.Left)
{
    /// <summary>The programme's deep blue-green.</summary>
    public const string Ink = "#12343b";

    /// <summary>For what matters less.</summary>
    public const string Quiet = "#4d5f63";

    /// <summary>The warm accent.</summary>
    public const string Amber = "#b45f06";

    /// <summary>For what is over or withdrawn.</summary>
    public const string Red = "#a01722";

    /// <summary>The distance from one line to the next.</summary>
    public float Leading => Size * 1.35f;
}

/// <summary>
/// An A4 page (595 × 842 points, origin at the top left) to draw on, with the font embedded so that accents show
/// and text can be copied, searched and read aloud. Tall text is the caller's to split: <see cref="NextPage"/>.
/// </summary>
public sealed class PdfSheet
{
    /// <summary>Width of the page, in points.</summary>
    public const float Width = 595;

    /// <summary>Height of the page, in points.</summary>
    public const float Height = 842;

    /// <summary>Margin that texts keep from the edges.</summary>
    public const float Margin = 56;

    private readonly SKDocument document;
    private SKCanvas canvas;

    private PdfSheet(SKDocument document)
    {
        this.document = document;
        canvas = document.BeginPage(Width, Height);
    }

    /// <summary>Draws a document and returns its bytes.</summary>
    public static byte[] Draw(PdfInfo info, Action<PdfSheet> draw)
    {
        using var stream = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = info.Title,
            Author = info.Author,
            Creator = info.Author,
            Keywords = info.Keywords,
            Creation = info.Created.UtcDateTime,
            Modified = info.Created.UtcDateTime,
            RasterDpi = 144,
            EncodingQuality = 90,
        };
        using (var pages = SKDocument.CreatePdf(stream, metadata))
        {
            draw(new PdfSheet(pages));
            pages.EndPage();
            pages.Close();
        }

        return stream.ToArray();
    }

    /// <summary>Ends this page and begins another.</summary>
    public void NextPage()
    {
        document.EndPage();
        canvas = document.BeginPage(Width, Height);
    }

    /// <summary>One line; <paramref name="baseline"/> is the line the letters stand on.</summary>
    public void Line(string text, float x, float baseline, PdfText style)
    {
        using var font = FontOf(style);
        using var paint = PaintOf(style.Color);
        canvas.DrawText(text, x, baseline, AlignOf(style.Align), font, paint);
    }

    /// <summary>Text broken at spaces to fit a width; returns the baseline of the line that would follow.</summary>
    public float Paragraph(string text, float x, float baseline, float width, PdfText style)
    {
        using var font = FontOf(style);
        using var paint = PaintOf(style.Color);
        foreach (var line in Broken(text, width, font))
        {
            canvas.DrawText(line, x, baseline, AlignOf(style.Align), font, paint);
            baseline += style.Leading;
        }

        return baseline;
    }

    /// <summary>A thin rule.</summary>
    public void Rule(float x, float y, float width, string color = PdfText.Quiet, float thickness = 0.75f)
    {
        using var paint = PaintOf(color);
        canvas.DrawRect(x, y, width, thickness, paint);
    }

    /// <summary>A frame of thin rules.</summary>
    public void Frame(float x, float y, float width, float height, string color = PdfText.Ink, float thickness = 1)
    {
        using var paint = PaintOf(color);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = thickness;
        canvas.DrawRect(x, y, width, height, paint);
    }

    /// <summary>A QR code as vectors, dark on white with its quiet zone; correction level M survives a stain.</summary>
    public void Qr(string content, float x, float y, float side)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var step = side / rows.Count;
        using var paint = PaintOf("#000000");
        paint.IsAntialias = false;
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++)
            {
                if (rows[row][column])
                {
                    canvas.DrawRect(x + column * step, y + row * step, step, step, paint);
                }
            }
        }
    }

    /// <summary>Large words across the page, light enough to read through: « SUSPENDU ».</summary>
    public void Stamp(string words, string color = PdfText.Red)
    {
        using var font = FontOf(new PdfText(72, Strong: true));
        using var paint = PaintOf(color);
        paint.Color = paint.Color.WithAlpha(70);
        canvas.Save();
        canvas.RotateDegrees(-32, Width / 2, Height / 2);
        canvas.DrawText(words, Width / 2, Height / 2, SKTextAlign.Center, font, paint);
        canvas.Restore();
    }

    private static IEnumerable<string> Broken(string text, float width, SKFont font)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.MeasureText(longer) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        yield return line;
    }

    // A page has no pixels: letters stand where the font says, not where a screen would round them.
    private static SKFont FontOf(PdfText style) => new(style.Strong ? PdfFonts.Strong : PdfFonts.Regular, style.Size)
    {
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
    };

    private static SKPaint PaintOf(string color) => new() { Color = SKColor.Parse(color), IsAntialias = true };

    private static SKTextAlign AlignOf(PdfAlign align) => align switch
    {
        PdfAlign.Center => SKTextAlign.Center,
        PdfAlign.Right => SKTextAlign.Right,
        _ => SKTextAlign.Left,
    };
}

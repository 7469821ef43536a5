using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Tn.Content.Tests.Media;

/// <summary>Real files, made here.</summary>
internal static class AFile
{
    /// <summary>A camera's JPEG: Exif with an orientation and a place in its notes.</summary>
    public const string Secret = "48.8584N-2.2945E";

    public static byte[] Png(int width = 40, int height = 20, bool transparent = false)
    {
        using var bitmap = Drawn(width, height, transparent);
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    public static byte[] Webp(int width = 40, int height = 20)
    {
        using var bitmap = Drawn(width, height, transparent: false);
        return bitmap.Encode(SKEncodedImageFormat.Webp, 90).ToArray();
    }

    public static byte[] Jpeg(int width = 40, int height = 20)
    {
        using var bitmap = Drawn(width, height, transparent: false);
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray();
    }

    /// <summary>The same JPEG as a camera held upright writes it: left half red, orientation 6 (turn right), and where it was taken.</summary>
    public static byte[] JpegFromACamera(int width = 40, int height = 20)
    {
        var plain = Jpeg(width, height);
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0,
            0x0E, 0x01, 2, 0, (byte)Secret.Length, 0, 0, 0, 38, 0, 0, 0,
            0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret),
        ];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)((exif.Length + 2) & 255), .. exif, .. plain[2..]];
    }

    /// <summary>A PNG of a few bytes that declares a hundred thousand pixels a side.</summary>
    public static byte[] PixelBomb()
    {
        var png = Png(1, 1);
        byte[] size = [0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0];
        size.CopyTo(png, 16);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    public static byte[] Pdf() => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] OpenDocument(string type = "application/vnd.oasis.opendocument.text") => Zip(("mimetype", type), ("content.xml", "<office/>"));

    public static byte[] Docx(params (string Name, string Text)[] more) => Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), .. more]);

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    // PNG, annex D: without its right sum a decoder would refuse the header for that alone.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320u : sum >> 1;
            }
        }

        return ~sum;
    }

    // Left half red, right half blue: enough to see which way it was turned.
    private static SKBitmap Drawn(int width, int height, bool transparent)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, transparent ? SKAlphaType.Premul : SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(transparent ? SKColors.Transparent : SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2f, height, red);
        return bitmap;
    }
}

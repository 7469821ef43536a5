using Microsoft.Extensions.Options;
using SkiaSharp;

namespace Tn.Content.Media.Reading;

/// <summary>
/// Reads images by drawing them anew: what comes out is pixels and nothing else, neither place nor camera nor anything hidden
/// behind the picture. Files that declare more pixels than the limit are refused before they are decoded.
/// </summary>
internal sealed class ImageWorks(IOptions<MediaOptions> options) : IPictures
{
    private const int JpegQuality = 85;
    private const int WebpQuality = 80;

    // A large picture takes some hundred megabytes while it is decoded: one at a time, whoever asks.
    private static readonly SemaphoreSlim Bench = new(1, 1);

    /// <summary>The image upright, at most the longest side, written anew.</summary>
    /// <returns>Or <c>content.media-image-broken</c>, <c>content.media-too-many-pixels</c>.</returns>
    public async Task<Outcome<DrawnImage>> RedrawAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        await Bench.WaitAsync(cancellationToken);
        try
        {
            return Redraw(bytes);
        }
        finally
        {
            Bench.Release();
        }
    }

    async Task<Outcome<byte[]>> IPictures.RedrawAsync(byte[] image, int width, CancellationToken cancellationToken) =>
        (await RedrawAsync(image, cancellationToken)) is { IsDone: true } drawn
            ? (await AtWidthsAsync(drawn.Value.Bytes, [width], cancellationToken))[^1].Bytes
            : new Refusal("papers.photo-image");

    /// <summary>The image at a smaller width, in WebP and in its own format.</summary>
    /// <param name="bytes">As <see cref="RedrawAsync"/> wrote it.</param>
    public static async Task<IReadOnlyList<DrawnImage>> AtWidthsAsync(byte[] bytes, IEnumerable<int> widths, CancellationToken cancellationToken)
    {
        await Bench.WaitAsync(cancellationToken);
        try
        {
            using var whole = SKBitmap.Decode(bytes) ?? throw new InvalidOperationException("An image that we wrote cannot be read.");
            var own = bytes[0] == 0xFF ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png;
            return [.. widths.SelectMany(width => AtWidth(whole, width, own))];
        }
        finally
        {
            Bench.Release();
        }
    }

    private Outcome<DrawnImage> Redraw(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
        {
            return new Refusal("content.media-image-broken");
        }

        if ((long)codec.Info.Width * codec.Info.Height > options.Value.Pixels)
        {
            return new Refusal("content.media-too-many-pixels").With("limit", $"{options.Value.Megapixels}").With("width", $"{codec.Info.Width}").With("height", $"{codec.Info.Height}");
        }

        using var read = Decode(codec);
        if (read is null)
        {
            return new Refusal("content.media-image-broken");
        }

        using var upright = Upright(read, codec.EncodedOrigin);
        using var fitted = Fit(upright ?? read);
        var drawn = fitted ?? upright ?? read;
        var isPhoto = codec.EncodedFormat is SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp && drawn.AlphaType == SKAlphaType.Opaque;
        return Encode(drawn, isPhoto ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png);
    }

    private SKBitmap? Decode(SKCodec codec)
    {
        // JPEG can be decoded at a fraction of its size, which spares most of the memory; other formats answer their own size.
        var wanted = Math.Min(1f, (float)options.Value.LongestSide / Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.GetScaledDimensions(wanted);
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, SKColorSpace.CreateSrgb());
        var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    /// <summary>Turned and mirrored as the camera said (EXIF 2.32, tag 274); null when it is upright already.</summary>
    private static SKBitmap? Upright(SKBitmap read, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
        {
            return null;
        }

        var (width, height) = (read.Width, read.Height);
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var turned = new SKBitmap(read.Info.WithSize(isTurned ? height : width, isTurned ? width : height));
        using var canvas = new SKCanvas(turned);
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            _ => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        });
        canvas.DrawBitmap(read, 0, 0, SKSamplingOptions.Default, null);
        return turned;
    }

    private SKBitmap? Fit(SKBitmap image)
    {
        var longest = Math.Max(image.Width, image.Height);
        return longest <= options.Value.LongestSide ? null : Resized(image, Math.Max(1, (int)((long)image.Width * options.Value.LongestSide / longest)));
    }

    private static IEnumerable<DrawnImage> AtWidth(SKBitmap whole, int width, SKEncodedImageFormat own)
    {
        using var small = width >= whole.Width ? null : Resized(whole, width);
        return [Encode(small ?? whole, SKEncodedImageFormat.Webp), Encode(small ?? whole, own)];
    }

    private static SKBitmap Resized(SKBitmap image, int width)
    {
        var height = Math.Max(1, (int)Math.Round((double)image.Height * width / image.Width));
        return image.Resize(image.Info.WithSize(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear))
            ?? throw new InvalidOperationException("No memory for a smaller image.");
    }

    private static DrawnImage Encode(SKBitmap image, SKEncodedImageFormat format)
    {
        using var encoded = image.Encode(format, format == SKEncodedImageFormat.Webp ? WebpQuality : JpegQuality);
        var type = format switch { SKEncodedImageFormat.Webp => FileType.Webp, SKEncodedImageFormat.Jpeg => FileType.Jpeg, _ => FileType.Png };
        return new DrawnImage(encoded.ToArray(), type, image.Width, image.Height);
    }
}

/// <summary>An image as we wrote it.</summary>
internal sealed record DrawnImage(byte[] Bytes, FileType Type, int Width, int Height);

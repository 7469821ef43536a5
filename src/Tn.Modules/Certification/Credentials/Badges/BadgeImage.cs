using System.Globalization;
using SkiaSharp;

namespace Tn.Certification.Credentials.Badges;

/// <summary>The badge as drawn: a seal with the programme's tick. One drawing, as SVG and as PNG.</summary>
internal static class BadgeImage
{
    private const string Ink = "#12343b";
    private const string Amber = "#d98b12";
    private const string Tick = "M 74 104 L 93 123 L 128 82";

    /// <summary>The SVG, 200 units wide; <paramref name="inside"/> is put right after its first tag.</summary>
    public static string Svg(string title, string inside = "", string attributes = "") => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg"{attributes} viewBox="0 0 200 200" width="400" height="400" role="img">{inside}<title>{System.Security.SecurityElement.Escape(title)}</title><circle cx="100" cy="100" r="92" fill="{Ink}"/><circle cx="100" cy="100" r="80" fill="none" stroke="{Amber}" stroke-width="3"/><circle cx="100" cy="100" r="52" fill="#ffffff"/><path d="{Tick}" fill="none" stroke="{Ink}" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"/></svg>
        """);

    /// <summary>The PNG, 400 pixels wide.</summary>
    public static byte[] Png()
    {
        using var surface = SKSurface.Create(new SKImageInfo(400, 400, SKColorType.Rgba8888, SKAlphaType.Premul));
        var canvas = surface.Canvas;
        canvas.Scale(2);
        using var fill = new SKPaint { Color = SKColor.Parse(Ink), IsAntialias = true };
        canvas.DrawCircle(100, 100, 92, fill);
        using var ring = new SKPaint { Color = SKColor.Parse(Amber), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 3 };
        canvas.DrawCircle(100, 100, 80, ring);
        using var white = new SKPaint { Color = SKColors.White, IsAntialias = true };
        canvas.DrawCircle(100, 100, 52, white);
        using var stroke = new SKPaint { Color = SKColor.Parse(Ink), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 12, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        using var tick = SKPath.ParseSvgPathData(Tick);
        canvas.DrawPath(tick, stroke);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}

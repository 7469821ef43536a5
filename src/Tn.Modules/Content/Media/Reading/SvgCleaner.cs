using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Tn.Content.Media.Reading;

/// <summary>
/// Keeps of an SVG shapes, text, gradients and clips: no script, no style sheet, no link, no event, nothing from elsewhere.
/// What is not on the lists goes; what is not XML is refused.
/// </summary>
internal static partial class SvgCleaner
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const int MostElements = 20_000;
    private const int MostDepth = 60;

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "title", "desc", "defs",
        "linearGradient", "radialGradient", "stop", "clipPath", "mask", "marker", "symbol", "use", "pattern",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "id", "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "points", "transform", "dx", "dy", "rotate",
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
        "opacity", "color", "clip-path", "clip-rule", "mask", "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "spreadMethod", "patternUnits", "patternTransform",
        "clipPathUnits", "maskUnits", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "letter-spacing", "preserveAspectRatio", "href",
        "marker-start", "marker-mid", "marker-end", "markerWidth", "markerHeight", "refX", "refY", "orient", "markerUnits", "vector-effect", "visibility", "display",
    };

    /// <summary>The clean drawing and its size in pixels.</summary>
    /// <param name="content">Can be sought in; stays open.</param>
    /// <returns>Or <c>content.media-svg-broken</c>, <c>content.media-svg-too-large</c>.</returns>
    public static Outcome<DrawnImage> Clean(Stream content)
    {
        XElement root;
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 5_000_000, IgnoreComments = true, IgnoreProcessingInstructions = true };
            using (var depths = XmlReader.Create(content, settings))
            {
                CheckDepth(depths);
            }

            content.Position = 0;
            using var reader = XmlReader.Create(content, settings);
            root = XElement.Load(reader);
        }
        catch (XmlException)
        {
            return new Refusal("content.media-svg-broken");
        }

        if (root.Name != XName.Get("svg", Svg))
        {
            return new Refusal("content.media-svg-broken");
        }

        if (root.Descendants().Take(MostElements + 1).Count() > MostElements)
        {
            return new Refusal("content.media-svg-too-large");
        }

        var clean = Copy(root);
        var (width, height) = SizeOf(clean);
        clean.SetAttributeValue("width", width);
        clean.SetAttributeValue("height", height);
        clean.SetAttributeValue("viewBox", (string?)clean.Attribute("viewBox") ?? $"0 0 {width} {height}");
        return new DrawnImage(System.Text.Encoding.UTF8.GetBytes(clean.ToString(SaveOptions.DisableFormatting)), FileType.Svg, width, height);
    }

    /// <summary>Copying calls itself for each level: a drawing nested too deeply is refused before it is loaded.</summary>
    private static void CheckDepth(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.Depth > MostDepth)
            {
                throw new XmlException("Nested too deeply.");
            }
        }
    }

    private static XElement Copy(XElement from)
    {
        var copy = new XElement(from.Name);
        copy.Add(from.Attributes().Where(IsHarmless).Select(attribute => new XAttribute(attribute.Name.LocalName, attribute.Value)));
        foreach (var node in from.Nodes())
        {
            switch (node)
            {
                case XElement element when element.Name.NamespaceName == Svg && Elements.Contains(element.Name.LocalName):
                    copy.Add(Copy(element));
                    break;
                case XText text when from.Name.LocalName is "text" or "tspan" or "title" or "desc":
                    copy.Add(new XText(text.Value));
                    break;
            }
        }

        return copy;
    }

    private static bool IsHarmless(XAttribute attribute)
    {
        var name = attribute.Name.LocalName;
        var isOwn = attribute.Name.Namespace == XNamespace.None || (name == "href" && attribute.Name.NamespaceName == "http://www.w3.org/1999/xlink");
        if (attribute.IsNamespaceDeclaration || !isOwn || !Attributes.Contains(name))
        {
            return false;
        }

        // A reference leads inside the drawing or nowhere; a value that could hide one (an escape, a function we do not know) goes.
        return name == "href"
            ? Inside().IsMatch(attribute.Value)
            : !attribute.Value.Contains('\\', StringComparison.Ordinal) && !Function().Matches(attribute.Value).Any(match => !Known().IsMatch(match.Value));
    }

    private static (int Width, int Height) SizeOf(XElement svg)
    {
        var box = ((string?)svg.Attribute("viewBox") ?? string.Empty).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToList();
        var width = Pixels((string?)svg.Attribute("width")) ?? (box.Count == 4 ? box[2] : null) ?? 300;
        var height = Pixels((string?)svg.Attribute("height")) ?? (box.Count == 4 ? box[3] : null) ?? 150;
        return ((int)Math.Clamp(Math.Round(width), 1, 4000), (int)Math.Clamp(Math.Round(height), 1, 4000));
    }

    private static double? Pixels(string? length) =>
        length is null || length.EndsWith('%') ? null : Number(length.EndsWith("px", StringComparison.Ordinal) ? length[..^2] : length);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 && value < 1e6 ? value : null;

    [GeneratedRegex("^#[A-Za-z0-9_.-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Inside();

    [GeneratedRegex(@"[A-Za-z-]+\s*\([^)]*\)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Function();

    [GeneratedRegex(@"^(url\(\s*#[A-Za-z0-9_.-]+\s*\)|(rgb|rgba|hsl|hsla|matrix|translate|translateX|translateY|scale|scaleX|scaleY|rotate|skewX|skewY)\s*\([0-9eE\s,.%+-]*\))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Known();
}

using System.Xml;

namespace Tn.Certification.Credentials.Badges;

/// <summary>A credential carried in an SVG, in an <c>openbadges:credential</c> element (Open Badges 3.0, 5.3.2).</summary>
internal static class BakedSvg
{
    private const string Space = "https://purl.imsglobal.org/ob/v3p0";
    private const int MostDepth = 64;

    /// <summary>The badge with a token in it.</summary>
    /// <param name="token">A compact token: letters, digits, dots, dashes, underscores only.</param>
    public static string Bake(string title, string token) =>
        BadgeImage.Svg(title, $"<openbadges:credential verify=\"{token}\"/>", $" xmlns:openbadges=\"{Space}\"");

    /// <summary>The credential in it, or null: none, or XML that is broken, too deep, or declares types.</summary>
    public static string? Read(byte[] svg)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = svg.Length, IgnoreComments = true };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(svg), settings);
            while (reader.Read() && reader.Depth < MostDepth)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "credential" && reader.NamespaceURI == Space)
                {
                    return reader.GetAttribute("verify") ?? reader.ReadElementContentAsString();
                }
            }

            return null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}

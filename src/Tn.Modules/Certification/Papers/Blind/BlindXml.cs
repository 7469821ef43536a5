using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Tn.Certification.Papers.Blind;

/// <summary>Changes a part that is XML; what is not asked for stays as it was.</summary>
internal static partial class BlindXml
{
    /// <summary>What is written where a format wants an author.</summary>
    public const string SomeAuthor = "Auteur";

    public const string SomeInitials = "A";

    /// <summary>Where a link leads that led into the author's computer. Not « # »: LibreOffice opens no document with a picture there.</summary>
    public const string Nowhere = "about:blank";

    /// <summary>Most bytes of one XML part: the text of some 500 pages.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private const int MostDepth = 200;
    private const int MostBeside = 40_000;

    public static Part Change(Part part, Action<XElement> change)
    {
        if (part.Bytes.Length > MostBytes)
        {
            throw BlindRefusedException.Swollen();
        }

        Measure(part);
        using var reader = Read(part);
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        change(document.Root!);
        HidePaths(document.Root!);
        return part with { Bytes = Write(document) };
    }

    /// <summary>Elements of these names, whatever their namespace: each format has several.</summary>
    public static IEnumerable<XElement> Named(this XElement root, params string[] names) =>
        root.DescendantsAndSelf().Where(element => names.Contains(element.Name.LocalName));

    /// <summary>Attributes of these names, whatever their namespace.</summary>
    public static IEnumerable<XAttribute> AttributesNamed(this XElement root, params string[] names) =>
        root.DescendantsAndSelf().Attributes().Where(attribute => names.Contains(attribute.Name.LocalName));

    /// <summary>The attribute of this name, whatever its namespace; empty when there is none.</summary>
    public static string ValueOf(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value ?? string.Empty;

    private static XmlReader Read(Part part) =>
        XmlReader.Create(new MemoryStream(part.Bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes, IgnoreComments = true });

    // A tree's time grows with the square of its depth and of what stands side by side.
    private static void Measure(Part part)
    {
        using var reader = Read(part);
        var beside = new int[MostDepth + 1];
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                continue;
            }

            if (reader.Depth >= MostDepth || ++beside[reader.Depth] > MostBeside)
            {
                throw BlindRefusedException.Swollen();
            }

            beside[reader.Depth + 1] = 0;
        }
    }

    // « C:\Users\Camille\Pictures\logo.png » stands in links, descriptions of pictures and templates.
    private static void HidePaths(XElement root)
    {
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && LocalPath().IsMatch(attribute.Value)))
        {
            attribute.Value = attribute.Name.LocalName is "href" or "Target" ? Nowhere : string.Empty;
        }
    }

    private static byte[] Write(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize }))
        {
            document.Save(writer);
        }

        return bytes.ToArray();
    }

    [GeneratedRegex(@"^(?:file:|[A-Za-z]:[\\/]|\\\\|/(?:home|Users|Volumes)/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LocalPath();
}

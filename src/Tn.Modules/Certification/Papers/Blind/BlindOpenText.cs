using System.Xml.Linq;

namespace Tn.Certification.Papers.Blind;

/// <summary>An OpenDocument text without its author (OpenDocument 1.3: metadata part 3 section 4.3, fields section 7).</summary>
internal static class BlindOpenText
{
    private static readonly XNamespace Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    private static readonly XNamespace Config = "urn:oasis:names:tc:opendocument:xmlns:config:1.0";

    public static IEnumerable<Part> Of(IReadOnlyList<Part> parts)
    {
        var kept = parts.Where(IsKept).ToList();
        var names = kept.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        return kept.Select(part => part.FileName switch
        {
            "meta.xml" => BlindXml.Change(part, root => root.Elements().Elements().Remove()),
            "content.xml" or "styles.xml" => BlindXml.Change(part, root => HideAuthors(root, names)),
            "settings.xml" => BlindXml.Change(part, root => Forget(root)),
            "manifest.xml" => BlindXml.Change(part, root => Declare(root, names)),
            _ => part with { Bytes = BlindPicture.Of(part.Bytes) },
        }).ToList();
    }

    // Kept: what is seen. Not earlier versions, signatures, miniatures and documents of other programs.
    private static bool IsKept(Part part) =>
        part.Name is "mimetype" or "META-INF/manifest.xml"
        || part.FileName is "meta.xml" or "content.xml" or "styles.xml" or "settings.xml" && !part.Name.StartsWith("Versions/", StringComparison.Ordinal)
        || part.Name.Split('/') is [.., "Pictures" or "ObjectReplacements" or "Fonts", _];

    private static void HideAuthors(XElement root, HashSet<string> names)
    {
        // A field of that name is in the text; the author of a remark or of a change is not.
        root.Named("creator").Where(author => !IsField(author)).ToList().ForEach(author => author.Value = BlindXml.SomeAuthor);
        root.Named("creator-initials", "sender-initials").Where(author => !IsField(author)).ToList().ForEach(author => author.Value = BlindXml.SomeInitials);

        // A field that shows a property would be emptied at opening with the property: it becomes plain text, or nothing when it shows a person.
        root.Descendants().Where(element => IsField(element) && ShowsPerson(element.Name.LocalName)).ToList().ForEach(field => field.Remove());
        root.Named("title", "subject", "keywords", "description").Where(IsField).ToList().ForEach(field => field.ReplaceWith(field.Nodes()));

        root.Named("object-ole").Where(seen => !names.Contains(InArchive(seen.ValueOf("href")))).Remove();
        root.AttributesNamed("href").Where(link => link.Value.StartsWith("../", StringComparison.Ordinal)).ToList().ForEach(link => link.Value = BlindXml.Nowhere);
    }

    private static bool IsField(XElement element) => element.Name.NamespaceName.EndsWith(":text:1.0", StringComparison.Ordinal);

    private static bool ShowsPerson(string field) =>
        field is "author-name" or "author-initials" or "initial-creator" or "creator" or "printed-by" or "user-defined" or "file-name" or "template-name"
        || field.StartsWith("sender-", StringComparison.Ordinal);

    private static string InArchive(string link) => link.StartsWith("./", StringComparison.Ordinal) ? link[2..] : link;

    private static void Forget(XElement root)
    {
        foreach (var setting in root.Descendants(Config + "config-item").Where(item => (string?)item.Attribute(Config + "name") is "PrinterName" or "PrinterSetup" or "PrinterFaxName" or "CurrentDatabaseDataSource" or "CurrentDatabaseCommand"))
        {
            setting.Value = string.Empty;
        }
    }

    private static void Declare(XElement root, HashSet<string> names)
    {
        if (root.Named("encryption-data", "encrypted-key").Any())
        {
            throw BlindRefusedException.Locked();
        }

        root.Elements(Manifest + "file-entry").Where(entry => !IsThere((string?)entry.Attribute(Manifest + "full-path") ?? string.Empty, names)).Remove();
    }

    private static bool IsThere(string path, HashSet<string> names) =>
        path == "/" || names.Contains(path) || (path.EndsWith('/') && names.Any(name => name.StartsWith(path, StringComparison.Ordinal)));
}

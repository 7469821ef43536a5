using System.Xml.Linq;

namespace Tn.Certification.Papers.Blind;

/// <summary>A Word text without its author (ECMA-376: properties part 1 section 15.2.12, relationships part 2 section 9).</summary>
internal static class BlindWord
{
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp", ".wdp", ".odttf"];

    public static IEnumerable<Part> Of(IReadOnlyList<Part> parts)
    {
        var kept = parts.Where(IsKept).ToList();
        var dropped = parts.Except(kept).Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var gone = kept.Where(IsRelationships).ToDictionary(OwnerOf, part => new HashSet<string>(), StringComparer.OrdinalIgnoreCase);

        // Relationships first: what they no longer lead to is taken out of the parts that asked for it.
        var relationships = kept.Where(IsRelationships).Select(part => BlindXml.Change(part, root => Cut(root, OwnerOf(part), dropped, gone[OwnerOf(part)]))).ToList();
        var others = kept.Where(part => !IsRelationships(part)).Select(part =>
            part.Name == "[Content_Types].xml" ? BlindXml.Change(part, root => Declare(root, dropped))
            : IsXml(part) ? BlindXml.Change(part, root => HideAuthors(root, gone.GetValueOrDefault(part.Name) ?? []))
            : part with { Bytes = BlindPicture.Of(part.Bytes) });
        return [.. others, .. relationships];
    }

    // Kept: what is seen. Not properties, people, signatures, miniatures, stored data and documents of other programs.
    private static bool IsKept(Part part) =>
        part.Name is "[Content_Types].xml" or "_rels/.rels"
        || ((part.Name.StartsWith("word/", StringComparison.Ordinal) || part.Name.StartsWith("media/", StringComparison.Ordinal))
            && !part.Name.StartsWith("word/embeddings/", StringComparison.Ordinal)
            && part.Name is not ("word/people.xml" or "word/recipientData.xml")
            && (IsXml(part) || Pictures.Contains(Path.GetExtension(part.Name), StringComparer.OrdinalIgnoreCase)));

    private static bool IsRelationships(Part part) => part.Name.EndsWith(".rels", StringComparison.Ordinal);

    private static bool IsXml(Part part) => part.Name.EndsWith(".xml", StringComparison.Ordinal) || part.Name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || IsRelationships(part);

    // word/_rels/document.xml.rels belongs to word/document.xml.
    private static string OwnerOf(Part relationships) => relationships.Name.Replace("_rels/", string.Empty, StringComparison.Ordinal)[..^".rels".Length];

    private static void Cut(XElement root, string owner, HashSet<string> dropped, HashSet<string> gone)
    {
        foreach (var link in root.Elements().ToList())
        {
            var type = (string?)link.Attribute("Type") ?? string.Empty;
            var leadsAway = (string?)link.Attribute("TargetMode") == "External";
            if (leadsAway ? type.EndsWith("/attachedTemplate", StringComparison.Ordinal) : dropped.Contains(Resolve(owner, (string?)link.Attribute("Target") ?? string.Empty)))
            {
                gone.Add((string?)link.Attribute("Id") ?? string.Empty);
                link.Remove();
            }
        }
    }

    private static string Resolve(string owner, string target) =>
        Uri.TryCreate(new Uri("zip:///" + owner), target, out var there) ? Uri.UnescapeDataString(there.AbsolutePath).TrimStart('/') : target;

    private static void Declare(XElement root, HashSet<string> dropped) =>
        root.Elements().Where(entry => dropped.Contains(((string?)entry.Attribute("PartName") ?? string.Empty).TrimStart('/'))).Remove();

    private static void HideAuthors(XElement root, HashSet<string> gone)
    {
        root.AttributesNamed("author").ToList().ForEach(author => author.Value = BlindXml.SomeAuthor);
        root.AttributesNamed("initials").ToList().ForEach(initials => initials.Value = BlindXml.SomeInitials);
        root.Named("mailMerge", "docVars").ToList().ForEach(element => element.Remove());
        root.Descendants().Where(element => element.Attributes().Any(attribute => IsRelation(attribute) && gone.Contains(attribute.Value))).ToList().ForEach(element => element.Remove());
        WordFields.Settle(root);
    }

    private static bool IsRelation(XAttribute attribute) => attribute.Name.NamespaceName.EndsWith("/relationships", StringComparison.Ordinal);
}

using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Tn.Content.Feeds;

/// <summary>An entry of a feed.</summary>
/// <param name="Id">The same for good (RFC 4287, 4.2.6): of the item, not of its version.</param>
/// <param name="Html">Sanitised, or null.</param>
internal sealed record AtomEntry(string Id, string Title, string Url, string Summary, DateTimeOffset Updated, string? Html);

/// <summary>Writes Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed's XML; what XML cannot hold is left out of texts.</summary>
    /// <param name="address">Of the feed itself, absolute.</param>
    /// <param name="page">The page it tells of, absolute.</param>
    public static string Write(string title, string address, string page, IReadOnlyList<AtomEntry> entries)
    {
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "fr"),
            new XElement(Atom + "id", address),
            new XElement(Atom + "title", title),
            new XElement(Atom + "updated", Moment(entries.Select(entry => entry.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())),
            new XElement(Atom + "author", new XElement(Atom + "name", "Transition Numérique")),
            Link("self", "application/atom+xml", address),
            Link("alternate", "text/html", page),
            entries.Select(entry => Entry(entry, page)));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n";
    }

    private static XElement Entry(AtomEntry entry, string page) => new(
        Atom + "entry",
        new XElement(Atom + "id", entry.Id),
        new XElement(Atom + "title", Plain(entry.Title)),
        new XElement(Atom + "updated", Moment(entry.Updated)),
        Link("alternate", "text/html", entry.Url),
        new XElement(Atom + "summary", new XAttribute("type", "text"), Plain(entry.Summary)),
        entry.Html is null ? null : new XElement(Atom + "content", new XAttribute("type", "html"), new XAttribute(XNamespace.Xml + "base", page), Plain(entry.Html)));

    private static XElement Link(string relation, string type, string address) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));

    private static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without the characters that XML 1.0 forbids, lone halves of pairs included.</summary>
    private static string Plain(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var kept = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                kept.Append(text[at]);
            }
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                kept.Append(text, at++, 2);
            }
        }

        return kept.ToString();
    }
}

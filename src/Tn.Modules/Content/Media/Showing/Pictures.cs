using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Media.Reading;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Content.Media.Showing;

/// <summary>
/// Makes of the images of a stored text what a page shows: a picture in the width and format that suits the browser, its place kept
/// while it loads, its author and licence under it. Done when a text is shown, because all this may change after it was written.
/// </summary>
internal sealed partial class Pictures(TnDbContext db)
{
    // A column of text is 44rem wide at most.
    private const string Sizes = "(min-width: 48rem) 44rem, 100vw";

    // Accents are written as they are.
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>True when a text names a media.</summary>
    public static bool IsIn(string html) => html.Contains("\"/medias/", StringComparison.Ordinal);

    /// <summary>The texts, dressed; in the same order. Two queries at most.</summary>
    /// <param name="htmls">As the cleaner left them.</param>
    public async Task<IReadOnlyList<string>> DressAsync(IReadOnlyList<string> htmls, CancellationToken cancellationToken)
    {
        var ids = htmls.Where(IsIn).SelectMany(MediaAddress.IdsIn).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return htmls;
        }

        var items = await db.Set<MediaItem>().AsNoTracking().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, StringComparer.Ordinal, cancellationToken);
        var files = (await db.Set<MediaFile>().AsNoTracking().Where(file => ids.Contains(file.MediaId)).ToListAsync(cancellationToken))
            .Where(file => items.TryGetValue(file.MediaId, out var item) && item.Version == file.Version)
            .ToLookup(file => file.MediaId, StringComparer.Ordinal);
        return [.. htmls.Select(html => Dress(html, items, files))];
    }

    /// <summary>One text, dressed.</summary>
    public async Task<string> DressAsync(string html, CancellationToken cancellationToken) => (await DressAsync([html], cancellationToken))[0];

    /// <summary>A lesson with its texts and notes dressed.</summary>
    public async Task<LessonBody> DressAsync(LessonBody body, CancellationToken cancellationToken)
    {
        var dressed = await DressAsync([.. body.Parts.Select(part => part is TextPart text ? text.Html : part is FacilitatorPart notes ? notes.Html : string.Empty)], cancellationToken);
        return body with
        {
            Parts = [.. body.Parts.Zip(dressed, (part, html) => part switch
            {
                TextPart => new TextPart(html),
                FacilitatorPart => new FacilitatorPart(html),
                _ => part,
            })],
        };
    }

    /// <summary>The editions with their covers as the library has them now; a cover that is not an image there is left out.</summary>
    public async Task<IReadOnlyList<CourseEdition>> CoverAsync(IReadOnlyList<CourseEdition> editions, CancellationToken cancellationToken)
    {
        var ids = editions.Select(edition => edition.Cover?.Url).OfType<string>().SelectMany(MediaAddress.IdsIn).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return editions;
        }

        var items = await db.Set<MediaItem>().AsNoTracking().Where(item => ids.Contains(item.Id) && item.Kind != MediaKind.Attachment).ToDictionaryAsync(item => item.Id, StringComparer.Ordinal, cancellationToken);
        return [.. editions.Select(edition => edition with { Cover = edition.Cover is { } cover && MediaAddress.IdsIn(cover.Url) is [var id, ..] && items.TryGetValue(id, out var item) ? Cover(item) : null })];
    }

    private static CoursePicture Cover(MediaItem item) => new(
        MediaAddress.Of(item.Id, item.Version, item.Name),
        item.Alt,
        item.Width,
        item.Height,
        string.Join(" · ", new[] { item.Credit, item.Licence }.Where(part => part.Length > 0)));

    private static string Dress(string html, Dictionary<string, MediaItem> items, ILookup<string, MediaFile> files)
    {
        var alone = Alone().Replace(html, match => items.TryGetValue(match.Groups["id"].Value, out var item)
            ? $"<figure class=\"tn-picture\">{Picture(item, files[item.Id], match)}{Caption(item, match)}</figure>"
            : match.Value);
        var inline = Image().Replace(alone, match => items.TryGetValue(match.Groups["id"].Value, out var item) ? Picture(item, files[item.Id], match) : match.Value);
        return Download().Replace(inline, match => items.TryGetValue(match.Groups["id"].Value, out var item) && item.Kind == MediaKind.Attachment
            ? $"{match.Groups["link"].Value} <span class=\"tn-meta\">({FileType.LabelOf(item.ContentType)}, {ByteSize.French(item.Length)})</span></a>"
            : match.Value);
    }

    private static string Picture(MediaItem item, IEnumerable<MediaFile> files, Match match)
    {
        // The author's words where the text gives some, the library's otherwise; both are encoded already, or here.
        var alt = match.Groups["alt"].Value is { Length: > 0 } own ? own : Encode(item.Alt);
        var image = $"<img src=\"{MediaAddress.Of(item.Id, item.Version, item.Name)}\"{Set(item, files, isWebp: false)} alt=\"{alt}\" width=\"{Number(item.Width)}\" height=\"{Number(item.Height)}\" loading=\"lazy\" decoding=\"async\">";
        var webp = Set(item, files, isWebp: true);
        return webp.Length == 0 ? image : $"<picture><source type=\"{FileType.Webp.ContentType}\"{webp}>{image}</picture>";
    }

    /// <summary>The widths there are in WebP, or in the image's own format; nothing when there is no choice.</summary>
    private static string Set(MediaItem item, IEnumerable<MediaFile> files, bool isWebp)
    {
        var variants = files.Where(file => (file.ContentType == FileType.Webp.ContentType) == isWebp && file.Width > 0).OrderBy(file => file.Width).ToList();
        var fewest = isWebp ? 1 : 2;
        return variants.Count < fewest
            ? string.Empty
            : $" srcset=\"{string.Join(", ", variants.Select(file => $"{MediaAddress.Of(item.Id, file.Version, file.Name == MediaFile.Whole ? item.Name : file.Name)} {Number(file.Width)}w"))}\" sizes=\"{Sizes}\"";
    }

    private static string Caption(MediaItem item, Match match)
    {
        var words = new StringBuilder();
        if (match.Groups["title"].Value is { Length: > 0 } title)
        {
            words.Append(title).Append(' ');
        }

        if (item.Credit.Length > 0 || item.Licence.Length > 0)
        {
            words.Append(CultureInfo.InvariantCulture, $"<small>{Encode(string.Join(" · ", new[] { item.Credit, item.Licence }.Where(part => part.Length > 0)))}</small>");
        }

        return words.Length == 0 ? string.Empty : $"<figcaption>{words.ToString().TrimEnd()}</figcaption>";
    }

    private static string Encode(string text) => Letters.Encode(text);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // The cleaner writes an image's attributes in this order, and every quotation mark in a value as an entity.
    [GeneratedRegex("""<p>\s*<img src="/medias/(?<id>[0-9a-z]{26})/[^"]*" alt="(?<alt>[^"]*)"( title="(?<title>[^"]*)")?>\s*</p>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Alone();

    [GeneratedRegex("""<img src="/medias/(?<id>[0-9a-z]{26})/[^"/]*" alt="(?<alt>[^"]*)"( title="(?<title>[^"]*)")?>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Image();

    [GeneratedRegex("""(?<link><a href="/medias/(?<id>[0-9a-z]{26})/[^"]*"[^>]*>[^<]*)</a>""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Download();
}

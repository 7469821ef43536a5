using System.Net;
using System.Text.RegularExpressions;

namespace Tn.Platform.Search;

/// <summary>The words of our own, already sanitised HTML, for the index. Never a defence: what comes out is text, to be encoded when shown.</summary>
public static partial class PlainText
{
    /// <summary>The text, tags replaced by spaces and white space folded.</summary>
    public static string OfHtml(string html) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}

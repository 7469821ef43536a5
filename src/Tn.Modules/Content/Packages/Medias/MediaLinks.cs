using System.Text.RegularExpressions;
using Tn.Content.Rendering;

namespace Tn.Content.Packages.Medias;

/// <summary>
/// Between a text as a package has it (<c>![Un écran](media/ecran.png)</c>) and as the site keeps it (<c>/medias/…</c>). Code is left
/// as it is written; questions in a fence are not code.
/// </summary>
internal static partial class MediaLinks
{
    /// <summary>The text with the addresses of the library; an error for each file that the package does not hold.</summary>
    /// <param name="path">Of the text, in the package.</param>
    public static string Resolve(string text, string path, PackageMedias medias, Findings findings)
    {
        if (!text.Contains("media/", StringComparison.Ordinal))
        {
            return text;
        }

        return EachLine(text, (line, number) => Relative().Replace(line, match =>
        {
            var reference = match.Groups["path"].Value;
            if (medias.Find(path, reference) is { } media)
            {
                return $"{match.Groups["before"].Value}{media.Url}";
            }

            findings.Error(number, $"« {reference} » n’existe pas dans le paquet, ou est refusé : vérifiez son nom, à la majuscule près.", "media-missing");
            return match.Value;
        }));
    }

    /// <summary>The text as a package has it.</summary>
    /// <param name="referenceOf">A media's path beside the text by its id, or null to leave its address.</param>
    public static string Unresolve(string text, Func<string, string?> referenceOf) => !text.Contains("/medias/", StringComparison.Ordinal)
        ? text
        : EachLine(text, (line, _) => Absolute().Replace(line, match => referenceOf(match.Groups["id"].Value) is { } reference
            ? $"{match.Groups["before"].Value}{reference}"
            : match.Value));

    private static string EachLine(string text, Func<string, int, string> change)
    {
        var lines = text.Split('\n');
        string? fence = null;
        var isCode = false;
        for (var at = 0; at < lines.Length; at++)
        {
            var mark = Fence().Match(lines[at]);
            if (mark.Success && fence is null)
            {
                fence = mark.Groups["mark"].Value;
                isCode = mark.Groups["info"].Value != "gift";
            }
            else if (mark.Success && mark.Groups["info"].Length == 0 && mark.Groups["mark"].Value.StartsWith(fence!, StringComparison.Ordinal))
            {
                fence = null;
            }
            else if (fence is null || !isCode)
            {
                lines[at] = change(lines[at], at + 1);
            }
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"(?<before>\]\([ ]?<?|\]:[ \t]*<?|\b(src|href)=[""'])(?<path>(\./)?media/[^\s()<>""'#?]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"(?<before>\]\([ ]?<?|\]:[ \t]*<?|\b(src|href)=[""'])/medias/(?<id>[0-9a-hjkmnp-tv-z]{26})/[^\s()<>""'#?]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Absolute();

    [GeneratedRegex(@"^ {0,3}(?<mark>`{3,}|~{3,})[ \t]*(?<info>[^`\s]*)[^`]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}

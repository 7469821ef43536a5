using System.Text.RegularExpressions;

namespace Tn.Content.Rendering;

/// <summary>French spacing rules (Lexique des règles typographiques en usage à l’Imprimerie nationale).</summary>
internal static partial class Typography
{
    /// <summary>Makes typed spaces unbreakable where a line must not break: narrow before ; ! ?, full before : and inside « ».</summary>
    public static string French(string text) =>
        InsideQuotes().Replace(BeforeColon().Replace(BeforeHigh().Replace(text, "\u202f"), "\u00a0"), "\u00a0");

    [GeneratedRegex(@" (?=[;!?](\s|$|[)\].,»]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BeforeHigh();

    [GeneratedRegex(@" (?=:(\s|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BeforeColon();

    [GeneratedRegex(@"(?<=«) | (?=»)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InsideQuotes();
}

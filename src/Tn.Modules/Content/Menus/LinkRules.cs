namespace Tn.Content.Menus;

/// <summary>What a link of the layout may be.</summary>
internal static class LinkRules
{
    public const int TextLength = 60;

    /// <summary>More than a reader takes in, and than the header holds.</summary>
    public const int MaximumItems = 12;

    /// <summary>True for a path of this site or an https address: never a script, another scheme or another host in disguise.</summary>
    public static bool IsAllowed(string url) =>
        url.Length is > 0 and <= 300 && !url.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter == '\\')
        && (IsOfThisSite(url) || (url.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length == 0));

    private static bool IsOfThisSite(string url) => url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal);
}

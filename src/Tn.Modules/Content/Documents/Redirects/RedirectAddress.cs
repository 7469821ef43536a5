using System.Text.RegularExpressions;

namespace Tn.Content.Documents.Redirects;

/// <summary>Addresses of this site, written one way, so that they can be compared.</summary>
internal static partial class RedirectAddress
{
    /// <summary>Lower case, without a last slash. Routing knows no case either.</summary>
    public static string Normal(string path)
    {
        var trimmed = path.Trim().TrimEnd('/').ToLowerInvariant();
        return trimmed.Length == 0 ? "/" : trimmed;
    }

    /// <summary>True for a path of this very site: never another host, a query, or a way up.</summary>
    /// <param name="path">As <see cref="Normal"/> writes it.</param>
    public static bool IsOfThisSite(string path) => path.Length <= Redirect.AddressLength && Path().IsMatch(path);

    [GeneratedRegex(@"^(?:/|(?:/[a-z0-9àâäçéèêëîïôöùûüÿœæ_~-][a-z0-9àâäçéèêëîïôöùûüÿœæ._~-]*)+)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Path();
}

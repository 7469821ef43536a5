using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Network.Profiles;

/// <summary>Names as the last part of an address.</summary>
internal static class Slug
{
    /// <summary><c>marie-lou-le-goff</c> for « Marie-Lou Le Goff »; <c>sans-nom</c> when no letter is left.</summary>
    public static string Of(string name)
    {
        var letters = new StringBuilder();
        foreach (var letter in name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letters.Length > 0 && letters[^1] != '-')
            {
                letters.Append('-');
            }
        }

        var slug = letters.ToString().Trim('-');
        return slug.Length == 0 ? "sans-nom" : slug[..Math.Min(slug.Length, 80)];
    }

    /// <summary>The first of <c>name</c>, <c>name-2</c>, <c>name-3</c>… that no profile has.</summary>
    public static async Task<string> FreeAsync(TnDbContext db, string name, CancellationToken cancellationToken)
    {
        var wanted = Of(name);
        var taken = await db.Set<NetworkProfile>().Where(profile => profile.Slug.StartsWith(wanted)).Select(profile => profile.Slug).ToListAsync(cancellationToken);
        taken.AddRange(db.Set<NetworkProfile>().Local.Select(profile => profile.Slug));
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? wanted : $"{wanted}-{number}").First(slug => !taken.Contains(slug));
    }
}

using System.Text.RegularExpressions;
using Tn.Platform.Web;

namespace Tn.Identity.People;

/// <summary>Roles and account facts, in words.</summary>
internal static partial class AccountSentences
{
    /// <summary>A role's name: <c>PedagogyMember</c> is under <c>role.pedagogy-member</c>.</summary>
    public static string OfRole(this Sentences sentences, Role role) =>
        sentences.Of($"role.{InnerCapital().Replace(role.ToString(), "-$0").ToLowerInvariant()}");

    /// <summary>A fact's sentence.</summary>
    public static string OfFact(this Sentences sentences, AccountFact fact)
    {
        var detail = Enum.TryParse<Role>(fact.Detail, out var role) ? sentences.OfRole(role) : fact.Detail ?? string.Empty;
        return sentences.Of(fact.What, new Dictionary<string, string> { ["detail"] = detail });
    }

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex InnerCapital();
}

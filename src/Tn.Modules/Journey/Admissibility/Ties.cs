using Tn.Journey.Census.Codes;
using Tn.Journey.Path;
using Tn.Platform.Web;

namespace Tn.Journey.Admissibility;

/// <summary>Computes who may not look at a file, as the jury does. Pure.</summary>
internal static class Ties
{
    /// <summary>
    /// The declared tie of a member that names the enterprise, its SIRET or SIREN, or one of the vendors the consultant is tied to;
    /// null when there is none. Case and accents do not count; whole words do.
    /// </summary>
    public static string? Between(CommitteeMember member, ConsultantDossier dossier) =>
        member.Person == dossier.Person ? Texts.Key("le dossier est le sien") : member.Ties.FirstOrDefault(tie => Touches(tie, dossier));

    private static bool Touches(string tie, ConsultantDossier dossier)
    {
        var digits = string.Concat(tie.Where(char.IsAsciiDigit));
        return (digits.Length is 9 or 14 && dossier.Siret?.StartsWith(digits, StringComparison.Ordinal) == true)
            || dossier.Ties.Append(dossier.EnterpriseName).Any(name => SameFirm(tie, name));
    }

    private static bool SameFirm(string one, string other)
    {
        var (a, b) = (Words.Fold(one), Words.Fold(other));
        return a.Length > 1 && b.Length > 1 && ($" {a} ".Contains($" {b} ", StringComparison.Ordinal) || $" {b} ".Contains($" {a} ", StringComparison.Ordinal));
    }
}

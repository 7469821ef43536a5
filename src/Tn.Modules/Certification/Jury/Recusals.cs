namespace Tn.Certification.Jury;

/// <summary>Who may not judge a file. Pure.</summary>
internal static class Recusals
{
    /// <summary>
    /// The tie that recuses a member from a file, or null: a declared tie of the member names the enterprise, its SIRET or
    /// SIREN, or one of the vendors the consultant is tied to. Case and accents do not count; whole words do.
    /// </summary>
    public static string? TieBetween(CommitteeMember member, ConsultantFile file)
    {
        if (member.Person == file.Person)
        {
            return "le dossier est le sien";
        }

        return member.Ties.FirstOrDefault(tie => Touches(tie, file));
    }

    private static bool Touches(string tie, ConsultantFile file)
    {
        var digits = string.Concat(tie.Where(char.IsAsciiDigit));
        if (digits.Length is 9 or 14 && file.Siret.StartsWith(digits, StringComparison.Ordinal))
        {
            return true;
        }

        return file.Ties.Append(file.EnterpriseName).Any(name => SameFirm(tie, name));
    }

    private static bool SameFirm(string one, string other)
    {
        var (a, b) = ($" {Folding.Fold(one)} ", $" {Folding.Fold(other)} ");
        return a.Trim().Length > 1 && b.Trim().Length > 1 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
    }
}

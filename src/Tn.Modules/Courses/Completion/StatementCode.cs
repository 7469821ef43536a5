using System.Security.Cryptography;

namespace Tn.Courses.Completion;

/// <summary>The code on a completion statement: 80 bits, so nobody meets a statement by guessing.</summary>
internal static class StatementCode
{
    /// <summary>Characters kept; people see them in four groups.</summary>
    public const int Length = 16;

    // Crockford's base 32: nothing that the eye confuses.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A new code.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>« 7K2M-9QXT-… », as printed.</summary>
    public static string Shown(string code) =>
        string.Join('-', code.ToUpperInvariant().Chunk(4).Select(group => new string(group)));

    /// <summary>The kept form of what was typed (case, dashes, spaces, o for 0, i or l for 1), or null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var code = string.Concat((typed ?? string.Empty).Where(char.IsAsciiLetterOrDigit).Select(Readable));
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }

    private static char Readable(char typed) => char.ToLowerInvariant(typed) switch
    {
        'o' => '0',
        'i' or 'l' => '1',
        var other => other,
    };
}

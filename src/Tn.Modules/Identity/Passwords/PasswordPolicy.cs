using System.Collections.Frozen;
using Tn.Identity.People;

namespace Tn.Identity.Passwords;

/// <summary>
/// What a password must be: long, not one's own name, not everybody's password. No composition rules: they make passwords worse
/// (ANSSI, « Recommandations relatives à l'authentification multifacteur et aux mots de passe », 2021).
/// </summary>
internal static class PasswordPolicy
{
    /// <summary>Fewest characters.</summary>
    public const int MinimumLength = 12;

    /// <summary>Most characters: beyond, hashing would be a way to tire the server.</summary>
    public const int MaximumLength = 128;

    // Those of twelve characters or fewer once doubled or followed by figures, as leaked lists of French accounts show them.
    private static readonly FrozenSet<string> Common = new[]
    {
        "motdepasse", "password", "azerty", "azertyuiop", "qwerty", "qwertyuiop", "bonjour", "loulou", "doudou", "soleil", "marseille",
        "chouchou", "jetaime", "nicolas", "camille", "coucou", "chocolat", "louloute", "iloveyou", "princesse", "football", "bordeaux",
        "toulouse", "france", "vacances", "liberte", "anniversaire", "administrateur", "connexion", "bienvenue", "123456", "1234567890", "0123456789",
        "conseiller", "consultant", "transition", "numerique", "transitionnumerique", "entreprise", "secret", "azerty123456",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Refuses a password that is too short, too long, personal or common.</summary>
    public static Outcome Check(string password, string email, string givenName, string familyName)
    {
        if (password.Length < MinimumLength)
        {
            return new Refusal("account.password-too-short").With("minimum", $"{MinimumLength}");
        }

        if (password.Length > MaximumLength)
        {
            return new Refusal("account.password-too-long").With("maximum", $"{MaximumLength}");
        }

        var plain = Person.Fold(password);
        if (Personal(email, givenName, familyName).Any(word => plain.Contains(word, StringComparison.Ordinal)))
        {
            return new Refusal("account.password-personal");
        }

        return IsCommon(plain) ? new Refusal("account.password-common") : Outcome.Done;
    }

    private static IEnumerable<string> Personal(string email, string givenName, string familyName) =>
        new[] { email, email.Split('@')[0], givenName, familyName }.Select(Person.Fold).Where(word => word.Length >= 4);

    // "Motdepasse2026!" and "azertyazerty" are as common as what they are made of.
    private static bool IsCommon(string plain)
    {
        var letters = new string([.. plain.Where(char.IsLetter)]);
        var half = letters.Length % 2 == 0 ? letters[..(letters.Length / 2)] : letters;
        return plain.Distinct().Count() <= 3
            || Common.Contains(plain)
            || Common.Contains(letters)
            || (letters == half + half && Common.Contains(half))
            || (letters.Length == 0 && Common.Contains(plain[..Math.Min(10, plain.Length)]));
    }
}

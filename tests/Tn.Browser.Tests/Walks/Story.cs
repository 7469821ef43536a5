using System.Globalization;

namespace Tn.Browser.Tests.Walks;

/// <summary>The names and numbers of one telling of the story; each telling has its own, as both happen on one site.</summary>
/// <param name="Key">Part of addresses and of the package's id.</param>
/// <param name="Course">Title of the author's course.</param>
/// <param name="Learner">Demonstration account of the advisor.</param>
/// <param name="Siret">A valid number of the consultant's enterprise.</param>
internal sealed record Story(string Key, string Course, string Learner, string GivenName, string FamilyName, string Email, string Enterprise, string Siret, string Reviewer)
{
    public const string Password = "une phrase de passe assez longue 2026";

    public string FullName => $"{GivenName} {FamilyName}";

    public static Story Of(bool javaScript) => javaScript
        ? new("avec", "Répondre à un avis mécontent", "conseiller51@demo.test", "Maëlle", "Kervadec", "maelle.kervadec@exemple.test", "Kervadec Conseil", SiretOf("8020315440001"), "pedago1")
        : new("sans", "Accueillir un client pressé", "conseiller52@demo.test", "Anatole", "Vasseur", "anatole.vasseur@exemple.test", "Vasseur Numérique", SiretOf("8130427650001"), "pedago2");

    // Luhn's algorithm (ISO/IEC 7812-1) on the SIREN, then on the whole.
    private static string SiretOf(string seed)
    {
        var siren = WithKey(seed[..8]);
        return WithKey(siren + seed[9..13]);
    }

    private static string WithKey(string digits) =>
        Enumerable.Range(0, 10).Select(key => digits + key.ToString(CultureInfo.InvariantCulture)).First(IsLuhn);

    private static bool IsLuhn(string digits) => digits.Reverse().Select((digit, at) =>
    {
        var value = (digit - '0') * (at % 2 == 1 ? 2 : 1);
        return value > 9 ? value - 9 : value;
    }).Sum() % 10 == 0;
}

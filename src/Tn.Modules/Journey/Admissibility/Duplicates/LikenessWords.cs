namespace Tn.Journey.Admissibility.Duplicates;

/// <summary>Sentence keys of likenesses.</summary>
internal static class LikenessWords
{
    public static string Key(Likeness why) => why switch
    {
        Likeness.Siret => "duplicates.why-siret",
        Likeness.Siren => "duplicates.why-siren",
        Likeness.Email => "duplicates.why-email",
        _ => "duplicates.why-name",
    };
}

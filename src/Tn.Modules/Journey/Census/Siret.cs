namespace Tn.Journey.Census;

/// <summary>The number of an establishment: 14 digits, the first nine being the enterprise's SIREN (décret n° 73-314 du 14 mars 1973).</summary>
internal readonly record struct Siret
{
    private const string LaPosteSiren = "356000000";

    // La Poste's head office follows the common key; its other establishments do not.
    private const string LaPosteHeadOffice = "35600000000048";

    private Siret(string digits) => Digits = digits;

    /// <summary>14 digits, without spaces.</summary>
    public string Digits { get; }

    /// <summary>The first nine digits.</summary>
    public string Siren => Digits[..9];

    /// <summary>
    /// Reads a typed number; spaces, dots and hyphens are tolerated. Refused, each fault with its own sentence, when it is empty
    /// (<c>siret.empty</c>), holds something else than digits, has not 14 of them, or has a wrong SIREN or SIRET key.
    /// </summary>
    public static Outcome<Siret> Parse(string? typed)
    {
        var digits = string.Concat((typed ?? string.Empty).Where(sign => !char.IsWhiteSpace(sign) && sign is not ('.' or '-')));
        if (digits.Length == 0)
        {
            return new Refusal("siret.empty");
        }

        if (digits.Any(sign => !char.IsAsciiDigit(sign)))
        {
            return new Refusal("siret.not-digits");
        }

        if (digits.Length != 14)
        {
            return new Refusal("siret.length").With("count", French.Count(digits.Length, "chiffre", "chiffres"));
        }

        if (!HasLuhnKey(digits[..9]))
        {
            return new Refusal("siret.siren-key").With("siren", digits[..9]);
        }

        if (digits[..9] == LaPosteSiren && digits != LaPosteHeadOffice)
        {
            return digits.Sum(digit => digit - '0') % 5 == 0 ? new Siret(digits) : new Refusal("siret.la-poste-key");
        }

        return HasLuhnKey(digits) ? new Siret(digits) : new Refusal("siret.key");
    }

    /// <summary>As people write it: <c>732 829 320 00074</c>.</summary>
    public override string ToString() => $"{Digits[..3]} {Digits[3..6]} {Digits[6..9]} {Digits[9..]}";

    /// <summary>The SIRET of an enterprise's establishment, keys computed: for demonstrations and tests.</summary>
    /// <param name="root">The SIREN's first eight digits.</param>
    /// <param name="establishment">The establishment's first four digits.</param>
    internal static Siret Compute(string root, string establishment)
    {
        var siren = root + Key(root);
        var body = siren + establishment;
        return new Siret(body + Key(body));
    }

    private static char Key(string body) => "0123456789".First(key => HasLuhnKey(body + key));

    private static bool HasLuhnKey(string digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)] - '0';
            var weighed = at % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return sum % 10 == 0;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Tn.Content.Questions;

/// <summary>A range of numbers as a choice writes it: « de 10 à 20 jours », « moins de 30 », « 50 ou plus ».</summary>
/// <param name="Unit">What is counted, lower case; two ranges of different things do not overlap.</param>
internal sealed partial record NumericRange(decimal From, bool FromIncluded, decimal To, bool ToIncluded, string Unit)
{
    /// <summary>The range, or null when the text is something else.</summary>
    public static NumericRange? Read(string text)
    {
        var words = Spaces().Replace(text.Trim().TrimEnd('.').ToLowerInvariant(), " ");
        if (Between().Match(words) is { Success: true } both)
        {
            return new NumericRange(Number(both, "from"), true, Number(both, "to"), true, both.Groups["unit"].Value.Trim());
        }

        if (Below().Match(words) is { Success: true } below)
        {
            return new NumericRange(decimal.MinValue, true, Number(below, "to"), below.Groups["strict"].Length == 0, below.Groups["unit"].Value.Trim());
        }

        return Above().Match(words) is { Success: true } above
            ? new NumericRange(Number(above, "from"), above.Groups["strict"].Length == 0, decimal.MaxValue, true, above.Groups["unit"].Value.Trim())
            : null;
    }

    /// <summary>True when a number is in both.</summary>
    public bool Overlaps(NumericRange other)
    {
        if (Unit != other.Unit)
        {
            return false;
        }

        var (low, high) = From <= other.From ? (this, other) : (other, this);
        return high.From < low.To || (high.From == low.To && low.ToIncluded && high.FromIncluded);
    }

    private static decimal Number(Match match, string group) =>
        decimal.Parse(match.Groups[group].Value.Replace(" ", string.Empty).Replace(',', '.'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:entre |de )?(?<from>\d[\d ]{0,12}(?:,\d{1,6})?)(?<unit1> ?[^\d]{0,20}?) ?(?:et|à|-|–) ?(?<to>\d[\d ]{0,12}(?:,\d{1,6})?)(?<unit>[^\d]{0,30})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:(?<strict>moins de|<) ?|jusqu[’']à |au plus )(?<to>\d[\d ]{0,12}(?:,\d{1,6})?)(?<unit>[^\d]{0,30})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Below();

    [GeneratedRegex(@"^(?:(?<strict>plus de|>) ?|au moins |à partir de )(?<from>\d[\d ]{0,12}(?:,\d{1,6})?)(?<unit>[^\d]{0,30})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Above();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}

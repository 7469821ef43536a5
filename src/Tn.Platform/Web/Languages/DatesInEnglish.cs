using System.Globalization;
using System.Text.RegularExpressions;
using Tn.Kernel;

namespace Tn.Platform.Web;

/// <summary>
/// A refusal carries its days already written, in French, because histories and letters keep them so;
/// an English sentence says them in English.
/// </summary>
internal static partial class DatesInEnglish
{
    /// <summary>"avant le jeudi 14 janvier 2027 à 9 h 05" becomes "avant le Thursday 14 January 2027 at 09:05": only days and hours change.</summary>
    public static string Of(string value) => Written().Replace(value, match =>
    {
        var month = Array.IndexOf(French.Culture.DateTimeFormat.MonthNames, match.Groups["month"].Value) + 1;
        var day = match.Groups["day"].Value == "1er" ? 1 : int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (month == 0 || year == 0 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return match.Value;
        }

        var said = new DateOnly(year, month, day).ToString(match.Groups["weekday"].Success ? "dddd d MMMM yyyy" : "d MMMM yyyy", Languages.English);
        return match.Groups["hour"].Success ? $"{said} at {match.Groups["hour"].Value.PadLeft(2, '0')}:{match.Groups["minute"].Value}" : said;
    });

    [GeneratedRegex(
        @"\b(?:(?<weekday>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?<day>1er|\d{1,2}) (?<month>[a-zéû]{3,9}) (?<year>\d{4})\b(?: à (?<hour>\d{1,2}) h (?<minute>\d{2}))?",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Written();
}

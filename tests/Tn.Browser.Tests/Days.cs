using System.Globalization;
using Tn.Kernel;

namespace Tn.Browser.Tests;

/// <summary>Days as a date field takes them. Counted from today, since the site's clock is everybody's: a written date would pass.</summary>
internal static class Days
{
    public static string FromToday(int days) => Written(French.Day(DateTimeOffset.UtcNow).AddDays(days));

    public static string MonthsAgo(int months) => Written(French.Day(DateTimeOffset.UtcNow).AddMonths(-months));

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

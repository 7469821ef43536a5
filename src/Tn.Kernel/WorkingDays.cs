namespace Tn.Kernel;

/// <summary>Working days in France: Monday to Friday but for the eleven legal holidays (Code du travail, L3133-1).</summary>
public static class WorkingDays
{
    /// <summary>True on a day when desks are open.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The day reached after counting <paramref name="count"/> working days; the starting day does not count.</summary>
    /// <param name="from">The day the delay starts.</param>
    /// <param name="count">Zero or more working days.</param>
    public static DateOnly After(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = from;
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>True on a legal holiday of metropolitan France (Alsace-Moselle's two more are not counted).</summary>
    public static bool IsHoliday(DateOnly day)
    {
        var easter = EasterSunday(day.Year);
        return (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)
            || day == easter.AddDays(1) || day == easter.AddDays(39) || day == easter.AddDays(50);
    }

    /// <summary>Gregorian Easter (anonymous algorithm, as given by Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        var f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return new DateOnly(year, f / 31, f % 31 + 1);
    }
}

using Tn.Kernel;

namespace Tn.Testing.Histories;

/// <summary>What is fixed for a history whatever people do: its six years, when the programme's machines are down, when the charter changes, when the jury sits.</summary>
internal sealed class Calendar
{
    private const int OutagesAYear = 8;
    private const int UsualOutage = 5;

    /// <summary>Much longer than from D-30 to D-7, and than from the census's D7 to its D30: two rungs of one ladder fall due together.</summary>
    public const int LongestOutage = 45;

    private readonly HashSet<DateOnly> down = [];

    public Calendar(Random random)
    {
        for (var outage = 0; outage < OutagesAYear * 6; outage++)
        {
            Break(random.Next(Days), random.Next(1, UsualOutage + 1));
        }

        Break(random.Next(Days / 2, Days), LongestOutage);
        Break(random.Next(Days / 4, Days / 2), LongestOutage);
    }

    public static DateOnly FirstDay { get; } = new(2026, 11, 2);

    /// <summary>The day after the last.</summary>
    public static DateOnly End { get; } = FirstDay.AddYears(6);

    public static int Days => End.DayNumber - FirstDay.DayNumber;

    /// <summary>The charter's versions after the first, with the day each is published.</summary>
    public static IReadOnlyDictionary<DateOnly, (string Id, bool IsMaterial)> Charters { get; } = new Dictionary<DateOnly, (string, bool)>
    {
        [FirstDay.AddDays(560)] = ("v2", true),
        [FirstDay.AddDays(900)] = ("v3", false),
        [FirstDay.AddDays(1450)] = ("v4", true),
    };

    /// <summary>The hour of the evening at which the day's recurring works run.</summary>
    public static DateTimeOffset Evening(DateOnly day) => French.StartOf(day).AddHours(20);

    /// <summary>True when the recurring works run that evening, and what happened is handed on.</summary>
    public bool IsUp(DateOnly day) => !down.Contains(day);

    /// <summary>Every second Tuesday.</summary>
    public static bool JurySits(DateOnly day) => (day.DayNumber - FirstDay.DayNumber) % 14 == 1;

    /// <summary>The first evening of works at an instant or after it, or null when the history ends before.</summary>
    public DateTimeOffset? NextWorks(DateTimeOffset from)
    {
        for (var day = French.Day(from); day < End; day = day.AddDays(1))
        {
            if (IsUp(day) && Evening(day) >= from)
            {
                return Evening(day);
            }
        }

        return null;
    }

    private void Break(int from, int length)
    {
        for (var day = 0; day < length; day++)
        {
            down.Add(FirstDay.AddDays(from + day));
        }
    }
}

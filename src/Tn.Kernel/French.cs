using System.Globalization;

namespace Tn.Kernel;

/// <summary>How dates, delays and counts are written for people: French, Europe/Paris, in full.</summary>
public static class French
{
    /// <summary>The culture of everything shown.</summary>
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The programme's time zone: deadlines are Paris days.</summary>
    public static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The calendar day in Paris at an instant.</summary>
    public static DateOnly Day(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Paris).DateTime);

    /// <summary>The instant at which a Paris day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Paris.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>"jeudi 14 janvier 2027"; the first of a month is "1er".</summary>
    public static string Date(DateOnly day) =>
        $"{day.ToString("dddd", Culture)} {(day.Day == 1 ? "1er" : day.Day.ToString(Culture))} {day.ToString("MMMM yyyy", Culture)}";

    /// <summary>"14 janvier 2027".</summary>
    public static string ShortDate(DateOnly day) =>
        $"{(day.Day == 1 ? "1er" : day.Day.ToString(Culture))} {day.ToString("MMMM yyyy", Culture)}";

    /// <summary>"jeudi 14 janvier 2027 à 9 h 05", Paris time.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Paris);
        return $"{Date(DateOnly.FromDateTime(local.DateTime))} à {local.Hour} h {local.Minute:00}";
    }

    /// <summary>"1 leçon", "2 leçons": French plural starts at two.</summary>
    public static string Count(int number, string singular, string plural) =>
        $"{number.ToString("N0", Culture)} {(Math.Abs(number) < 2 ? singular : plural)}";

    /// <summary>"45 min", "1 h", "1 h 30".</summary>
    public static string Minutes(int minutes) => minutes switch
    {
        < 60 => $"{minutes} min",
        _ when minutes % 60 == 0 => $"{minutes / 60} h",
        _ => $"{minutes / 60} h {minutes % 60:00}",
    };
}

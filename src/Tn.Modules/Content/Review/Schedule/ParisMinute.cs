using System.Globalization;

namespace Tn.Content.Review.Schedule;

/// <summary>A minute as people in France say it, and the instant it is. Summer time makes some minutes not exist, and some happen twice.</summary>
internal static class ParisMinute
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "dd/MM/yyyy HH:mm"];

    /// <summary>The instant, UTC. Of a minute that happens twice (autumn) the first is meant.</summary>
    /// <param name="text">As a browser sends a date and time, or as typed: <c>14/01/2027 09:30</c>.</param>
    public static Outcome<DateTimeOffset> Read(string? text)
    {
        if (!DateTime.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return new Refusal("content.schedule-time-unreadable");
        }

        if (French.Paris.IsInvalidTime(local))
        {
            return new Refusal("content.schedule-time-skipped").With("time", $"{local.Hour} h {local.Minute:00}");
        }

        var offset = French.Paris.IsAmbiguousTime(local) ? French.Paris.GetAmbiguousTimeOffsets(local).Max() : French.Paris.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

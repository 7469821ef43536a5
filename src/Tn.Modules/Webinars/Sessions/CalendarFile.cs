using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Tn.Webinars.Sessions;

/// <summary>A session as an iCalendar file (RFC 5545), for people's own agendas.</summary>
internal static class CalendarFile
{
    /// <param name="url">Absolute address of the webinar's page.</param>
    public static string Write(WebinarSession session, Uri url)
    {
        var calendar = new Calendar { ProductId = "-//Transition Numérique//Webinaires//FR" };
        calendar.Events.Add(new CalendarEvent
        {
            // The same for good: an agenda that imports the file again moves the event instead of doubling it.
            Uid = $"webinaire-{session.Id}@transition-numerique",
            DtStamp = new CalDateTime(session.StartsUtc.UtcDateTime.AddDays(-1), CalDateTime.UtcTzId),
            Start = new CalDateTime(session.StartsUtc.UtcDateTime, CalDateTime.UtcTzId),
            End = new CalDateTime(session.EndsUtc.UtcDateTime, CalDateTime.UtcTzId),
            Summary = session.Title,
            Description = session.Summary,
            Url = url,
        });
        return new CalendarSerializer().SerializeToString(calendar) ?? string.Empty;
    }
}

using System.Globalization;

namespace Tn.Webinars.Sessions;

internal readonly record struct SessionId(Guid Value) : IGuidId<SessionId>
{
    public static SessionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// A webinar at its time. The document says what it is about; the time is settled here, once:
/// « in three days » in a document means three days after its first publication, not after each reading.
/// </summary>
internal sealed class WebinarSession
{
    /// <summary>When a document says a day and no hour.</summary>
    private static readonly TimeOnly UsualHour = new(14, 0);

    private WebinarSession()
    {
    }

    public SessionId Id { get; private set; }

    /// <summary>Of the document, shared by its versions.</summary>
    public string ItemId { get; private set; } = string.Empty;

    public string Slug { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public string Summary { get; private set; } = string.Empty;

    public string? Axis { get; private set; }

    public DateTimeOffset StartsUtc { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>False once its document is archived: it is listed no more, its registrations are kept.</summary>
    public bool IsListed { get; private set; }

    public DateTimeOffset EndsUtc => StartsUtc.AddMinutes(Minutes);

    /// <summary>Settles a published document's time, or null when it does not say any.</summary>
    public static WebinarSession? Of(PublishedDocument document, DateTimeOffset at)
    {
        if (StartOf(document) is not { } starts)
        {
            return null;
        }

        var session = new WebinarSession { Id = SessionId.From(Guid.CreateVersion7(at)), ItemId = document.ItemId, StartsUtc = starts };
        session.Describe(document);
        return session;
    }

    /// <summary>Takes up a new version of the document. Only a time written in full can move the session.</summary>
    /// <returns>True when it moved.</returns>
    public bool Follow(PublishedDocument document)
    {
        Describe(document);
        if (!document.Fields.ContainsKey("starts") || StartOf(document) is not { } starts || starts == StartsUtc)
        {
            return false;
        }

        StartsUtc = starts;
        return true;
    }

    public void Archive() => IsListed = false;

    private void Describe(PublishedDocument document)
    {
        Slug = document.Slug;
        Title = document.Title;
        Summary = document.Summary;
        Axis = document.Axis;
        Minutes = document.Fields.TryGetValue("minutes", out var minutes) && int.TryParse(minutes, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 5, 600) : 60;
        IsListed = true;
    }

    private static DateTimeOffset? StartOf(PublishedDocument document)
    {
        if (document.Fields.TryGetValue("starts", out var written) && DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment))
        {
            return moment.Kind == DateTimeKind.Unspecified ? InParis(moment) : new DateTimeOffset(moment).ToUniversalTime();
        }

        if (document.Fields.TryGetValue("startsInDays", out var days) && int.TryParse(days, CultureInfo.InvariantCulture, out var delay) && Math.Abs(delay) <= 3650)
        {
            return InParis(WorkingDayFrom(French.Day(document.PublishedUtc).AddDays(delay), delay < 0 ? -1 : 1).ToDateTime(UsualHour));
        }

        return null;
    }

    private static DateOnly WorkingDayFrom(DateOnly day, int step)
    {
        while (!WorkingDays.IsWorkingDay(day))
        {
            day = day.AddDays(step);
        }

        return day;
    }

    private static DateTimeOffset InParis(DateTime local) => new DateTimeOffset(local, French.Paris.GetUtcOffset(local)).ToUniversalTime();
}

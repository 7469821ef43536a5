using Tn.Platform.Data;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Registrations;

internal readonly record struct RegistrationId(Guid Value) : IGuidId<RegistrationId>
{
    public static RegistrationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>A person's seat at a webinar: one row for good, taken and given back as often as she likes.</summary>
internal sealed class WebinarRegistration : IRevisioned
{
    private WebinarRegistration()
    {
    }

    public WebinarRegistration(SessionId session, PersonId person, DateTimeOffset at)
    {
        Id = RegistrationId.From(Guid.CreateVersion7(at));
        Session = session;
        Person = person;
        RegisteredAt = at;
        Times = 1;
    }

    public RegistrationId Id { get; private set; }

    public SessionId Session { get; private set; }

    public PersonId Person { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>How often the seat was taken; makes the keys of letters and reminders new each time.</summary>
    public int Times { get; private set; }

    public int Revision { get; set; }

    public bool IsHeld => CancelledAt is null;

    public void TakeAgain(DateTimeOffset at)
    {
        RegisteredAt = at;
        CancelledAt = null;
        Times++;
    }

    public void Cancel(DateTimeOffset at) => CancelledAt ??= at;
}

/// <summary>Somebody registered for a webinar.</summary>
[EventName("webinars.registered")]
internal sealed record WebinarRegistered(SessionId Session, PersonId Person) : IEvent;

/// <summary>Somebody gave a seat back.</summary>
[EventName("webinars.registration-cancelled")]
internal sealed record WebinarRegistrationCancelled(SessionId Session, PersonId Person) : IEvent;

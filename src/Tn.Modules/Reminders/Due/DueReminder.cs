namespace Tn.Reminders.Due;

/// <summary>A planned reminder's row.</summary>
internal readonly record struct DueReminderId(Guid Value) : IGuidId<DueReminderId>
{
    public static DueReminderId From(Guid value) => new(value);

    public static DueReminderId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>Where a reminder stands. Names are kept in the database: never rename one.</summary>
internal enum DueState
{
    /// <summary>To be sent when it is due.</summary>
    Planned,

    /// <summary>Told, once.</summary>
    Sent,

    /// <summary>No longer needed: cancelled, overtaken by a later rung, or nothing left to say.</summary>
    Dropped,

    /// <summary>Given up after too many tries; a person decides.</summary>
    Failed,
}

/// <summary>Something to remember at a time: the row is the truth, Hangfire only comes to look.</summary>
internal sealed class DueReminder
{
    /// <summary>Tries before a person must look.</summary>
    public const int MostTries = 8;

    private DueReminder()
    {
    }

    public DueReminder(PlannedReminder planned)
    {
        Id = DueReminderId.New(planned.DueUtc);
        Key = planned.Key;
        Kind = planned.Kind;
        Subject = planned.Subject;
        Step = planned.Step;
        To = planned.To;
        DueUtc = planned.DueUtc;
        NotBefore = planned.DueUtc;
    }

    public DueReminderId Id { get; private set; }

    /// <summary>Unique for good.</summary>
    public string Key { get; private set; } = string.Empty;

    public string Kind { get; private set; } = string.Empty;

    public string Subject { get; private set; } = string.Empty;

    public string Step { get; private set; } = string.Empty;

    public PersonId To { get; private set; }

    public DateTimeOffset DueUtc { get; private set; }

    public DueState State { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Not to be tried before; also the claim of whoever is writing it.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>Why the last try failed.</summary>
    public string? Error { get; private set; }

    /// <summary>As its kind knows it.</summary>
    public PlannedReminder Planned => new(Key, Kind, Subject, Step, To, DueUtc);

    /// <summary>It will not be sent.</summary>
    public void Drop() => State = DueState.Dropped;

    /// <summary>Cancelled, then needed again before it was due: what was sent, or is past, stays as it is.</summary>
    public void PlanAgain(DateTimeOffset due, DateTimeOffset now)
    {
        if (State == DueState.Dropped && due > now)
        {
            (State, DueUtc, NotBefore, Tries) = (DueState.Planned, due, due, 0);
        }
    }

    /// <summary>A try failed: later and later, then given up.</summary>
    public void Fail(string error, DateTimeOffset now)
    {
        Error = error;
        State = Tries >= MostTries ? DueState.Failed : DueState.Planned;
        NotBefore = now + TimeSpan.FromMinutes(Math.Pow(2, Tries));
    }

    /// <summary>Tries again what was given up. Refused with <c>reminders.not-failed</c> otherwise.</summary>
    public Outcome Retry(DateTimeOffset now)
    {
        if (State != DueState.Failed)
        {
            return new Refusal("reminders.not-failed");
        }

        State = DueState.Planned;
        Tries = 0;
        NotBefore = now;
        return Outcome.Done;
    }
}

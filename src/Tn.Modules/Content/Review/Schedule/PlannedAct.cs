using Stateless;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Review.Schedule;

/// <summary>A planned act's identity.</summary>
internal readonly record struct PlannedActId(Guid Value) : IGuidId<PlannedActId>
{
    public static PlannedActId From(Guid value) => new(value);

    public static PlannedActId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}

/// <summary>What is planned. Names are kept in the database: never rename one.</summary>
internal enum PlannedKind
{
    /// <summary>Publier un dossier, once the committee has approved it.</summary>
    Publish,

    /// <summary>Retirer un document du site.</summary>
    Archive,
}

/// <summary>
/// A publication or an archiving that happens later: a row with a due time, which a sweep executes through the gate.
/// The row is the truth: whatever crashes, the next sweep finds it.
/// </summary>
internal sealed class PlannedAct : IRevisioned
{
    private readonly List<ScheduleStep> history = [];
    private readonly StateMachine<ScheduleState, ScheduleTrigger> machine;

    private PlannedAct() => machine = ScheduleMachine.Over(() => State, state => State = state);

    public PlannedActId Id { get; private init; }

    public PlannedKind Kind { get; private init; }

    /// <summary>What is published; null for an archiving.</summary>
    public SubmissionId? Submission { get; private init; }

    /// <summary>What is archived; null for a publication.</summary>
    public string? ItemId { get; private init; }

    public string Title { get; private init; } = string.Empty;

    /// <summary>Not before this minute.</summary>
    public DateTimeOffset DueUtc { get; private init; }

    public ScheduleState State { get; private set; }

    /// <summary>What it is about while it is open, else null: a unique index then forbids two plans for one thing.</summary>
    public string? OpenKey { get; private set; }

    /// <summary>Who planned it, and is told when it cannot be done.</summary>
    public PersonId? Planner { get; private init; }

    /// <summary>Why it waits or was refused, or null.</summary>
    public ScheduleReason? Reason { get; private set; }

    public DateTimeOffset ChangedUtc { get; private set; }

    public int Revision { get; set; }

    public IReadOnlyList<ScheduleStep> History => history;

    public bool IsOpen => State is ScheduleState.Planned or ScheduleState.Waiting;

    /// <summary>Plans the publication of a submission, approved or still in review.</summary>
    /// <param name="due">Later than now.</param>
    public static PlannedAct Publication(ReviewSubmission submission, DateTimeOffset due, ActContext act) => new PlannedAct
    {
        Id = PlannedActId.New(act.At),
        Kind = PlannedKind.Publish,
        Submission = submission.Id,
        Title = submission.Title,
        DueUtc = due,
        OpenKey = $"publish:{submission.Id}",
        Planner = act.Actor,
    }.Begun(act);

    /// <summary>Plans that a published document is taken off the site.</summary>
    /// <param name="due">Later than now.</param>
    public static PlannedAct Archiving(ContentVersion published, DateTimeOffset due, ActContext act) => new PlannedAct
    {
        Id = PlannedActId.New(act.At),
        Kind = PlannedKind.Archive,
        ItemId = published.ItemId,
        Title = published.DisplayText,
        DueUtc = due,
        OpenKey = $"archive:{published.ItemId}",
        Planner = act.Actor,
    }.Begun(act);

    /// <summary>Done, as planned or already.</summary>
    public Outcome Execute(string how, ActContext act) => Fire(ScheduleTrigger.Execute, how, null, act);

    /// <summary>Its time has come and the committee has not decided: it will be done as soon as it has.</summary>
    public Outcome Wait(Refusal reason, ActContext act) => Fire(ScheduleTrigger.Wait, reason.Code, reason, act);

    /// <summary>Cannot be done; the reason is kept.</summary>
    public Outcome Refuse(Refusal reason, ActContext act) => Fire(ScheduleTrigger.Refuse, reason.Code, reason, act);

    /// <summary>Called off.</summary>
    public Outcome Cancel(string why, ActContext act) => Fire(ScheduleTrigger.Cancel, why, null, act);

    private PlannedAct Begun(ActContext act)
    {
        State = ScheduleState.Planned;
        ChangedUtc = act.At;
        history.Add(ScheduleStep.After(null, State, State, ScheduleTrigger.Plan, French.Moment(DueUtc), act));
        return this;
    }

    private Outcome Fire(ScheduleTrigger trigger, string said, Refusal? reason, ActContext act)
    {
        if (!machine.CanFire(trigger))
        {
            return new Refusal("content.schedule-closed");
        }

        var from = State;
        machine.Fire(trigger);
        Reason = reason is null ? null : ScheduleReason.Of(reason);
        OpenKey = IsOpen ? OpenKey : null;
        ChangedUtc = act.At;
        history.Add(ScheduleStep.After(history.MaxBy(step => step.Number), from, State, trigger, said, act));
        return Outcome.Done;
    }
}

/// <summary>A refusal as stored.</summary>
internal sealed record ScheduleReason(string Code, IReadOnlyDictionary<string, string> Values)
{
    public static ScheduleReason Of(Refusal refusal) => new(refusal.Code, refusal.Values);

    public Refusal ToRefusal() => new(Code, Values);
}

/// <summary>A move that took place; each row's hash covers the row before.</summary>
/// <param name="Said">In words, or the code of the reason.</param>
internal sealed record ScheduleStep(
    int Number,
    DateTimeOffset At,
    PersonId? Actor,
    string ActorName,
    ScheduleState From,
    ScheduleState To,
    ScheduleTrigger Trigger,
    string Said,
    string Hash)
{
    public static ScheduleStep After(ScheduleStep? previous, ScheduleState from, ScheduleState to, ScheduleTrigger trigger, string said, ActContext act)
    {
        var number = (previous?.Number ?? 0) + 1;
        var hash = HashChain.Link(previous?.Hash ?? HashChain.Origin, $"{number}", $"{act.At.ToUnixTimeMilliseconds()}", act.Actor?.ToString(), $"{from}", $"{to}", $"{trigger}", said);
        return new ScheduleStep(number, act.At, act.Actor, act.ActorName, from, to, trigger, said, hash);
    }
}

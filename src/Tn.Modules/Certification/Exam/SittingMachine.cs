using Stateless;
using Stateless.Reflection;

namespace Tn.Certification.Exam;

/// <summary>Where a sitting stands. Names are kept in the database: never rename one.</summary>
internal enum SittingStatus
{
    /// <summary>The clock runs, answers are taken.</summary>
    Open,

    /// <summary>Over: no answer is taken any more.</summary>
    Closed,

    /// <summary>The verdict is written, nobody outside the desk can read it.</summary>
    Graded,

    /// <summary>The candidate can read it.</summary>
    Published,

    /// <summary>The invigilator stopped the clock.</summary>
    Paused,

    /// <summary>It counts for nothing: the attempt is given back.</summary>
    Cancelled,

    /// <summary>Set aside for fraud: the attempt is used.</summary>
    Rejected,
}

/// <summary>What can happen to a sitting. Names are kept in the history: never rename one.</summary>
internal enum SittingTrigger
{
    Close,
    Grade,
    Publish,
    Unpublish,
    Pause,
    Resume,

    /// <summary>More minutes, for an incident.</summary>
    Extend,

    /// <summary>A new verdict, for an item neutralised.</summary>
    Rescore,
    Cancel,
    Uncancel,
    Reject,
    Unreject,
}

/// <summary>
/// The sitting's machine, declared once: scoring and publication apart, each dramatic move with its inverse.
/// A published sitting is unpublished before it is cancelled or rejected, so that the consultant's path is taken back first.
/// </summary>
internal static class SittingMachine
{
    private const string Article = "étape 4 du parcours, épreuve de connaissances";

    /// <summary>Every state with its owner, maximum age and article.</summary>
    public static readonly IReadOnlyDictionary<SittingStatus, Duty<SittingTrigger>> Duties = new Dictionary<SittingStatus, Duty<SittingTrigger>>
    {
        [SittingStatus.Open] = new(DutyOwner.Candidate, Article, new(RuleKeys.ExamMinutes, AgeUnit.Minutes, SittingTrigger.Close)),
        [SittingStatus.Paused] = new(DutyOwner.Invigilator, Article, new(RuleKeys.ExamPauseMinutes, AgeUnit.Minutes, SittingTrigger.Resume)),
        [SittingStatus.Closed] = new(DutyOwner.Programme, Article),
        [SittingStatus.Graded] = new(DutyOwner.Committee, Article, new(RuleKeys.ExamPublicationWorkingDays, AgeUnit.WorkingDays)),
        // Where people end, but no end of the machine: each of these has its inverse.
        [SittingStatus.Published] = new(DutyOwner.Committee, Article),
        [SittingStatus.Cancelled] = new(DutyOwner.Candidate, Article),
        [SittingStatus.Rejected] = new(DutyOwner.Candidate, "étape 10 du parcours, recours", new(RuleKeys.AppealDays, AgeUnit.Days)) { IsRefusal = true },
    };

    /// <summary>Every declared move, as the machine itself tells it.</summary>
    public static readonly IReadOnlyList<Move<SittingStatus, SittingTrigger>> Transitions = ReadTransitions();

    /// <summary>The sitting as every life cycle is described.</summary>
    public static readonly LifeCycle LifeCycle = LifeCycle.Of("sitting", SittingStatus.Open, Duties, Transitions);

    /// <summary>Where the trigger leads, or null when the machine does not declare the move.</summary>
    public static SittingStatus? Next(SittingStatus from, SittingTrigger trigger)
    {
        var at = from;
        var machine = Declare(() => at, to => at = to);
        if (!machine.CanFire(trigger))
        {
            return null;
        }

        machine.Fire(trigger);
        return at;
    }

    /// <summary>The triggers declared from a state.</summary>
    public static IReadOnlyList<SittingTrigger> From(SittingStatus status) =>
        [.. Transitions.Where(move => move.From == status).Select(move => move.Trigger)];

    private static StateMachine<SittingStatus, SittingTrigger> Declare(Func<SittingStatus> read, Action<SittingStatus> write)
    {
        var machine = new StateMachine<SittingStatus, SittingTrigger>(read, write);
        machine.Configure(SittingStatus.Open)
            .PermitReentry(SittingTrigger.Extend)
            .Permit(SittingTrigger.Pause, SittingStatus.Paused)
            .Permit(SittingTrigger.Close, SittingStatus.Closed)
            .Permit(SittingTrigger.Cancel, SittingStatus.Cancelled);
        machine.Configure(SittingStatus.Paused)
            .PermitReentry(SittingTrigger.Extend)
            .Permit(SittingTrigger.Resume, SittingStatus.Open)
            .Permit(SittingTrigger.Cancel, SittingStatus.Cancelled);
        machine.Configure(SittingStatus.Closed)
            .Permit(SittingTrigger.Grade, SittingStatus.Graded);
        machine.Configure(SittingStatus.Graded)
            .PermitReentry(SittingTrigger.Rescore)
            .Permit(SittingTrigger.Publish, SittingStatus.Published)
            .Permit(SittingTrigger.Cancel, SittingStatus.Cancelled)
            .Permit(SittingTrigger.Reject, SittingStatus.Rejected);
        machine.Configure(SittingStatus.Published)
            .PermitReentry(SittingTrigger.Rescore)
            .Permit(SittingTrigger.Unpublish, SittingStatus.Graded);
        machine.Configure(SittingStatus.Cancelled)
            .Permit(SittingTrigger.Uncancel, SittingStatus.Closed); // then graded on what was answered
        machine.Configure(SittingStatus.Rejected)
            .Permit(SittingTrigger.Unreject, SittingStatus.Graded);
        return machine;
    }

    private static IReadOnlyList<Move<SittingStatus, SittingTrigger>> ReadTransitions()
    {
        var states = Declare(() => SittingStatus.Open, _ => { }).GetInfo().States;
        var moves =
            from state in states
            from move in state.Transitions.OfType<FixedTransitionInfo>()
            let source = (SittingStatus)state.UnderlyingState
            orderby source
            select new Move<SittingStatus, SittingTrigger>(source, (SittingTrigger)move.Trigger.UnderlyingTrigger, [(SittingStatus)move.DestinationState.UnderlyingState]);
        return [.. moves];
    }
}

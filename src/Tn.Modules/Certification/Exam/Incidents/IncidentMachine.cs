using Stateless;
using Stateless.Reflection;

namespace Tn.Certification.Exam.Incidents;

/// <summary>Where an incident stands. Names are kept in the database: never rename one.</summary>
internal enum IncidentStatus
{
    /// <summary>Reported; it holds the sitting's publication.</summary>
    Reported,

    /// <summary>The desk has decided.</summary>
    Settled,
}

/// <summary>What can happen to an incident.</summary>
internal enum IncidentTrigger
{
    Settle,

    /// <summary>The inverse: what was neutralised for it counts again until it is settled anew.</summary>
    Reopen,
}

/// <summary>The incident's machine, declared once.</summary>
internal static class IncidentMachine
{
    private const string Article = "étape 4 du parcours, épreuve de connaissances";

    public static readonly IReadOnlyDictionary<IncidentStatus, Duty<IncidentTrigger>> Duties = new Dictionary<IncidentStatus, Duty<IncidentTrigger>>
    {
        [IncidentStatus.Reported] = new(DutyOwner.Instructor, Article, new(RuleKeys.ExamIncidentWorkingDays, AgeUnit.WorkingDays)),
        // Where it ends for people, but no end of the machine: the desk can open it again.
        [IncidentStatus.Settled] = new(DutyOwner.Instructor, Article),
    };

    public static readonly IReadOnlyList<Move<IncidentStatus, IncidentTrigger>> Transitions = ReadTransitions();

    /// <summary>The incident as every life cycle is described.</summary>
    public static readonly LifeCycle LifeCycle = LifeCycle.Of("incident", IncidentStatus.Reported, Duties, Transitions);

    /// <summary>Where the trigger leads, or null when the machine does not declare the move.</summary>
    public static IncidentStatus? Next(IncidentStatus from, IncidentTrigger trigger)
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

    private static StateMachine<IncidentStatus, IncidentTrigger> Declare(Func<IncidentStatus> read, Action<IncidentStatus> write)
    {
        var machine = new StateMachine<IncidentStatus, IncidentTrigger>(read, write);
        machine.Configure(IncidentStatus.Reported).Permit(IncidentTrigger.Settle, IncidentStatus.Settled);
        machine.Configure(IncidentStatus.Settled).Permit(IncidentTrigger.Reopen, IncidentStatus.Reported);
        return machine;
    }

    private static IReadOnlyList<Move<IncidentStatus, IncidentTrigger>> ReadTransitions() =>
    [
        .. from state in Declare(() => IncidentStatus.Reported, _ => { }).GetInfo().States
           from move in state.Transitions.OfType<FixedTransitionInfo>()
           select new Move<IncidentStatus, IncidentTrigger>((IncidentStatus)state.UnderlyingState, (IncidentTrigger)move.Trigger.UnderlyingTrigger, [(IncidentStatus)move.DestinationState.UnderlyingState]),
    ];
}

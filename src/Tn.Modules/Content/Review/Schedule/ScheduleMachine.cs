using Stateless;

namespace Tn.Content.Review.Schedule;

/// <summary>Where a planned act stands. Names are kept in the database: never rename one.</summary>
internal enum ScheduleState
{
    /// <summary>Programmé.</summary>
    Planned,

    /// <summary>En retard : its time has come, the committee has not decided yet.</summary>
    Waiting,

    /// <summary>Fait.</summary>
    Done,

    /// <summary>Refusé, with the gate's reason.</summary>
    Refused,

    /// <summary>Annulé.</summary>
    Cancelled,
}

/// <summary>What can happen to a planned act. Names are kept in the history: never rename one.</summary>
internal enum ScheduleTrigger
{
    Plan,
    Wait,
    Execute,
    Refuse,
    Cancel,
}

/// <summary>The machine of a planned act, declared here and nowhere else: what is not listed is refused.</summary>
internal static class ScheduleMachine
{
    public static readonly IReadOnlyList<(ScheduleState From, ScheduleTrigger Trigger, ScheduleState To)> Moves =
    [
        (ScheduleState.Planned, ScheduleTrigger.Wait, ScheduleState.Waiting),
        (ScheduleState.Planned, ScheduleTrigger.Execute, ScheduleState.Done),
        (ScheduleState.Planned, ScheduleTrigger.Refuse, ScheduleState.Refused),
        (ScheduleState.Planned, ScheduleTrigger.Cancel, ScheduleState.Cancelled),
        (ScheduleState.Waiting, ScheduleTrigger.Execute, ScheduleState.Done),
        (ScheduleState.Waiting, ScheduleTrigger.Refuse, ScheduleState.Refused),
        (ScheduleState.Waiting, ScheduleTrigger.Cancel, ScheduleState.Cancelled),
    ];

    /// <summary>A machine that reads and writes its state where it is kept.</summary>
    public static StateMachine<ScheduleState, ScheduleTrigger> Over(Func<ScheduleState> read, Action<ScheduleState> write)
    {
        var machine = new StateMachine<ScheduleState, ScheduleTrigger>(read, write);
        foreach (var (from, trigger, to) in Moves)
        {
            machine.Configure(from).Permit(trigger, to);
        }

        return machine;
    }
}

using Stateless;

namespace Tn.Certification.Exam;

/// <summary>Where a sitting stands. Names are kept in the database: never rename one.</summary>
internal enum SittingStatus
{
    /// <summary>The clock runs, answers are taken.</summary>
    Open,

    /// <summary>Over: no answer is taken any more.</summary>
    Closed,

    /// <summary>The verdict is written.</summary>
    Graded,

    /// <summary>The candidate can read it.</summary>
    Published,
}

/// <summary>What can happen to a sitting.</summary>
internal enum SittingTrigger
{
    Close,
    Grade,
    Publish,
}

/// <summary>The sitting's machine: one way, no way back.</summary>
internal static class SittingMachine
{
    public static StateMachine<SittingStatus, SittingTrigger> For(Func<SittingStatus> read, Action<SittingStatus> write)
    {
        var machine = new StateMachine<SittingStatus, SittingTrigger>(read, write);
        machine.Configure(SittingStatus.Open).Permit(SittingTrigger.Close, SittingStatus.Closed);
        machine.Configure(SittingStatus.Closed).Permit(SittingTrigger.Grade, SittingStatus.Graded);
        machine.Configure(SittingStatus.Graded).Permit(SittingTrigger.Publish, SittingStatus.Published);
        return machine;
    }
}

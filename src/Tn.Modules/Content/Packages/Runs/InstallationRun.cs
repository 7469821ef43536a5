using Tn.Content.Packages.Install;
using Tn.Platform.Data;

namespace Tn.Content.Packages.Runs;

/// <summary>The identity of an installation asked for from the page.</summary>
internal readonly record struct InstallationRunId(Guid Value) : IGuidId<InstallationRunId>
{
    public static InstallationRunId From(Guid value) => new(value);

    public static InstallationRunId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}

/// <summary>Where an installation stands. Names are kept in the database: never rename one.</summary>
internal enum RunState
{
    /// <summary>En attente.</summary>
    Waiting,

    /// <summary>En cours; a node that stops leaves it due again.</summary>
    Running,

    /// <summary>Terminée.</summary>
    Done,

    /// <summary>Refusée, or given up.</summary>
    Refused,
}

/// <summary>
/// An installation that a person confirmed and a job carries out: a row with a due time, so that whatever crashes, the next sweep takes
/// it up. Installing is idempotent: what was done stays done.
/// </summary>
internal sealed class InstallationRun : IRevisioned
{
    /// <summary>Times it is taken up before a person must look.</summary>
    public const int MostTries = 3;

    // Renewed while the work goes on: after this long without a sign of life another node takes over.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private InstallationRun()
    {
    }

    public InstallationRunId Id { get; private init; }

    /// <summary>The package's title and version, as planned.</summary>
    public string Title { get; private init; } = string.Empty;

    /// <summary>The archive in the file store; empty when it is needed no more.</summary>
    public string FileKey { get; private set; } = string.Empty;

    /// <summary>In whose name: their roles are asked again when it runs.</summary>
    public PersonId StartedBy { get; private init; }

    public string StartedByName { get; private init; } = string.Empty;

    public DateTimeOffset StartedUtc { get; private init; }

    public DateTimeOffset? EndedUtc { get; private set; }

    public RunState State { get; private set; }

    /// <summary>When it is to be taken up; null when it has ended.</summary>
    public DateTimeOffset? DueUtc { get; private set; }

    public int Tries { get; private set; }

    /// <summary>How far it is, in files read or documents installed.</summary>
    public int Done { get; private set; }

    public int Total { get; private set; }

    public RunResult? Result { get; private set; }

    /// <summary>Why it was refused; null while it was not.</summary>
    public RunReason? Reason { get; private set; }

    public int Revision { get; set; }

    public bool IsOpen => State is RunState.Waiting or RunState.Running;

    public static InstallationRun Ask(string title, string fileKey, ActContext act) => new()
    {
        Id = InstallationRunId.New(act.At),
        Title = title,
        FileKey = fileKey,
        StartedBy = act.Person,
        StartedByName = act.ActorName,
        StartedUtc = act.At,
        DueUtc = act.At,
    };

    /// <summary>Somebody takes it up; refused when it is not due, or was given up for good.</summary>
    public Outcome Begin(DateTimeOffset now)
    {
        if (!IsOpen || DueUtc > now)
        {
            return new Refusal("packages.run-not-due");
        }

        if (Tries == MostTries)
        {
            var reason = new Refusal("packages.run-given-up");
            Refuse(reason, now);
            return reason;
        }

        Tries++;
        State = RunState.Running;
        DueUtc = now + Lease;
        return Outcome.Done;
    }

    /// <summary>Still at work, and this far.</summary>
    public void Advance(PackageProgress progress, DateTimeOffset now)
    {
        (Done, Total, DueUtc) = (progress.Done, progress.Total, now + Lease);
    }

    public void Finish(InstallReport report, DateTimeOffset now)
    {
        Result = RunResult.Of(report);
        Done = Total;
        End(RunState.Done, now);
    }

    public void Refuse(Refusal reason, DateTimeOffset now)
    {
        Reason = new RunReason(reason.Code, reason.Values);
        End(RunState.Refused, now);
    }

    private void End(RunState state, DateTimeOffset now)
    {
        State = state;
        EndedUtc = now;
        DueUtc = null;
        FileKey = string.Empty;
    }
}

/// <summary>A refusal as kept.</summary>
internal sealed record RunReason(string Code, IReadOnlyDictionary<string, string> Values);

/// <summary>What an installation did, in numbers.</summary>
internal sealed record RunResult(int Created, int Updated, int Unchanged, int Restored, int Removed, int Medias, int Submissions, int Conflicts)
{
    public static RunResult Of(InstallReport report) =>
        new(report.Created, report.Updated, report.Unchanged, report.Restored, report.Removed, report.Medias, report.Submissions, report.Conflicts.Count);
}

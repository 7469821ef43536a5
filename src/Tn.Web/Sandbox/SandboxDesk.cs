using Tn.Kernel;

namespace Tn.Web.Sandbox;

/// <summary>A look ahead as its page shows it.</summary>
/// <param name="Report">Null while it runs, or when it failed.</param>
internal sealed record SandboxLook(int Months, string AskedBy, DateTimeOffset AskedAt, int Percent, SandboxReport? Report, bool Failed)
{
    public bool IsRunning => Report is null && !Failed;
}

/// <summary>
/// The last look ahead: one at a time for the whole site, kept in memory. It is a computation, not a record: a restart forgets it
/// and anybody may ask again. A site that stops waits until the look has put its copy away.
/// </summary>
internal sealed partial class SandboxDesk(AdvanceClock advance, IHostApplicationLifetime lifetime, ILogger<SandboxDesk> log) : IHostedService
{
    private readonly Lock door = new();
    private SandboxLook? last;
    private Task looking = Task.CompletedTask;

    /// <summary>The last look, or null. Refused with <c>access.…</c>.</summary>
    public Outcome<SandboxLook?> Last(ActContext act)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        lock (door)
        {
            return last;
        }
    }

    /// <summary>Begins a look; refused with <c>sandbox.busy</c> while one runs.</summary>
    public Outcome Begin(int months, ActContext act)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        if (months is < 1 or > AdvanceClock.MostMonths)
        {
            return new Refusal("sandbox.months").With("most", $"{AdvanceClock.MostMonths}");
        }

        lock (door)
        {
            if (last is { IsRunning: true })
            {
                return new Refusal("sandbox.busy");
            }

            last = new SandboxLook(months, act.ActorName, act.At, 0, null, Failed: false);
            looking = Task.Run(() => LookAsync(months, lifetime.ApplicationStopping), CancellationToken.None);
        }

        return Outcome.Done;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (door)
        {
            return looking.WaitAsync(cancellationToken);
        }
    }

    private async Task LookAsync(int months, CancellationToken cancellationToken)
    {
        try
        {
            var report = await advance.LookAsync(months, new Synchronous(this), cancellationToken);
            Change(look => look with { Percent = 100, Report = report });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Change(look => look with { Failed = true });
        }
        catch (Exception wrong)
        {
            // Whatever it is, the page must not wait for ever; the cause is in the log.
            NotLooked(wrong);
            Change(look => look with { Failed = true });
        }
    }

    private void Change(Func<SandboxLook, SandboxLook> change)
    {
        lock (door)
        {
            last = last is null ? null : change(last);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The look ahead failed.")]
    private partial void NotLooked(Exception wrong);

    // Progress<T> reports later and elsewhere: the last figure could come after the report.
    private sealed class Synchronous(SandboxDesk desk) : IProgress<SandboxProgress>
    {
        public void Report(SandboxProgress value) => desk.Change(look => look with { Percent = value.Percent });
    }
}

using Microsoft.Extensions.DependencyInjection.Extensions;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Events;
using Tn.Platform.Jobs;

namespace Tn.Web.Sandbox;

/// <summary>How far a look ahead has come, in percent.</summary>
internal sealed record SandboxProgress(int Percent);

/// <summary>
/// Looks ahead: copies the data into a database of its own, builds this same program upon it with another clock, and lets the
/// days pass. Nothing is served, nothing is sent: only what recurs runs, as it would if nobody acted.
/// </summary>
internal sealed class AdvanceClock(IServiceScopeFactory scopes, IWebHostEnvironment here, DataFolder data, TimeProvider clock)
{
    public const int MostMonths = 36;

    // After the morning's reminders, before the evening: every deadline of the day is passed or not.
    private const int HourOfDay = 12;
    private static readonly string[] NotOfTheClock = ["outbox", "media-variants"];

    /// <summary>The months to come, from the present one.</summary>
    /// <param name="months">1 to <see cref="MostMonths"/>.</param>
    public async Task<SandboxReport> LookAsync(int months, IProgress<SandboxProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, MostMonths);
        var folder = Path.Combine(data.Folder("sandbox"), Guid.CreateVersion7().ToString("N"));
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        try
        {
            var sandboxClock = new SandboxClock(clock.GetUtcNow());
            await using var sandbox = Build(folder, sandboxClock);
            await CopyAsync(sandbox.Services, progress, cancellationToken);
            return await PassAsync(sandbox.Services, sandboxClock, months, progress, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Built, never started: no port, no job server, no mail pump.
    private WebApplication Build(string folder, SandboxClock sandboxClock) => TnHost.Build(
        ["--data", folder, "--Database:Provider", "sqlite", "--environment", Environments.Production, "--applicationName", here.ApplicationName, "--contentRoot", here.ContentRootPath],
        builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(sandboxClock));
        });

    private async Task CopyAsync(IServiceProvider sandbox, IProgress<SandboxProgress> progress, CancellationToken cancellationToken)
    {
        await using var source = scopes.CreateAsyncScope();
        await using var target = sandbox.CreateAsyncScope();
        await SandboxCopy.CopyAsync(
            source.ServiceProvider.GetRequiredService<TnDbContext>(),
            target.ServiceProvider.GetRequiredService<TnDbContext>(),
            new Share(progress, 0, 20),
            cancellationToken);
    }

    private static async Task<SandboxReport> PassAsync(IServiceProvider sandbox, SandboxClock sandboxClock, int months, IProgress<SandboxProgress> progress, CancellationToken cancellationToken)
    {
        var today = French.Day(sandboxClock.GetUtcNow());
        var from = new DateOnly(today.Year, today.Month, 1);
        var told = new List<SandboxMonth>();
        var troubles = new SortedSet<string>(StringComparer.Ordinal);
        for (var month = 0; month < months; month++)
        {
            var first = from.AddMonths(month);
            var since = sandboxClock.GetUtcNow();
            for (var day = month == 0 ? today : first; day < first.AddMonths(1); day = day.AddDays(1))
            {
                sandboxClock.AdvanceTo(French.StartOf(day).AddHours(HourOfDay));
                await LiveADayAsync(sandbox, troubles, cancellationToken);
            }

            told.Add(await TellAsync(sandbox, first, since, sandboxClock.GetUtcNow(), cancellationToken));
            progress.Report(new SandboxProgress(20 + ((month + 1) * 80 / months)));
        }

        return new SandboxReport(today, told, [.. troubles]);
    }

    private static async Task LiveADayAsync(IServiceProvider sandbox, SortedSet<string> troubles, CancellationToken cancellationToken)
    {
        foreach (var plan in sandbox.GetServices<RecurringJobPlan>().Where(plan => !NotOfTheClock.Contains(plan.Id)))
        {
            await using var scope = sandbox.CreateAsyncScope();
            try
            {
                await plan.WorkOf(scope.ServiceProvider).RunAsync(cancellationToken);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // Whatever a work meets in the copy, the others go on, and the report says what is missing.
                troubles.Add(plan.Id);
            }
        }

        await sandbox.GetRequiredService<OutboxPump>().DrainAsync(cancellationToken);
    }

    private static async Task<SandboxMonth> TellAsync(IServiceProvider sandbox, DateOnly first, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var scope = sandbox.CreateAsyncScope();
        var facts = new List<SandboxFact>();
        var waiting = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var witness in scope.ServiceProvider.GetServices<ISandboxWitness>())
        {
            facts.AddRange(await witness.BetweenAsync(since, until.AddTicks(1), cancellationToken));
            foreach (var (who, count) in await witness.WaitingAsync(cancellationToken))
            {
                waiting[who] = waiting.GetValueOrDefault(who) + count;
            }
        }

        return new SandboxMonth(first, [.. facts.OrderBy(fact => fact.At).ThenBy(fact => fact.Who, StringComparer.Ordinal)], waiting);
    }

    /// <summary>A part of the whole progress.</summary>
    private sealed class Share(IProgress<SandboxProgress> whole, int from, int width) : IProgress<int>
    {
        public void Report(int value) => whole.Report(new SandboxProgress(from + (value * width / 100)));
    }
}

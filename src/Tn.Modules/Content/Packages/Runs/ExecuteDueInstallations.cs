using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Content.Packages.Runs;

/// <summary>Carries out the installations that are due: those just asked for, and those that a crash left. One after the other.</summary>
internal sealed partial class ExecuteDueInstallations(TnDbContext db, ExecuteInstallation execute, TimeProvider clock, ILogger<ExecuteDueInstallations> log) : IRecurringWork
{
    private const int AtOnce = 20;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<InstallationRun>().Where(row => row.DueUtc <= now).OrderBy(row => row.DueUtc).Take(AtOnce).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            try
            {
                await execute.ExecuteAsync(id, cancellationToken);
            }
            catch (Exception failure) when (failure is DbUpdateException or DbException or IOException)
            {
                // Another node has it, or it is due again when its lease ends; after some tries the page says that it was given up.
                Failed(failure, id);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The installation {Id} did not end this time.")]
    private partial void Failed(Exception failure, InstallationRunId id);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Hosting;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;
using Tn.Platform.Events;
using Tn.Platform.Jobs;
using Tn.Platform.Startup;

namespace Tn.Web;

/// <summary>What happens between building the host and the first request.</summary>
internal static class Startup
{
    /// <summary>Brings the database up to date, plans recurring work, puts in place what every site needs and, on a fresh site in Development, plays the demonstration.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // First: it needs nothing of ours in the database, whose model is still being built.
        services.PlanRecurringWork();
        var fresh = await MigrateAsync(services, cancellationToken);
        await PutInPlaceAsync(services, cancellationToken);
        if (fresh && services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            await PlayDemonstrationAsync(services, cancellationToken);
        }
    }

    /// <summary>
    /// Makes the database's model ready on another processor while this one maps the pages. Whoever needs it first waits for it,
    /// and meets its failure if it has one.
    /// </summary>
    public static void BuildModelAhead(IServiceProvider services) => _ = Task.Run(async () =>
    {
        await using var scope = services.CreateAsyncScope();
        _ = scope.ServiceProvider.GetRequiredService<TnDbContext>().Model;
    });

    /// <summary>Applies migrations; returns true when the database was new.</summary>
    public static async Task<bool> MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var known = db.Database.GetMigrations().ToList();
        if (known.Count == 0)
        {
            return await CreateAsync(db, cancellationToken);
        }

        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        // Asked first: migrating compares the whole model with its snapshot even when there is nothing to do, at every start.
        if (!applied.IsSupersetOf(known))
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        return applied.Count == 0;
    }

    // On PostgreSQL Hangfire has made its own tables in the same database by now: EnsureCreated takes them for ours and leaves ours out.
    private static async Task<bool> CreateAsync(TnDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Database.EnsureCreatedAsync(cancellationToken))
        {
            return true;
        }

        var outbox = db.Model.FindEntityType(typeof(OutboxMessage))!.GetTableName();
        if (!db.Database.IsNpgsql()
            || await db.Database.SqlQuery<string>($"SELECT table_name AS \"Value\" FROM information_schema.tables WHERE table_name = {outbox}").AnyAsync(cancellationToken))
        {
            return false;
        }

        await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(cancellationToken);
        return true;
    }

    /// <summary>Runs every module's preparation, in order, each in a scope of its own.</summary>
    public static async Task PutInPlaceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var listing = services.CreateAsyncScope();
        var parts = listing.ServiceProvider.GetServices<IPreparation>().OrderBy(part => part.Order).Select(part => part.GetType()).ToList();
        foreach (var part in parts)
        {
            await using var scope = services.CreateAsyncScope();
            var preparation = scope.ServiceProvider.GetServices<IPreparation>().Single(one => one.GetType() == part);
            await preparation.PrepareAsync(cancellationToken);
        }
    }

    /// <summary>Plays every module's part, in order, each in a scope of its own.</summary>
    public static async Task PlayDemonstrationAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var listing = services.CreateAsyncScope();
        var parts = listing.ServiceProvider.GetServices<IDemonstration>().OrderBy(part => part.Order).Select(part => part.GetType()).ToList();
        foreach (var part in parts)
        {
            await using var scope = services.CreateAsyncScope();
            var player = scope.ServiceProvider.GetServices<IDemonstration>().Single(one => one.GetType() == part);
            await player.PlayAsync(cancellationToken);
        }
    }
}

using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification;
using Tn.Committees;
using Tn.Contracts;
using Tn.Journey;
using Tn.Kernel;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Events;
using Tn.Platform.Jobs;
using Tn.Platform.Startup;
using Tn.Reminders;

namespace Tn.Testing.Histories;

/// <summary>Journey, Certification, Reminders and the committees' rules on a real SQLite file, on a clock moved by hand, among neighbours in memory.</summary>
internal sealed class HistorySite : IAsyncDisposable
{
    // Papers of signatures are sealed PDF: slow to draw, and no property of a history. Mails stay rows.
    private static readonly string[] NotOfAHistory = ["charter-evidence", "census-fingerprints", "outbox", "mails", "files"];
    private const string Reminders = "reminders";
    private readonly string folder;
    private readonly ServiceProvider services;
    private long handedOn;

    private HistorySite(IReadOnlyList<Simulated> consultants, string folder)
    {
        this.folder = folder;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Site:BaseUrl", "https://exemple.test")]).Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddPlatform(configuration, new DataFolder(folder));
        // A history asks nothing of a power cut: one that is lost is played again from its seed.
        collection.ConfigureDbContext<SqliteTnDbContext>(options => options
            .AddInterceptors(new Unsynchronised())
            .ReplaceService<IModelCacheKeyFactory, ModelOfHistories>());
        collection.AddCommittees();
        collection.AddJourney();
        collection.AddCertification();
        collection.AddReminders();
        collection.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        collection.AddSingleton<ICommitteeRoster>(new Roster()).AddSingleton<IPeople>(new Accounts(consultants));
        collection.AddSingleton<ICompletions>(Completions).AddSingleton<IPublishedDocuments>(Charters).AddSingleton<IQuestionBanks, Bank>();
        foreach (var sealing in collection.Where(one => one.ImplementationInstance is EventSubscription { EventName: "path.charter-signed" }).ToList())
        {
            collection.Remove(sealing);
        }

        services = collection.BuildServiceProvider();
    }

    public HistoryClock Clock { get; } = new();

    public Completions Completions { get; } = new();

    public Charters Charters { get; } = new();

    public static async Task<HistorySite> OpenAsync(IReadOnlyList<Simulated> consultants)
    {
        var site = new HistorySite(consultants, Directory.CreateTempSubdirectory("tn-history-").FullName);
        await site.AskAsync<TnDbContext, bool>(db => db.Database.EnsureCreatedAsync());
        await site.DoAsync(async scope =>
        {
            foreach (var preparation in scope.GetServices<IPreparation>().OrderBy(one => one.Order))
            {
                await preparation.PrepareAsync(CancellationToken.None);
            }

            return true;
        });
        return site;
    }

    /// <summary>Runs something in a scope of its own, as a request would.</summary>
    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> AskAsync<TService, T>(Func<TService, Task<T>> question)
        where TService : notnull
        => DoAsync(scope => question(scope.GetRequiredService<TService>()));

    /// <summary>The evening's recurring works as the site plans them, reminders last, each of whose failures is told.</summary>
    public async Task WorkAsync(Journal journal)
    {
        foreach (var plan in services.GetServices<RecurringJobPlan>().Where(plan => !NotOfAHistory.Contains(plan.Id)).OrderBy(plan => plan.Id == Reminders))
        {
            await journal.WatchAsync($"work {plan.Id}", () => DoAsync(async scope =>
            {
                await plan.WorkOf(scope).RunAsync(CancellationToken.None);
                return Outcome.Done;
            }));
        }
    }

    /// <summary>Hands what happened since the last time to those who hear it, in order; the pump's own promises are proved elsewhere.</summary>
    public async Task HandOnAsync(Journal journal)
    {
        var subscriptions = services.GetServices<EventSubscription>().ToLookup(one => one.EventName);
        List<OutboxMessage> news;
        do
        {
            news = await AskAsync<TnDbContext, List<OutboxMessage>>(db => db.Set<OutboxMessage>().AsNoTracking().Where(row => row.Sequence > handedOn).OrderBy(row => row.Sequence).ToListAsync());
            foreach (var (message, subscription) in news.SelectMany(one => subscriptions[one.Name].Select(subscription => (one, subscription))))
            {
                await journal.WatchAsync($"event {message.Name}", () => DoAsync(async scope =>
                {
                    await subscription.Deliver(scope, message.Payload, ActContext.System(Clock.GetUtcNow(), $"event:{message.Name}"), CancellationToken.None);
                    return Outcome.Done;
                }));
            }

            handedOn = news.Count == 0 ? handedOn : news[^1].Sequence;
        }
        while (news.Count > 0);
    }

    /// <summary>Keeps the database as it stands, to come back to it.</summary>
    public void Keep() => Copy("tn.db", "kept.db");

    /// <summary>The database as it was kept.</summary>
    public void Restore() => Copy("kept.db", "tn.db");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private void Copy(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={Path.Combine(folder, from)};Pooling=False");
        using var target = new SqliteConnection($"Data Source={Path.Combine(folder, to)};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    // EF keeps one model for a context in a whole process: a site of all modules in the same one must neither get this one nor give its own.
    private sealed class ModelOfHistories : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (typeof(ModelOfHistories), context.GetType(), designTime);
    }

    private sealed class Unsynchronised : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=OFF";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}

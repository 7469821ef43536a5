using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Mail;
using Tn.Reminders.Due;
using Tn.Reminders.Notices;

namespace Tn.Reminders.Tests;

/// <summary>The module on a SQLite file. A second node can be opened on the same file: it has its own gate, as another process would.</summary>
internal sealed class RemindersSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly ServiceProvider services;
    private readonly bool owner;

    private RemindersSite(DirectoryInfo folder, MovedClock clock, TestKind kind, bool owner)
    {
        this.folder = folder;
        this.owner = owner;
        Clock = clock;
        Kind = kind;
        var configuration = new ConfigurationBuilder().Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddPlatform(configuration, new DataFolder(folder.FullName));
        collection.AddReminders();
        collection.AddSingleton<IPeople>(new People());
        collection.AddSingleton<IReminderKind>(kind);
        services = collection.BuildServiceProvider();
    }

    public MovedClock Clock { get; }

    public TestKind Kind { get; }

    public static PersonId Candidate { get; } = new(Guid.Parse("00000000-0000-0000-0000-00000000000a"));

    public static PersonId Other { get; } = new(Guid.Parse("00000000-0000-0000-0000-00000000000b"));

    public ActContext Act => ActContext.System(Clock.GetUtcNow(), "test");

    public static async Task<RemindersSite> OpenAsync()
    {
        var site = new RemindersSite(Directory.CreateTempSubdirectory("tn-reminders-"), new MovedClock(), new TestKind(), owner: true);
        await site.DoAsync<TnDbContext>(db => db.Database.EnsureCreatedAsync());
        return site;
    }

    /// <summary>Another node on the same database.</summary>
    public RemindersSite AnotherNode() => new(folder, Clock, Kind, owner: false);

    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task DoAsync<TService>(Func<TService, Task> work)
        where TService : notnull
        => AskAsync<TService, bool>(async service =>
        {
            await work(service);
            return true;
        });

    public async Task PlanAsync(string key, TimeSpan ahead, string step = "D-30", string subject = "C-1")
    {
        await using var scope = services.CreateAsyncScope();
        var planned = new PlannedReminder(key, TestKind.Name, subject, step, Candidate, Clock.GetUtcNow() + ahead);
        await scope.ServiceProvider.GetRequiredService<IReminders>().PlanAsync(planned, default);
        await scope.ServiceProvider.GetRequiredService<TnDbContext>().SaveChangesAsync();
    }

    public async Task TellAsync(PersonId to, string key)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<INotifier>().TellAsync(to, key, new Letter("Objet", ["Texte"]), Act, default);
        await scope.ServiceProvider.GetRequiredService<TnDbContext>().SaveChangesAsync();
    }

    public async Task CancelAsync(string subject)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IReminders>().CancelAsync(TestKind.Name, subject, default);
        await scope.ServiceProvider.GetRequiredService<TnDbContext>().SaveChangesAsync();
    }

    public Task SweepAsync() => DoAsync<SendDueReminders>(sweep => sweep.RunAsync(default));

    public Task<DueReminder> RowAsync(string key) =>
        AskAsync<TnDbContext, DueReminder>(db => db.Set<DueReminder>().SingleAsync(row => row.Key == key));

    /// <summary>How many notices and mails there are.</summary>
    public async Task<(int Notices, int Mails)> ToldAsync() => (
        await AskAsync<TnDbContext, int>(db => db.Set<Notice>().CountAsync()),
        await AskAsync<TnDbContext, int>(db => db.Set<OutgoingMail>().CountAsync()));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (owner)
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class People : IPeople
    {
        public Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) =>
            Task.FromResult(id == Candidate || id == Other ? new PersonCard(id, "Amélie Rousselot", $"{id.Value:N}@exemple.test", new HashSet<Role>()) : null);

        public Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Task.FromResult<PersonCard?>(null);

        public async Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken)
        {
            var cards = new Dictionary<PersonId, PersonCard>();
            foreach (var id in ids.Distinct())
            {
                if (await FindAsync(id, cancellationToken) is { } card)
                {
                    cards.Add(id, card);
                }
            }

            return cards;
        }

        public Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PersonCard>>([]);
    }
}

/// <summary>A kind whose letter the test chooses.</summary>
internal sealed class TestKind : IReminderKind
{
    public const string Name = "test";

    private int asked;

    /// <summary>What to answer; may do more while it writes.</summary>
    public Func<PlannedReminder, Task<Letter?>> Writing { get; set; } = _ => Task.FromResult<Letter?>(new Letter("Votre certificat prend fin", ["Dans trente jours."]));

    public string Kind => Name;

    /// <summary>How many letters were asked for.</summary>
    public int Asked => asked;

    public Task<Letter?> WriteAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        return Writing(reminder);
    }
}

/// <summary>A clock that the test moves.</summary>
internal sealed class MovedClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public void Advance(TimeSpan by) => now += by;

    public override DateTimeOffset GetUtcNow() => now;
}

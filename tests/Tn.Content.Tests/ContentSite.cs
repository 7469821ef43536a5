using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tn.Content.Documents;
using Tn.Content.Packages;
using Tn.Content.Packages.Install;
using Tn.Content.Review;
using Tn.Content.Review.Vote;
using Tn.Platform;
using Tn.Platform.Data;

namespace Tn.Content.Tests;

/// <summary>The module on a real SQLite file, with a committee of five and an author.</summary>
internal sealed class ContentSite : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("tn-content-").FullName;
    private readonly ServiceProvider provider;

    private readonly string? postgres;

    private ContentSite(string? postgres)
    {
        this.postgres = postgres;
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(postgres is null ? [] : new Dictionary<string, string?>
        {
            ["Database:Provider"] = "postgresql",
            ["Database:ConnectionString"] = postgres,
        }).Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddPlatform(configuration, new DataFolder(Path.Combine(folder, "data")));
        services.AddContent();
        services.AddSingleton(People);
        services.AddSingleton<IPeople>(People);
        services.AddSingleton<ICommitteeRoster>(People);
        services.AddSingleton<IProgrammeRules>(People);
        services.AddSingleton<INotifier>(Letters);
        services.AddSingleton<TimeProvider>(Clock);
        provider = services.BuildServiceProvider();
    }

    public Cast People { get; } = new();

    /// <summary>What people were told.</summary>
    public Letterbox Letters { get; } = new();

    public SettableClock Clock { get; } = new(Now);

    public PackageReader Reader => provider.GetRequiredService<PackageReader>();

    /// <summary>The same on PostgreSQL, in a database of its own; <c>test.sh</c> starts the server and sets <c>TN_TEST_POSTGRESQL</c>.</summary>
    public static Task<ContentSite> OpenOnPostgreSqlAsync()
    {
        var server = Environment.GetEnvironmentVariable("TN_TEST_POSTGRESQL")
            ?? throw new InvalidOperationException("TN_TEST_POSTGRESQL is not set; run ./test.sh, which starts PostgreSQL.");
        return OpenAsync(new NpgsqlConnectionStringBuilder(server) { Database = $"tn_{Guid.NewGuid():N}" }.ConnectionString);
    }

    public static async Task<ContentSite> OpenAsync(string? postgres = null)
    {
        var site = new ContentSite(postgres);
        await using var scope = site.provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TnDbContext>().Database.EnsureCreatedAsync();
        return site;
    }

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> question)
        where TService : notnull
    {
        await using var scope = provider.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<TnDbContext, Task<T>> question) => AskAsync(question);

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public async Task<InstallReport> InstallAsync(PackageContents package) => (await TryInstallAsync(package)).Value;

    public async Task<Outcome<InstallReport>> TryInstallAsync(APackage package) => await TryInstallAsync(await package.ReadAsync(Reader));

    private Task<Outcome<InstallReport>> TryInstallAsync(PackageContents package) =>
        AskAsync<InstallPackage, Outcome<InstallReport>>(act => act.InstallAsync(package, People.Author, Cast.Programme, default));

    public async Task<InstallReport> InstallAsync(APackage package) => await InstallAsync(await package.ReadAsync(Reader));

    public Task<List<ReviewSubmission>> OpenSubmissionsAsync() => AskAsync<ReviewQueries, List<ReviewSubmission>>(queries => queries.OpenAsync(default));

    public Task<Outcome<ReviewState>> VoteAsync(ReviewSubmission submission, PersonCard member, VoteChoice choice = VoteChoice.Approve, string? hash = null) =>
        AskAsync<CastVote, Outcome<ReviewState>>(act => act.CastAsync(submission.Id, new VoteInput(choice, "Relu.", hash ?? submission.ContentHash), Cast.As(member), default));

    /// <summary>Everything that waits is approved by three members.</summary>
    public async Task ApproveAllAsync()
    {
        foreach (var submission in await OpenSubmissionsAsync())
        {
            foreach (var member in People.Committee.Take(3))
            {
                await VoteAsync(submission, member);
            }
        }
    }

    public Task<ContentVersion> LatestAsync(string slug) =>
        ReadAsync(db => db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.LatestKey != null && row.Slug == slug));

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            await ReadAsync(db => db.Database.EnsureDeletedAsync());
        }

        await provider.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The people of the tests, and the contracts other modules implement.</summary>
internal sealed class Cast : IPeople, ICommitteeRoster, IProgrammeRules
{
    public static readonly ActContext Programme = ActContext.System(ContentSite.Now, "test");

    public PersonCard Author { get; } = Person("Aïcha Auteur", Role.Author);

    public PersonCard OtherAuthor { get; } = Person("Omar Autre", Role.Author);

    public PersonCard EditorInChief { get; } = Person("Rachel Rédactrice", Role.EditorInChief);

    public PersonCard Administrator { get; } = Person("Ada Admin", Role.Administrator);

    public List<PersonCard> Committee { get; } =
        [.. Enumerable.Range(1, 5).Select(number => Person($"Membre {number}", Role.PedagogyMember))];

    public int Quorum { get; set; } = 3;

    /// <summary>Percent of those who may vote who must be present.</summary>
    public int Presence { get; set; }

    public static ActContext As(PersonCard person) => new(person.Id, person.DisplayName, person.Roles, ContentSite.Now, "test");

    public Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) => Task.FromResult(All.FirstOrDefault(person => person.Id == id));

    public Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Task.FromResult(All.FirstOrDefault(person => person.Email == email));

    public Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, PersonCard>>(All.Where(person => ids.Contains(person.Id)).ToDictionary(person => person.Id));

    public Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PersonCard>>([.. All.Where(person => person.Roles.Contains(role))]);

    public Task<IReadOnlyList<CommitteeMember>> MembersAsync(CommitteeKind committee, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CommitteeMember>>([.. Committee.Select(person => new CommitteeMember(person.Id, person.DisplayName, committee, null, []))]);

    public Task<RuleInForce> FindAsync(string key, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult(new RuleInForce(key, $"{NumberOf(key)}", on, "Décision fondatrice", "Article 4"));

    public Task<IReadOnlyDictionary<string, RuleInForce>> AllAsync(DateOnly on, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private int NumberOf(string key) => key switch
    {
        RuleKeys.ReviewPresencePercent => Presence,
        RuleKeys.ReviewDecisionWorkingDays => 15,
        RuleKeys.ReviewRenewalLeadDays => 60,
        RuleKeys.ReviewRenewalMonths => 12,
        _ => Quorum,
    };

    private IEnumerable<PersonCard> All => [Author, OtherAuthor, EditorInChief, Administrator, .. Committee];

    private static PersonCard Person(string name, Role role) =>
        new(PersonId.New(ContentSite.Now), name, $"{name.Replace(' ', '.').ToLowerInvariant()}@exemple.test", new HashSet<Role> { role });
}

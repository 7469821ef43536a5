using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Network.Profiles;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Network.Tests;

/// <summary>The module on a real database and a real index, beside small stand-ins for the modules it asks.</summary>
internal sealed class ANetwork : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("tn-network").FullName;
    private readonly ServiceProvider services;

    private ANetwork()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddPlatform(new ConfigurationBuilder().Build(), new DataFolder(folder));
        collection.AddNetwork();
        collection.AddSingleton<IPeople>(People);
        collection.AddSingleton<INotifier>(Letters);
        collection.AddSingleton<ICertificates>(Certificates);
        collection.AddSingleton<IConsultantPath>(Path);
        collection.AddSingleton<IPortraits>(Portraits);
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public SetClock Clock { get; } = new();

    public PeopleRegister People { get; } = new();

    public LetterBox Letters { get; } = new();

    public CertificateRegister Certificates { get; } = new();

    public PathRegister Path { get; } = new();

    public PortraitShelf Portraits { get; } = new();

    public static async Task<ANetwork> OpenAsync()
    {
        var network = new ANetwork();
        await network.DoAsync<TnDbContext, bool>(db => db.Database.EnsureCreatedAsync());
        await network.services.GetRequiredService<SearchKeeper>().OpenAsync(default);
        return network;
    }

    /// <summary>Does something with a service of a fresh scope.</summary>
    public async Task<T> DoAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task PlayAsync<TService>(Func<TService, Task> work)
        where TService : notnull
        => await DoAsync<TService, bool>(async service =>
        {
            await work(service);
            return true;
        });

    public Task<Outcome> SaveAsync(PersonCard person, ProfileDetails details, params IReadOnlyCollection<ProfileField> consents) =>
        DoAsync<SaveMyProfile, Outcome>(act => act.SaveAsync(details, consents, ActOf(person), default));

    public Task<NetworkProfile?> ProfileOfAsync(PersonCard person) =>
        DoAsync<TnDbContext, NetworkProfile?>(db => db.Set<NetworkProfile>().AsNoTracking().SingleOrDefaultAsync(profile => profile.Person == person.Id));

    /// <summary>Brings the index up to date with what was saved.</summary>
    public Task FeedAsync() => services.GetRequiredService<SearchKeeper>().CatchUpAsync(default);

    public SearchResults Search(string text) => services.GetRequiredService<SearchEngine>().Search(new SearchQuery(text));

    public ActContext ActOf(PersonCard person) => new(person.Id, person.DisplayName, person.Roles, Clock.GetUtcNow(), "test");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}

internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = ANetwork.Now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Accounts in memory, in the place of Identity.</summary>
internal sealed class PeopleRegister : IPeople
{
    private readonly List<PersonCard> cards = [];

    public PersonCard Add(string name, params Role[] roles)
    {
        var card = new PersonCard(PersonId.New(ANetwork.Now), name, $"{Slug.Of(name)}@secret.test", roles.ToHashSet());
        cards.Add(card);
        return card;
    }

    public Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) => Task.FromResult(cards.Find(card => card.Id == id));

    public Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Task.FromResult(cards.Find(card => card.Email == email));

    public Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, PersonCard>>(cards.Where(card => ids.Contains(card.Id)).ToDictionary(card => card.Id));

    public Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PersonCard>>([.. cards.Where(card => card.Roles.Contains(role))]);
}

/// <summary>Accepted portraits, in the place of Journey.</summary>
internal sealed class PortraitShelf : IPortraits
{
    public HashSet<PersonId> Accepted { get; } = [];

    public Task<DateTimeOffset?> AcceptedAtAsync(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(Accepted.Contains(person) ? ANetwork.Now : null);

    public Task<Stream?> OpenAsync(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(Accepted.Contains(person) ? new MemoryStream([0xFF, 0xD8, 0xFF, 0xD9]) : null);
}

/// <summary>What was told to whom, in the place of Reminders.</summary>
internal sealed class LetterBox : INotifier
{
    public List<(PersonId To, string Key, Letter Letter)> Sent { get; } = [];

    public Task TellAsync(PersonId to, string key, Letter letter, ActContext act, CancellationToken cancellationToken)
    {
        if (!Sent.Exists(sent => sent.Key == key))
        {
            Sent.Add((to, key, letter));
        }

        return Task.CompletedTask;
    }
}

/// <summary>Certificates in memory, in the place of Certification.</summary>
internal sealed class CertificateRegister : ICertificates
{
    private readonly Dictionary<PersonId, CertificateCard> cards = [];

    public void Set(PersonCard holder, CertificateStanding standing) => cards[holder.Id] = new CertificateCard(
        "code", "N-1", holder.Id, holder.DisplayName, ["gestion"], new DateOnly(2026, 1, 1), new DateOnly(2028, 12, 31), standing);

    public Task<CertificateCard?> CurrentOfAsync(PersonId holder, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult(cards.GetValueOrDefault(holder));

    public Task<IReadOnlyDictionary<PersonId, CertificateCard>> ValidAsync(DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, CertificateCard>>(
            cards.Where(pair => pair.Value.Standing is CertificateStanding.Valid or CertificateStanding.ValidOnProbation).ToDictionary());
}

/// <summary>Files in memory, in the place of Journey.</summary>
internal sealed class PathRegister : IConsultantPath
{
    private readonly Dictionary<PersonId, ConsultantFile> files = [];

    public void Set(PersonCard person, PathState state, string enterprise, params string[] published) => files[person.Id] = new ConsultantFile(
        person.Id, "C-2026-0001", person.DisplayName, enterprise, "73282932000074", "Guéret", ["cybersecurite"], [], ["23"], state, ANetwork.Now) { Published = published };

    public Task<ConsultantFile?> FindAsync(PersonId consultant, CancellationToken cancellationToken) => Task.FromResult(files.GetValueOrDefault(consultant));

    public Task<IReadOnlyList<ConsultantFile>> InStateAsync(PathState state, int skip, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConsultantFile>>([.. files.Values.Where(file => file.State == state)]);

    public Task<ConsultantFile?> FindByNumberAsync(string number, CancellationToken cancellationToken) =>
        Task.FromResult(files.Values.FirstOrDefault(file => file.Number == number));

    public Task<IReadOnlyDictionary<PathState, int>> CountsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PathState, int>>(files.Values.CountBy(file => file.State).ToDictionary());

    public Task<Outcome> MoveAsync(PersonId consultant, PathTrigger trigger, string reason, ActContext act, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The network never moves a consultant.");
}

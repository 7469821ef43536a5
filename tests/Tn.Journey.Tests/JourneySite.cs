using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Census.Save;
using Tn.Journey.Census.Submit;
using Tn.Journey.Charter;
using Tn.Platform;
using Tn.Platform.Data;

namespace Tn.Journey.Tests;

/// <summary>The module on a real SQLite file, with simple neighbours: rules, documents, completions and mail kept in memory.</summary>
internal sealed class JourneySite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tn-journey-").FullName;
    private readonly ServiceProvider provider;

    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public JourneySite(Action<IServiceCollection>? more = null, string? postgres = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(postgres is null ? [] : [new("Database:Provider", "postgresql"), new("Database:ConnectionString", postgres)])
            .Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddPlatform(configuration, new DataFolder(folder));
        services.AddLogging();
        services.AddJourney();
        services.AddSingleton<IProgrammeRules>(Rules);
        services.AddSingleton<IPublishedDocuments>(Documents);
        services.AddSingleton<ICompletions>(Completions);
        services.AddSingleton<INotifier>(Letters);
        services.AddSingleton<IReminders>(Reminders);
        services.AddSingleton<ICommitteeRoster>(Committee);
        services.AddSingleton<IPeople>(People);
        services.AddSingleton<ICertificates>(Certificates);
        services.AddSingleton<IPictures, UntouchedPictures>();
        more?.Invoke(services);
        provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public PlayedClock Clock { get; } = new(Morning);

    public FixedRules Rules { get; } = new();

    public PublishedCharters Documents { get; } = new();

    public KnownCompletions Completions { get; } = new();

    public SentLetters Letters { get; } = new();

    public PlannedReminders Reminders { get; } = new();

    public SeatedCommittee Committee { get; } = new();

    public KnownPeople People { get; } = new();

    public KnownCertificates Certificates { get; } = new();

    public IServiceProvider Services => provider;

    /// <summary>The same on PostgreSQL, in a database of its own; <c>test.sh</c> starts the server and sets <c>TN_TEST_POSTGRESQL</c>.</summary>
    public static Task<JourneySite> OpenOnPostgreSqlAsync()
    {
        var server = Environment.GetEnvironmentVariable("TN_TEST_POSTGRESQL")
            ?? throw new InvalidOperationException("TN_TEST_POSTGRESQL is not set; run ./test.sh, which starts PostgreSQL.");
        return OpenAsync(new NpgsqlConnectionStringBuilder(server) { Database = $"tn_{Guid.NewGuid():N}" }.ConnectionString);
    }

    public static async Task<JourneySite> OpenAsync(string? postgres = null)
    {
        var site = new JourneySite(postgres: postgres);
        await site.CreateAsync();
        return site;
    }

    public Task CreateAsync() => InAsync<TnDbContext, bool>(db => db.Database.EnsureCreatedAsync());

    public ActContext Consultant(PersonId person, string name = "Camille Durand") => As(person, name, Role.Consultant);

    public ActContext Instructor(PersonId? person = null) => As(person ?? new PersonId(Guid.Parse("00000000-0000-0000-0000-0000000000aa")), "Inès Instructrice", Role.PartnersMember);

    /// <summary>Runs in a scope of its own, as a request does.</summary>
    public async Task<TResult> InAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = provider.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<ConsultantFile?> FileAsync(PersonId person) => InAsync<IConsultantPath, ConsultantFile?>(path => path.FindAsync(person, default));

    public async Task<PathState> StateAsync(PersonId person) => (await FileAsync(person))!.State;

    public Task<Outcome> SaveAsync(CensusStep step, object answers, ActContext act) =>
        InAsync<SaveCensusStep, Outcome>(save => save.SaveAsync(step, answers, act, default));

    public async Task<PersonId> WithCensusAsync(CensusEntry? entry = null)
    {
        var person = PersonId.New(Clock.GetUtcNow());
        foreach (var step in Enum.GetValues<CensusStep>())
        {
            var saved = await SaveAsync(step, (entry ?? ACensus.Complete()).Of(step)!, Consultant(person));
            Assert.True(saved.IsDone, saved.Refusal?.Code);
        }

        return person;
    }

    public Task<Outcome> SubmitAsync(PersonId person) => InAsync<SubmitCensus, Outcome>(act => act.SubmitAsync(Consultant(person), default));

    public async Task<PersonId> SubmittedAsync(CensusEntry? entry = null)
    {
        var person = await WithCensusAsync(entry);
        Assert.True((await SubmitAsync(person)).IsDone);
        return person;
    }

    public async Task<PersonId> AdmittedAsync(CensusEntry? entry = null)
    {
        var person = await SubmittedAsync(entry);
        var number = (await FileAsync(person))!.Number;
        Assert.True((await InAsync<InstructDossier, Outcome>(act => act.DeclareAdmissibleAsync(number, null, Instructor(), default))).IsDone);
        return person;
    }

    public Task<Outcome<CharterSignature>> SignAsync(PersonId person, string? versionId = null, string? sentence = null) =>
        InAsync<SignCharter, Outcome<CharterSignature>>(act => act.SignAsync(
            new SignatureInput(versionId ?? Documents.Current.VersionId, sentence ?? CharterText.IntentOf("Camille Durand", Documents.Current)),
            Consultant(person),
            default));

    public Task<Outcome> MoveAsync(PersonId person, PathTrigger trigger) => InAsync<TnDbContext, Outcome>(async _ =>
    {
        await using var scope = provider.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<IConsultantPath>()
            .MoveAsync(person, trigger, "Pour l’essai.", ActContext.System(Clock.GetUtcNow(), "test"), default);
        await scope.ServiceProvider.GetRequiredService<TnDbContext>().SaveChangesAsync();
        return outcome;
    });

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private ActContext As(PersonId person, string name, Role role) =>
        new(person, name, new[] { role }.ToFrozenSet(), Clock.GetUtcNow(), "web");
}

/// <summary>A clock that the test moves.</summary>
internal sealed class PlayedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(int days) => now = now.AddDays(days);
}

/// <summary>The founding decision's values.</summary>
internal sealed class FixedRules : IProgrammeRules
{
    public Dictionary<string, string> Values { get; } = new()
    {
        [RuleKeys.CensusReferencesRequired] = "3",
        [RuleKeys.CensusReferencesMonths] = "36",
        [RuleKeys.CensusReferenceConfirmationDays] = "30",
        [RuleKeys.PapersVigilanceMonths] = "6",
        [RuleKeys.PapersRegistrationMonths] = "3",
        [RuleKeys.AdmissibilityAnswerWorkingDays] = "10",
        [RuleKeys.AdmissibilityCompletionDays] = "60",
        [RuleKeys.CharterResignatureDays] = "60",
        [RuleKeys.CharterOverdueDecisionDays] = "30",
        [RuleKeys.TrainingRequiredCourses] = "presence-en-ligne, cybersecurite",
        [RuleKeys.ExamRetakeDays] = "15",
        [RuleKeys.JuryDecisionDays] = "15",
        [RuleKeys.AppealDays] = "30",
        [RuleKeys.RenewalWindowDays] = "150",
        [RuleKeys.SuspensionMaximumMonths] = "6",
    };

    public IReadOnlyDictionary<string, RuleInForce> All => Values.ToDictionary(
        one => one.Key,
        one => new RuleInForce(one.Key, one.Value, new DateOnly(2012, 11, 1), "Décision fondatrice", "règle d’essai"));

    public Task<RuleInForce> FindAsync(string key, DateOnly on, CancellationToken cancellationToken) => Task.FromResult(All[key]);

    public Task<IReadOnlyDictionary<string, RuleInForce>> AllAsync(DateOnly on, CancellationToken cancellationToken) => Task.FromResult(All);
}

/// <summary>The consultant's charter, in as many versions as the test publishes.</summary>
internal sealed class PublishedCharters : IPublishedDocuments
{
    private readonly List<PublishedDocument> versions = [Version("v1", "2026-1", "Article 1.\nVous êtes neutre.\n", "material")];

    public PublishedDocument Current => versions[0];

    public void Publish(string id, string number, string change) => versions.Insert(0, Version(id, number, $"Article 1, version {number}.\n", change));

    /// <summary>What nobody may do: changes the text of a published version.</summary>
    public void Alter(string id, string markdown) => versions[versions.FindIndex(one => one.VersionId == id)] = Version(id, "2026-1", markdown, "material");

    public Task<IReadOnlyList<PublishedDocument>> ListAsync(string contentType, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PublishedDocument>>([Current]);

    public Task<PublishedDocument?> FindAsync(string contentType, string slug, CancellationToken cancellationToken) =>
        Task.FromResult<PublishedDocument?>(contentType == ContentTypes.Charter && slug == "consultant" ? Current : null);

    public Task<PublishedDocument?> FindVersionAsync(string versionId, CancellationToken cancellationToken) =>
        Task.FromResult(versions.Find(version => version.VersionId == versionId));

    public Task<IReadOnlyList<PublishedDocument>> HistoryAsync(string itemId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PublishedDocument>>([.. versions]);

    private static PublishedDocument Version(string id, string number, string markdown, string change) => new(
        "charter", id, ContentTypes.Charter, "consultant", "Charte du consultant privé", string.Empty, null, null,
        JourneySite.Morning, $"<p>{markdown}</p>", markdown, new Dictionary<string, string> { ["number"] = number, ["change"] = change });
}

/// <summary>Completions as the test says.</summary>
internal sealed class KnownCompletions : ICompletions
{
    public HashSet<(PersonId Person, string Slug)> Completed { get; } = [];

    public Task<IReadOnlyList<CompletedCourse>> OfAsync(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CompletedCourse>>(
            [.. Completed.Where(one => one.Person == person).Select(one => new CompletedCourse(one.Slug, one.Slug, one.Slug, JourneySite.Morning, "code"))]);
}

/// <summary>Letters told once per key; several people may act at once.</summary>
internal sealed class SentLetters : INotifier
{
    public ConcurrentDictionary<string, (PersonId To, Letter Letter)> Sent { get; } = new();

    public Task TellAsync(PersonId to, string key, Letter letter, ActContext act, CancellationToken cancellationToken)
    {
        Sent.TryAdd(key, (to, letter));
        return Task.CompletedTask;
    }
}

/// <summary>Reminders planned once per key; several people may act at once.</summary>
internal sealed class PlannedReminders : IReminders
{
    public ConcurrentDictionary<string, PlannedReminder> Planned { get; } = new();

    public Task PlanAsync(PlannedReminder reminder, CancellationToken cancellationToken)
    {
        Planned.TryAdd(reminder.Key, reminder);
        return Task.CompletedTask;
    }

    public Task CancelAsync(string kind, string subject, CancellationToken cancellationToken)
    {
        foreach (var key in Planned.Values.Where(one => one.Kind == kind && one.Subject == subject).Select(one => one.Key).ToList())
        {
            Planned.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }
}

/// <summary>The committee of private partners, as the test seats it.</summary>
internal sealed class SeatedCommittee : ICommitteeRoster
{
    public List<CommitteeMember> Members { get; } = [];

    public void Seat(PersonId person, string name, params string[] ties) => Members.Add(new CommitteeMember(person, name, CommitteeKind.PrivatePartners, null, ties));

    public Task<IReadOnlyList<CommitteeMember>> MembersAsync(CommitteeKind committee, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CommitteeMember>>([.. Members.Where(one => one.Committee == committee)]);
}

/// <summary>Accounts, as the test opens them.</summary>
internal sealed class KnownPeople : IPeople
{
    public Dictionary<PersonId, PersonCard> Cards { get; } = [];

    public void Open(PersonId person, string name, string email) => Cards[person] = new PersonCard(person, name, email, new[] { Role.Consultant }.ToFrozenSet());

    public Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) => Task.FromResult(Cards.GetValueOrDefault(id));

    public Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Task.FromResult(Cards.Values.FirstOrDefault(one => one.Email == email));

    public Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, PersonCard>>(ids.Where(Cards.ContainsKey).ToDictionary(id => id, id => Cards[id]));

    public Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PersonCard>>([]);
}

/// <summary>Pictures that nobody draws anew.</summary>
internal sealed class UntouchedPictures : IPictures
{
    public Task<Outcome<byte[]>> RedrawAsync(byte[] image, int width, CancellationToken cancellationToken) => Task.FromResult<Outcome<byte[]>>(image);
}

/// <summary>Certificates, as the test issues them.</summary>
internal sealed class KnownCertificates : ICertificates
{
    public HashSet<PersonId> Holders { get; } = [];

    public Task<CertificateCard?> CurrentOfAsync(PersonId holder, DateOnly on, CancellationToken cancellationToken) => Task.FromResult(
        Holders.Contains(holder) ? new CertificateCard("code", "TN-1", holder, "Camille Durand", [], on, on.AddYears(3), CertificateStanding.Valid) : null);

    public Task<IReadOnlyDictionary<PersonId, CertificateCard>> ValidAsync(DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, CertificateCard>>(new Dictionary<PersonId, CertificateCard>());
}

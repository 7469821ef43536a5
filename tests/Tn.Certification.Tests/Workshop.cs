using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tn.Certification.Certificates;
using Tn.Certification.Exam;
using Tn.Certification.Jury;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Startup;
using Tn.Platform.Web;

namespace Tn.Certification.Tests;

/// <summary>The module on a real SQLite file, among neighbours in memory.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "tn-certification-" + Guid.NewGuid().ToString("N"));
    private readonly ServiceProvider services;

    private readonly string? postgres;

    private Workshop(string? postgres)
    {
        this.postgres = postgres;
        var settings = new Dictionary<string, string?> { ["Site:BaseUrl"] = "https://exemple.test" };
        if (postgres is not null)
        {
            (settings["Database:Provider"], settings["Database:ConnectionString"]) = ("postgresql", postgres);
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddPlatform(configuration, new DataFolder(folder));
        collection.AddCertification();
        collection.AddSingleton<Texts>();
        // Keys of the data folder that live as long as the test.
        collection.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        collection.AddSingleton<IQuestionBanks>(Neighbours).AddSingleton<ICommitteeRoster>(Neighbours).AddSingleton<IProgrammeRules>(Neighbours);
        collection.AddSingleton<ICompletions>(Neighbours);
        collection.AddSingleton<INotifier>(Post).AddSingleton<IReminders>(Post);
        collection.AddSingleton<IPeople, Accounts>();
        collection.AddSingleton(Path_).AddScoped<IConsultantPath, PathOfTests>();
        services = collection.BuildServiceProvider();
    }

    public HandClock Time { get; } = new();

    public Neighbours Neighbours { get; } = new();

    public PostBox Post { get; } = new();

    public PathBook Path_ { get; } = new();

    /// <summary>The same on PostgreSQL, in a database of its own; <c>test.sh</c> starts the server and sets <c>TN_TEST_POSTGRESQL</c>.</summary>
    public static Task<Workshop> OpenOnPostgreSqlAsync(PathState state = PathState.ExamOpen)
    {
        var server = Environment.GetEnvironmentVariable("TN_TEST_POSTGRESQL")
            ?? throw new InvalidOperationException("TN_TEST_POSTGRESQL is not set; run ./test.sh, which starts PostgreSQL.");
        return OpenAsync(state, new NpgsqlConnectionStringBuilder(server) { Database = $"tn_{Guid.NewGuid():N}" }.ConnectionString);
    }

    public static async Task<Workshop> OpenAsync(PathState state = PathState.ExamOpen, string? postgres = null)
    {
        var workshop = new Workshop(postgres);
        workshop.Path_.Put(People.FileOf(state));
        await workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Database.EnsureCreatedAsync());
        await workshop.PrepareAsync();
        return workshop;
    }

    /// <summary>What the module does at each start of the site.</summary>
    public Task<bool> PrepareAsync() => DoAsync(async scope =>
    {
        foreach (var preparation in scope.GetServices<IPreparation>())
        {
            await preparation.PrepareAsync(CancellationToken.None);
        }

        return true;
    });

    /// <summary>Runs something in a scope of its own, as a request would.</summary>
    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Asks one service something, in a scope of its own.</summary>
    public Task<T> AskAsync<TService, T>(Func<TService, Task<T>> question)
        where TService : notnull
        => DoAsync(scope => question(scope.GetRequiredService<TService>()));

    public Task<Outcome<SittingId>> StartAsync(DateTimeOffset at, long seed = 7) =>
        DoAsync(scope => scope.GetRequiredService<StartSitting>().StartAsync(seed, null, Candidate(at), CancellationToken.None));

    public Task<Outcome> AnswerAsync(SittingId sitting, int position, ItemResponse response, DateTimeOffset at) =>
        DoAsync(scope => scope.GetRequiredService<SaveAnswers>().SaveAsync(sitting, position, response, Candidate(at), CancellationToken.None));

    /// <summary>Answers the first <paramref name="right"/> items rightly, all others wrongly.</summary>
    public async Task AnswerAllAsync(SittingId id, int right, DateTimeOffset at)
    {
        var responses = Enumerable.Range(1, 40).ToDictionary(position => position, position => ItemResponse.Chosen(position <= right ? "a" : "b"));
        var kept = await DoAsync(scope => scope.GetRequiredService<SaveAnswers>().SaveAsync(id, responses, Candidate(at), CancellationToken.None));
        Assert.True(kept.IsDone);
    }

    public Task<Outcome> FinishAsync(SittingId id, DateTimeOffset at) =>
        DoAsync(scope => scope.GetRequiredService<FinishSitting>().FinishAsync(id, Candidate(at), CancellationToken.None));

    public Task<Sitting> SittingAsync(SittingId id) =>
        DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<Sitting>().AsNoTracking().SingleAsync(row => row.Id == id));

    public async Task<JuryCase> OpenCaseAsync(DateTimeOffset at)
    {
        var meeting = await DoAsync(scope => scope.GetRequiredService<OpenMeeting>().OpenAsync(French.Day(at), Partner(at), CancellationToken.None));
        return Assert.Single(await DoAsync(scope => scope.GetRequiredService<JuryQueries>().CasesAsync(meeting.Value, CancellationToken.None)));
    }

    public Task<Outcome> VoteAsync(JuryCaseId id, PersonId member, JuryChoice choice, DateTimeOffset at) =>
        DoAsync(scope => scope.GetRequiredService<CastVote>().VoteAsync(
            id,
            choice == JuryChoice.Defer ? new Ballot(choice, "Une mission de plus.", "Une référence.", French.Day(at).AddDays(60)) : new Ballot(choice, "Dossier solide."),
            People.Act(member, Role.JuryMember, at),
            CancellationToken.None));

    public Task<JuryCase> CaseAsync(JuryCaseId id) =>
        DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<JuryCase>().AsNoTracking().SingleAsync(row => row.Id == id));

    /// <summary>The candidate's certificate, by unanimous votes.</summary>
    public async Task<CertificateView> CertifyAsync(DateTimeOffset at, JuryChoice choice = JuryChoice.Certify)
    {
        var one = await OpenCaseAsync(at);
        foreach (var member in new[] { People.Public, People.Pedagogical, People.Private })
        {
            Assert.True((await VoteAsync(one.Id, member, choice, at)).IsDone);
        }

        return (await CertificatesAsync())[0];
    }

    public Task<IReadOnlyList<CertificateView>> CertificatesAsync() =>
        DoAsync(scope => scope.GetRequiredService<CertificateQueries>().OfAsync(People.Candidate, CancellationToken.None));

    public Task<Outcome> SanctionAsync(Sanction sanction, DateTimeOffset at) =>
        DoAsync(scope => scope.GetRequiredService<DecideSanction>().DecideAsync(People.Candidate, sanction, Partner(at), CancellationToken.None));

    /// <summary>A move of the candidate's path that another module would make.</summary>
    public Task<bool> MoveAsync(PathTrigger trigger, DateTimeOffset at) => DoAsync(async scope =>
    {
        Assert.True((await scope.GetRequiredService<IConsultantPath>().MoveAsync(People.Candidate, trigger, "Selon l’essai.", Partner(at), CancellationToken.None)).IsDone);
        await scope.GetRequiredService<TnDbContext>().SaveChangesAsync();
        return true;
    });

    public Task<bool> SweepTermsAsync(DateTimeOffset at) => DoAsync(async scope =>
    {
        await scope.GetRequiredService<TermSweep>().RunAsync(ActContext.System(at, "test"), CancellationToken.None);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            await DoAsync(scope => scope.GetRequiredService<TnDbContext>().Database.EnsureDeletedAsync());
        }

        await services.DisposeAsync();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static ActContext Candidate(DateTimeOffset at) => People.Act(People.Candidate, Role.Consultant, at);

    public static ActContext Partner(DateTimeOffset at) => People.Act(People.Partner, Role.PartnersMember, at);
}

using System.Globalization;
using Tn.Testing;

namespace Tn.Web.Tests.Crash;

/// <summary>
/// SIGKILL, twenty times over one data folder, while answers are posted, the charter is signed and reminders leave:
/// nothing acknowledged is lost, nothing is doubled, everything due is sent in the end.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Rounds = 20;
    private const int RemindersPerRound = 15;
    private const string Course = "/formations/gerer-et-facturer-au-format-electronique";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("tn-crash-").FullName;
    private readonly int seed = Random.Shared.Next();
    private readonly Random random;
    private readonly DataFile data;
    private readonly List<Learner> learners = [];
    private readonly List<Candidate> candidates = [];
    private readonly List<Signer> signers = [];
    private readonly List<Poster> posters = [];
    private readonly List<string> reminders = [];
    private readonly DateTimeOffset due = DateTimeOffset.UtcNow.AddHours(-1);
    private ChildSite site = null!;
    private Poster administrator = null!;

    public KillTests()
    {
        random = new Random(seed);
        data = new DataFile(folder);
    }

    /// <summary>Where and how one would see it again.</summary>
    private string Where => $"Seed {seed.ToString(CultureInfo.InvariantCulture)}, folder {folder}.";

    public async Task InitializeAsync()
    {
        await Demonstration.CopyToAsync(folder);
        await BringBackToTheCharterAsync();
        site = await ChildSite.StartAsync(folder, "Development", "--Account:PerAddress", "100000", "--Account:PerAccount", "100000", "--Logging:LogLevel:Default", "Error");
        administrator = await EnterAsync("admin@demo.test");
        await administrator.ReadAsync("/compte/securite");
        foreach (var number in new[] { 41, 42, 43 })
        {
            var email = $"conseiller{number.ToString(CultureInfo.InvariantCulture)}@demo.test";
            var learner = new Learner(await EnterAsync(email), email);
            await learner.EnrolAsync(Course);
            learners.Add(learner);
        }

        foreach (var email in new[] { "consultant05@demo.test", "consultant06@demo.test" })
        {
            var candidate = new Candidate(await EnterAsync(email), email);
            await candidate.StartAsync();
            candidates.Add(candidate);
        }

        signers.AddRange(Signatories().Select(email => new Signer(email)));
    }

    public async Task DisposeAsync()
    {
        posters.ForEach(poster => poster.Dispose());
        await site.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Twenty_kills_lose_nothing_acknowledged_and_double_nothing()
    {
        await site.KillAsync();
        for (var round = 0; round < Rounds; round++)
        {
            await PlanRemindersAsync(round);
            await data.LetClaimsRunOutAsync();
            await site.RestartAsync();
            await NothingIsLostNorDoubledAsync();
            await WorkAndDieAsync(round);
        }

        await data.LetClaimsRunOutAsync();
        await site.RestartAsync();
        await EverythingDueIsSentAsync();
        await NothingIsLostNorDoubledAsync();
        await EachReminderIsToldOnceAsync();
        await EachMailIsOneFileAsync();
        await HistoriesHoldAsync();
        Assert.True(signers.Exists(signer => signer.IsAcknowledged) && learners.All(learner => !learner.Acknowledged.IsEmpty) && candidates.All(one => one.Possible.Count > 0), Where);
    }

    private static IEnumerable<string> Signatories() =>
        Enumerable.Range(10, Rounds).Prepend(4).Select(number => $"consultant{number.ToString("00", CultureInfo.InvariantCulture)}@demo.test");

    // The demonstration leaves one consultant before the charter: twenty more are brought back to it, for a signature in each round.
    private Task BringBackToTheCharterAsync()
    {
        var emails = string.Join(',', Signatories().Select(email => $"'{email}'"));
        return data.WriteAsync($"""
            DELETE FROM journey_signature_evidence WHERE Signature IN (SELECT Id FROM journey_signatures WHERE Person IN (SELECT Id FROM identity_people WHERE Email IN ({emails})));
            DELETE FROM journey_signatures WHERE Person IN (SELECT Id FROM identity_people WHERE Email IN ({emails}));
            UPDATE journey_dossiers SET State = 'CharterToSign' WHERE Person IN (SELECT Id FROM identity_people WHERE Email IN ({emails}));
            """);
    }

    private async Task<Poster> EnterAsync(string email)
    {
        var poster = new Poster(await new Visitor(site.Address).SignInAsync(email));
        posters.Add(poster);
        return poster;
    }

    // All due at one time: of two rungs of one ladder only the last is told.
    private async Task PlanRemindersAsync(int round)
    {
        for (var at = 0; at < RemindersPerRound; at++)
        {
            var key = $"crash:{round.ToString(CultureInfo.InvariantCulture)}:{at.ToString(CultureInfo.InvariantCulture)}";
            reminders.Add(key);
            await data.WriteAsync(
                """
                INSERT INTO reminders_due (Id, Key, Kind, Subject, Step, "To", DueUtc, State, Tries, NotBefore)
                SELECT $id, $key, 'census-unfinished', lower(Id), 'D7', Person, $due, 'Planned', 0, $due FROM journey_dossiers WHERE State = 'CensusInProgress' LIMIT 1
                """,
                ("$id", Guid.NewGuid()),
                ("$key", key),
                ("$due", due.UtcTicks));
        }
    }

    private async Task WorkAndDieAsync(int round)
    {
        var signing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var signer = signers.First(one => !one.IsAcknowledged);
        await signer.EnterAsync(EnterAsync);
        var signature = signer.SignAsync(() => signing.TrySetResult());
        var work = learners.Select(learner => learner.AnswerAsync(() => answered.TrySetResult()))
            .Concat(candidates.Select(candidate => candidate.AnswerAsync()))
            .Append(signature)
            .Append(SweepAsync())
            .ToList();
        // One kill in three strikes a signature on its way, one strikes among answers, one after a signature was acknowledged.
        Task strike = (round % 3) switch
        {
            0 => Task.WhenAny(signing.Task, signature),
            1 => answered.Task,
            _ => signature,
        };
        await strike.WaitAsync(Patience);
        await AMomentAsync(round % 3 == 0 ? 60 : 1000);
        await site.KillAsync();
        await Task.WhenAll(work).WaitAsync(Patience);
    }

    // What the minute's tick would start, at once.
    private Task<bool> SweepAsync() =>
        administrator.PostAsync("/admin/taches/recurring/trigger", ("jobs[]", "reminders"), ("jobs[]", "mails"), ("jobs[]", "outbox"));

    // The moment of the kill, not a wait for something.
    private Task AMomentAsync(int most) => Task.Delay(random.Next(most));

    private async Task NothingIsLostNorDoubledAsync()
    {
        var tokens = await data.ReadAsync("SELECT Token FROM courses_attempts WHERE length(Token) = 32");
        Assert.True(tokens.Count == tokens.Distinct(StringComparer.Ordinal).Count(), $"An answer is kept twice. {Where}");
        var lost = learners.SelectMany(learner => learner.Acknowledged).Except(tokens, StringComparer.Ordinal).ToList();
        Assert.True(lost.Count == 0, $"{lost.Count.ToString(CultureInfo.InvariantCulture)} acknowledged answers are lost. {Where}");
        foreach (var candidate in candidates)
        {
            foreach (var (position, fates) in candidate.Possible)
            {
                var kept = await data.ReadAsync(
                    "SELECT Response FROM certification_answers WHERE Sitting = $sitting AND Position = $position",
                    ("$sitting", Guid.Parse(candidate.Sitting)),
                    ("$position", position));
                Assert.True(fates.Any(fate => fate == Candidate.Nothing ? kept.Count == 0 : kept.Count == 1 && kept[0].Contains($"\"{fate}\"", StringComparison.Ordinal)), $"Exam answer {string.Join(' ', kept)} is none of {string.Join(' ', fates)}. {Where}");
            }
        }

        foreach (var signer in signers)
        {
            await OneSignatureAsync(signer);
        }
    }

    private async Task OneSignatureAsync(Signer signer)
    {
        var signatures = await data.ReadAsync("SELECT lower(Id) FROM journey_signatures WHERE Person = (SELECT Id FROM identity_people WHERE Email = $email)", ("$email", signer.Email));
        Assert.True(signatures.Count <= 1 && (signatures.Count == 1 || !signer.IsAcknowledged), $"{signer.Email} signed {signatures.Count.ToString(CultureInfo.InvariantCulture)} times. {Where}");
        foreach (var signature in signatures)
        {
            Assert.True(await data.CountAsync("SELECT count(*) FROM reminders_notices WHERE Key = $key", ("$key", $"charter-receipt:{signature}")) == 1, $"{signer.Email} has no receipt, or several. {Where}");
            Assert.True(await data.CountAsync("SELECT count(*) FROM platform_mails WHERE Key LIKE $key", ("$key", $"charter-receipt:{signature}:%")) == 1, $"{signer.Email}: no mail of the receipt, or several. {Where}");
        }
    }

    private async Task EverythingDueIsSentAsync()
    {
        Assert.True(await SweepAsync(), Where);
        using var patience = new CancellationTokenSource(Patience);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        long left;
        do
        {
            left = await data.CountAsync("""
                SELECT (SELECT count(*) FROM reminders_due WHERE Key LIKE 'crash:%' AND State <> 'Sent')
                    + (SELECT count(*) FROM platform_mails WHERE SentAt IS NULL)
                    + (SELECT count(*) FROM platform_outbox WHERE HandledAt IS NULL)
                """);
        }
        while (left > 0 && !patience.IsCancellationRequested && await beat.WaitForNextTickAsync());
        Assert.True(left == 0, $"{left.ToString(CultureInfo.InvariantCulture)} reminders, mails and events did not leave. {Where}");
    }

    private async Task EachReminderIsToldOnceAsync()
    {
        foreach (var key in reminders)
        {
            Assert.True(await data.CountAsync("SELECT count(*) FROM reminders_notices WHERE Key = $key", ("$key", $"reminder:{key}")) == 1, $"Notice {key}. {Where}");
            Assert.True(await data.CountAsync("SELECT count(*) FROM platform_mails WHERE Key LIKE $key", ("$key", $"reminder:{key}:%")) == 1, $"Mail {key}. {Where}");
        }
    }

    private async Task EachMailIsOneFileAsync()
    {
        var sent = await data.ReadAsync("SELECT lower(Id) || '.eml' FROM platform_mails WHERE SentAt IS NOT NULL");
        var files = Directory.GetFiles(Path.Combine(folder, "mails")).Select(file => Path.GetFileName(file)!);
        Assert.Equal(sent.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    private async Task HistoriesHoldAsync()
    {
        var (exitCode, output) = await ChildSite.RunVerbAsync("journey", "verify-chain", "--data", folder);
        Assert.True(exitCode == 0, $"{output} {Where}");
    }
}

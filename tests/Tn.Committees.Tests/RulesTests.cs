using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Committees.Mandates;
using Tn.Committees.Rules;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform;
using Tn.Platform.Data;
using Tn.Platform.Startup;
using Tn.Platform.Web;

namespace Tn.Committees.Tests;

public sealed class RulesTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tn-committees-");
    private ServiceProvider services = null!;

    public static TheoryData<string> Keys => [.. typeof(RuleKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(one => (string)one.GetRawConstantValue()!)];

    public async Task InitializeAsync()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddPlatform(new ConfigurationBuilder().Build(), new DataFolder(folder.FullName));
        collection.AddCommittees();
        collection.AddSingleton<IPeople>(new Everyone());
        services = collection.BuildServiceProvider();
        await DoAsync<TnDbContext>(db => db.Database.EnsureCreatedAsync());
        await PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Every_rule_has_a_first_value_a_decision_an_article_and_its_words(string key)
    {
        var rule = await Rules.FindAsync(key, Today, default);
        var sentences = services.GetRequiredService<Sentences>();
        CultureInfo.CurrentUICulture = French.Culture;

        Assert.Equal("Décision fondatrice du 2 novembre 2026", rule.Decision);
        Assert.Contains("article", rule.Article, StringComparison.Ordinal);
        Assert.NotNull(sentences.Find($"rule.{key}.name"));
        Assert.Contains("{value}", sentences.Find($"rule.{key}.value")!, StringComparison.Ordinal);
        Assert.True(key switch
        {
            RuleKeys.TrainingRequiredCourses => rule.List.Count == 2,
            RuleKeys.ExamDifficultyMix => rule.List.Sum(part => int.Parse(part, CultureInfo.InvariantCulture)) == 100,
            RuleKeys.ExamPublication => rule.Value is "automatique" or "retenue",
            _ => rule.Number > 0,
        });
    }

    [Fact]
    public async Task A_new_decision_holds_from_its_day_and_the_past_keeps_its_value()
    {
        await DecideAsync(RuleKeys.ExamMinutes, "75", new DateOnly(2027, 1, 1));

        Assert.Equal(60, (await Rules.FindAsync(RuleKeys.ExamMinutes, Today, default)).Number);
        Assert.Equal(60, (await Rules.FindAsync(RuleKeys.ExamMinutes, new DateOnly(2026, 12, 31), default)).Number);
        Assert.Equal(75, (await Rules.FindAsync(RuleKeys.ExamMinutes, new DateOnly(2027, 1, 1), default)).Number);
        Assert.Equal("75", (await Rules.AllAsync(new DateOnly(2028, 6, 1), default))[RuleKeys.ExamMinutes].Value);
    }

    [Fact]
    public async Task Starting_again_adds_nothing_and_keeps_what_was_decided()
    {
        await DecideAsync(RuleKeys.ExamMinutes, "75", new DateOnly(2027, 1, 1));
        await PrepareAsync();

        var rows = 0;
        await DoAsync<TnDbContext>(async db => rows = await db.Set<Rule>().CountAsync());
        Assert.Equal(Keys.Count + 1, rows);
    }

    [Fact]
    public async Task A_file_older_than_the_founding_decision_still_has_a_rule() =>
        Assert.Equal(3, (await Rules.FindAsync(RuleKeys.CertificateTermYears, new DateOnly(2020, 1, 1), default)).Number);

    [Fact]
    public async Task An_unknown_rule_is_a_bug() =>
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Rules.FindAsync("no.such-rule", Today, default));

    [Fact]
    public async Task A_mandate_counts_from_its_first_to_its_last_day()
    {
        var person = PersonId.New(DateTimeOffset.UnixEpoch);
        await DoAsync<TnDbContext>(async db =>
        {
            db.Add(Mandate.Give(MandateId.New(DateTimeOffset.UnixEpoch), person, CommitteeKind.Jury, College.Private, new(2026, 1, 1), new(2026, 12, 31), ["Logiciels Garonne"]));
            await db.SaveChangesAsync();
        });

        Assert.Empty(await JuryAsync(new DateOnly(2025, 12, 31)));
        Assert.Empty(await JuryAsync(new DateOnly(2027, 1, 1)));
        var member = Assert.Single(await JuryAsync(new DateOnly(2026, 12, 31)));
        Assert.Equal((person, College.Private, "Logiciels Garonne"), (member.Person, member.College, Assert.Single(member.Ties)));
    }

    [Fact]
    public void Only_a_jury_seat_has_a_college()
    {
        Assert.Throws<ArgumentException>(() => Mandate.Give(default, default, CommitteeKind.Jury, null, Today, Today, []));
        Assert.Throws<ArgumentException>(() => Mandate.Give(default, default, CommitteeKind.Pedagogy, College.Public, Today, Today, []));
        Assert.Throws<ArgumentException>(() => Mandate.Give(default, default, CommitteeKind.Pedagogy, null, Today, Today.AddDays(-1), []));
    }

    private IProgrammeRules Rules => services.GetRequiredService<IProgrammeRules>();

    private async Task<IReadOnlyList<CommitteeMember>> JuryAsync(DateOnly on)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ICommitteeRoster>().MembersAsync(CommitteeKind.Jury, on, default);
    }

    private async Task DecideAsync(string key, string value, DateOnly from)
    {
        await DoAsync<TnDbContext>(async db =>
        {
            db.Add(new Rule(key, value, from, "Décision de test", "Règlement de certification, article 6"));
            await db.SaveChangesAsync();
        });
        services.GetRequiredService<ProgrammeRules>().Evict();
    }

    private Task PrepareAsync() => DoAsync<IPreparation>(preparation => preparation.PrepareAsync(default));

    private async Task DoAsync<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Everyone has an account.</summary>
    private sealed class Everyone : IPeople
    {
        public Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken) => Task.FromResult<PersonCard?>(Card(id));

        public Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Task.FromResult<PersonCard?>(null);

        public Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<PersonId, PersonCard>>(ids.ToDictionary(id => id, Card));

        public Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PersonCard>>([]);

        private static PersonCard Card(PersonId id) => new(id, "Laurent Peretti", "laurent@exemple.test", new HashSet<Role>());
    }
}

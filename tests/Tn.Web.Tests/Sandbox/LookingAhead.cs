using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Testing;
using Tn.Web.Sandbox;

namespace Tn.Web.Tests.Sandbox;

/// <summary>A committee advances the clock of a copy, and the site itself is not touched.</summary>
public abstract class LookingAheadTests(SharedSite shared)
{
    [Fact]
    public async Task The_months_to_come_bring_reminders_and_ends_of_terms_and_nothing_happens_here()
    {
        var before = await shared.Site.CountRowsAsync();

        var report = await shared.Site.Services.GetRequiredService<AdvanceClock>().LookAsync(4, new Ignored(), CancellationToken.None);

        Assert.Equal(4, report.Months.Count);
        Assert.Equal([], report.Troubles);
        var facts = report.Months.SelectMany(month => month.Facts).ToList();
        Assert.Contains(facts, fact => fact.What == "reminder.renewal");
        Assert.Contains(facts, fact => fact.What == "path.trigger.open-renewal");
        Assert.All(report.Months, month => Assert.True(month.Waiting["owner.candidate"] > 0));
        Assert.All(facts, fact => Assert.True(fact.At >= DateTimeOffset.UtcNow.AddDays(-1), $"{fact.What} happened before the look."));
        Assert.Equal(Settled(before), Settled(await shared.Site.CountRowsAsync()));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(shared.Site.Folder, "sandbox")));
    }

    [Fact]
    public async Task An_instructor_asks_for_it_reads_a_month_and_nobody_asks_twice_at_once()
    {
        using var instructor = await shared.Site.Visit().SignInAsync("partenaires1@demo.test");
        var page = await instructor.GetAsync("/comites/partenaires-prives/simulation");

        Assert.Contains("de 1 à 36", (await instructor.SubmitAsync(page, "main form", ("Months", "99"))).Text, StringComparison.Ordinal);
        await instructor.SubmitAsync(page, "main form", ("Months", "3"));
        Assert.Contains("en cours", (await instructor.SubmitAsync(page, "main form", ("Months", "2"))).Text, StringComparison.Ordinal);

        var desk = shared.Site.Services.GetRequiredService<SandboxDesk>();
        var programme = ActContext.System(DateTimeOffset.UtcNow, "test");
        for (var looks = 0; desk.Last(programme).Value!.IsRunning && looks < 600; looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        var done = await instructor.GetAsync("/comites/partenaires-prives/simulation");
        Assert.Equal(3, done.Document.QuerySelectorAll("tbody tr").Length);
        var month = await instructor.GetAsync($"/comites/partenaires-prives/simulation{done.Document.QuerySelector("tbody a")!.GetAttribute("href")}");
        Assert.NotEmpty(month.Document.QuerySelectorAll("#detail + ul li"));
    }

    // Other tests of this site write meanwhile; what only the passing of time writes must not move.
    private static IEnumerable<KeyValuePair<string, long>> Settled(IReadOnlyDictionary<string, long> rows) =>
        rows.Where(table => table.Key.StartsWith("journey_", StringComparison.Ordinal) || table.Key.StartsWith("certification_certificate", StringComparison.Ordinal)).OrderBy(table => table.Key, StringComparer.Ordinal);

    private sealed class Ignored : IProgress<SandboxProgress>
    {
        public void Report(SandboxProgress value)
        {
        }
    }
}

[Collection(OnSqlite.Name)]
public sealed class LookingAheadOnSqlite(SqliteSite shared) : LookingAheadTests(shared);

[Collection(OnPostgreSql.Name)]
public sealed class LookingAheadOnPostgreSql(PostgreSqlSite shared) : LookingAheadTests(shared);

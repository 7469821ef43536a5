using Microsoft.Extensions.DependencyInjection;
using Tn.Journey.Path.Verify;
using Tn.Kernel;
using Tn.Testing;

namespace Tn.Web.Tests;

/// <summary>The last landed version's database is brought up to date by this one: nothing is dropped, everybody finds her things again.</summary>
public abstract class UpgradeTests(SharedSite shared)
{
    private readonly TestSite site = shared.Site;

    [Fact]
    public async Task No_row_is_lost()
    {
        var after = await site.CountRowsAsync();

        Assert.True(site.LandedRows.Count > 40, "The kept database is empty: this proves nothing.");
        Assert.Equal([], site.LandedRows.Where(table => after.GetValueOrDefault(table.Key) < table.Value).Select(table => $"{table.Key}: {table.Value} → {after.GetValueOrDefault(table.Key)}"));
    }

    [Fact]
    public async Task The_chained_histories_still_hold()
    {
        await using var scope = site.Services.CreateAsyncScope();

        var report = await scope.ServiceProvider.GetRequiredService<VerifyChain>().VerifyAsync(ActContext.System(DateTimeOffset.UtcNow, "test"), CancellationToken.None);

        Assert.True(report.Value.Holds, string.Join(' ', report.Value.Broken));
    }

    [Theory]
    [InlineData("conseiller", "/mon-espace/formations", "Reprendre")]
    [InlineData("consultant.certifie", "/mon-parcours", "certifié")]
    [InlineData("consultant.formation", "/mon-parcours", "formation")]
    [InlineData("pedago1", "/comites/pedagogique", "Lire une page de résultats")]
    [InlineData("auteur", "/admin/contenus?q=Protéger", "Protéger une petite entreprise")]
    [InlineData("partenaires1", "/comites/partenaires-prives", "dossier")]
    [InlineData("jury1", "/comites/jury", "dossier")]
    public async Task Each_finds_her_things_again(string account, string path, string words)
    {
        using var person = await site.Visit().SignInAsync($"{account}@demo.test");

        Assert.Contains(words, (await person.GetAsync(path)).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/formations", "Protéger une petite entreprise")]
    [InlineData("/charte", "charte")]
    [InlineData("/programme/indicateurs", "certifi")]
    public async Task The_public_finds_it_too(string path, string words)
    {
        using var stranger = site.Visit();

        Assert.Contains(words, (await stranger.GetAsync(path)).Text, StringComparison.OrdinalIgnoreCase);
    }
}

public sealed class UpgradeOnSqlite(LandedSqliteSite site) : UpgradeTests(site), IClassFixture<LandedSqliteSite>;

public sealed class UpgradeOnPostgreSql(LandedPostgreSqlSite site) : UpgradeTests(site), IClassFixture<LandedPostgreSqlSite>;

/// <summary>A site that began with the landed version's SQLite file.</summary>
public sealed class LandedSqliteSite() : SharedSite(TestDatabase.Sqlite, landed: true);

/// <summary>A site that began with the landed version's PostgreSQL database.</summary>
public sealed class LandedPostgreSqlSite() : SharedSite(TestDatabase.PostgreSql, landed: true);

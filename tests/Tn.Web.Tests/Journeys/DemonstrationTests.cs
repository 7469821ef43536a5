using Microsoft.EntityFrameworkCore;
using Tn.Contracts;
using Tn.Journey.Path.Verify;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Platform.Events;
using Tn.Platform.Mail;

namespace Tn.Web.Tests.Journeys;

/// <summary>The demonstration plays to its end, and everything that follows from it follows.</summary>
public abstract class DemonstrationTests(SharedSite shared) : Journey(shared)
{
    [Fact]
    public async Task The_histories_of_all_consultants_hold()
    {
        var report = await AskAsync((VerifyChain verify) => verify.VerifyAsync(ActContext.System(DateTimeOffset.UtcNow, "test"), CancellationToken.None));

        Assert.True(report.Value.Holds, string.Join(' ', report.Value.Broken));
        Assert.InRange(report.Value.Files, 30, 60);
    }

    [Fact]
    public async Task Every_event_is_handled_and_every_mail_leaves_without_an_error()
    {
        using var stranger = Site.Visit();
        for (var left = 1; left > 0;)
        {
            // Each asking is a turn in which the workers go on.
            await UntilAsync(stranger, "/health/ready", _ => true);
            left = await CountAsync<OutboxMessage>(rows => rows.Where(row => row.HandledAt == null && row.Error == null))
                + await CountAsync<OutgoingMail>(rows => rows.Where(row => row.SentAt == null && row.Error == null));
        }

        Assert.Empty(await AskAsync((TnDbContext db) => db.Set<OutboxMessage>().Where(row => row.Error != null).Select(row => row.Name + ": " + row.Error).ToListAsync()));
        Assert.Empty(await AskAsync((TnDbContext db) => db.Set<OutgoingMail>().Where(row => row.Error != null).Select(row => row.Key + ": " + row.Error).ToListAsync()));
    }

    [Theory]
    [InlineData("/formations", "Protéger une petite entreprise")]
    [InlineData("/annuaire", "Amélie Rousselot")]
    [InlineData("/webinaires", "À venir")]
    [InlineData("/centres", "centre")]
    [InlineData("/programme/indicateurs", "certifi")]
    [InlineData("/certification", "charte")]
    public async Task Public_pages_tell_of_it(string path, string words)
    {
        using var stranger = Site.Visit();

        await UntilAsync(stranger, path, page => page.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("admin", "/admin")]
    [InlineData("admin", "/admin/utilisateurs?q=hoar")]
    [InlineData("admin", "/admin/relances")]
    [InlineData("admin", "/admin/contenus")]
    [InlineData("admin", "/admin/taches/recurring")]
    [InlineData("conseiller", "/mon-espace")]
    [InlineData("conseiller", "/mon-espace/formations")]
    [InlineData("conseiller", "/notifications")]
    [InlineData("conseiller", "/mes-donnees")]
    [InlineData("conseiller", "/mon-profil")]
    [InlineData("consultant.certifie", "/mon-parcours")]
    [InlineData("consultant.certifie", "/mon-parcours/certificat")]
    [InlineData("consultant.renouvellement", "/mon-parcours/renouvellement")]
    [InlineData("partenaires1", "/comites/partenaires-prives")]
    [InlineData("partenaires1", "/comites/partenaires-prives/amenagements")]
    [InlineData("centres1", "/comites/centres-de-ressources")]
    [InlineData("pedago1", "/comites/pedagogique")]
    [InlineData("jury1", "/comites/jury")]
    public async Task Everyones_pages_open(string account, string path)
    {
        using var visitor = await EnterAsync(account);

        var page = await visitor.GetAsync(path);

        Assert.True(page.Status == System.Net.HttpStatusCode.OK, page.Text);
    }
}

[Collection(OnSqlite.Name)]
public sealed class DemonstrationOnSqlite(SqliteSite shared) : DemonstrationTests(shared);

[Collection(OnPostgreSql.Name)]
public sealed class DemonstrationOnPostgreSql(PostgreSqlSite shared) : DemonstrationTests(shared);

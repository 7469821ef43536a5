using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Appeals;
using Tn.Certification.CaseStudies;
using Tn.Certification.Complaints;
using Tn.Contracts;
using Tn.Platform.Data;
using Tn.Platform.Mail;
using Tn.Testing;

namespace Tn.Web.Tests.Journeys;

/// <summary>What comes after decisions: appeals, complaints, case studies, as each person sees them.</summary>
public abstract partial class AfterDecisionsTests(SharedSite shared) : Journey(shared)
{
    [Fact]
    public async Task A_panel_of_three_who_did_not_decide_hears_the_appeal_and_the_certificate_holds_again()
    {
        var appellant = await PersonAsync("consultant.suspendu");
        var appeal = await AskAsync((TnDbContext db) => db.Set<Appeal>().AsNoTracking().SingleAsync(row => row.Appellant == appellant));
        using var consultant = await EnterAsync("consultant.suspendu");
        Assert.Contains("Devant la formation de recours", (await consultant.GetAsync("/mon-parcours/recours")).Text, StringComparison.Ordinal);
        using var decider = await EnterAsync("partenaires1");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await decider.GetAsync($"/comites/jury/recours/{appeal.Id}")).Status);

        var people = await AskAsync((IPeople all) => all.FindManyAsync([.. appeal.Panel.Select(seat => seat.Member)], CancellationToken.None));
        Assert.DoesNotContain(people.Values, one => one.Email.StartsWith("partenaires", StringComparison.Ordinal));
        foreach (var seat in appeal.Panel)
        {
            using var member = await Site.Visit().SignInAsync(people[seat.Member].Email);
            var page = await member.GetAsync($"/comites/jury/recours/{appeal.Id}");
            await member.SubmitAsync(page, "main form[action*='handler=Vote' i]", ("Vote.Choice", "Overturn"), ("Vote.Reason", "Les devis ont été remis."));
        }

        Assert.Contains("Le certificat est rétabli.", (await consultant.GetAsync("/mon-parcours/recours")).Text, StringComparison.Ordinal);
        Assert.Contains("En cours de validité", (await consultant.GetAsync("/mon-parcours/certificat")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_complains_without_account_and_nothing_of_it_is_public()
    {
        const string secret = "La facture a doublé après les travaux, sans aucun devis écrit, au mois d’octobre dernier.";
        using var owner = await EnterAsync("consultant15");
        var address = (await owner.GetAsync("/mon-parcours/certificat")).Document.QuerySelector("main a[href^='/verifier/']:not([href$='.pdf'])")!.GetAttribute("href")!;
        using var client = Site.Visit();
        var form = await client.GetAsync($"{address}/reclamation");
        var refused = await client.SubmitAsync(form, "main form", ("Input.Name", "Léa Client"), ("Input.Email", "pas une adresse"), ("Input.Facts", secret));
        Assert.Contains("Cette adresse électronique n’est pas complète", refused.Text, StringComparison.Ordinal);
        await client.SubmitAsync(form, "main form", ("Input.Name", "Léa Client"), ("Input.Email", "lea@client.test"), ("Input.Facts", secret));

        var mail = await AskAsync((TnDbContext db) => db.Set<OutgoingMail>().AsNoTracking().SingleAsync(row => row.To == "lea@client.test"));
        Assert.DoesNotContain(secret, mail.Text, StringComparison.Ordinal);
        var link = Link().Match(mail.Text).Value;
        await client.SubmitAsync(await client.GetAsync(link), "main form");
        Assert.Contains("Ce lien n’ouvre plus rien", (await client.GetAsync(link)).Text, StringComparison.Ordinal);

        var id = (await AskAsync((TnDbContext db) => db.Set<Complaint>().AsNoTracking().SingleAsync(row => row.ClientEmail == "lea@client.test"))).Id;
        using var committee = await EnterAsync("partenaires2");
        var file = await committee.GetAsync($"/comites/reclamations/{id}");
        Assert.Contains(secret, file.Text, StringComparison.Ordinal);
        await committee.SubmitAsync(file, "main form[action*='handler=Admit' i]");
        var mine = await owner.GetAsync("/mon-parcours/reclamations");
        Assert.Contains(secret, mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lea@client.test", mine.Body, StringComparison.Ordinal);
        await owner.SubmitAsync(mine, "main form[action*='handler=Reply' i]", ("Answer", "Le devis du 2 octobre est joint au courrier du 3."));
        Assert.Contains("Votre réponse", (await owner.GetAsync("/mon-parcours/reclamations")).Text, StringComparison.Ordinal);

        using var stranger = Site.Visit();
        Assert.DoesNotContain("octobre dernier", (await stranger.GetAsync(address)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Léa Client", (await stranger.GetAsync("/annuaire")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marker_does_not_learn_whose_work_it_is()
    {
        var candidate = await PersonAsync("consultant23");
        var file = await FileAsync("consultant23");
        var work = await AskAsync((TnDbContext db) => db.Set<CaseStudy>().AsNoTracking().SingleAsync(row => row.Candidate == candidate));
        var second = work.Markers.Single(seat => work.Markings.All(marking => marking.Marker != seat.Marker));
        var people = await AskAsync((IPeople all) => all.FindManyAsync([second.Marker], CancellationToken.None));
        using var marker = await Site.Visit().SignInAsync(people[second.Marker].Email);

        foreach (var page in new[] { await marker.GetAsync("/comites/etudes-de-cas"), await marker.GetAsync($"/comites/etudes-de-cas/{work.Id}") })
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(file.DisplayName, page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(file.Number, page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(work.Markings[0].Marks[0].Comment, page.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("consultant18", "/mon-parcours/etude-de-cas", "À remettre")]
    [InlineData("consultant.certifie", "/mon-parcours/reclamations", "Droit de réponse")]
    [InlineData("consultant.renouvellement", "/mon-parcours/declaration", "déclaration annuelle")]
    [InlineData("partenaires1", "/comites/surveillance", "Contrôles")]
    [InlineData("pedago1", "/comites/etudes-de-cas", "Kappa pondéré")]
    [InlineData("jury1", "/comites/jury/recours", "Recours")]
    public async Task The_demonstration_shows_it(string account, string path, string words)
    {
        using var visitor = await EnterAsync(account);
        Assert.Contains(words, (await visitor.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("/reclamations/confirmer/[0-9a-z]{26}", RegexOptions.None, 1000)]
    private static partial Regex Link();
}

[Collection(OnSqlite.Name)]
public sealed class AfterDecisionsOnSqlite(SqliteSite site) : AfterDecisionsTests(site);

[Collection(OnPostgreSql.Name)]
public sealed class AfterDecisionsOnPostgreSql(PostgreSqlSite site) : AfterDecisionsTests(site);

using Microsoft.EntityFrameworkCore;
using Tn.Certification.Certificates;
using Tn.Content.Review;
using Tn.Contracts;
using Tn.Platform.Data;
using Tn.Platform.Events;
using Tn.Testing;

namespace Tn.Web.Tests.Journeys;

/// <summary>What committees decide: together, once, and seen by strangers.</summary>
public abstract class DecisionTests(SharedSite shared) : Journey(shared)
{
    [Fact]
    public async Task Members_of_the_jury_who_vote_at_the_same_instant_decide_once_and_the_certified_consultant_is_found()
    {
        const string name = "Coralie Hoareau";
        var candidate = await PersonAsync("consultant20");
        using var stranger = Site.Visit();
        Assert.False(IsFound(await stranger.GetAsync("/annuaire?q=Hoareau"), name, "Certifié jusqu’au"));

        await VoteAsync(name, "jury1");
        await VoteAsync(name, "jury2", "jury3");

        Assert.Equal(1, await CountAsync<Certificate>(rows => rows.Where(row => row.Holder == candidate)));
        Assert.Equal(PathState.Certified, (await FileAsync("consultant20")).State);
        await UntilAsync(stranger, "/annuaire?q=Hoareau", page => IsFound(page, name, "Certifié jusqu’au"));
        await UntilAsync(stranger, "/recherche?q=coralie", page => page.Text.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_of_the_committee_who_vote_at_the_same_instant_publish_once_and_the_new_text_is_found()
    {
        // The demonstration's, not what another test of this site sent since.
        var submission = await AskAsync((TnDbContext db) => db.Set<ReviewSubmission>().AsNoTracking().AsSplitQuery().OrderBy(row => row.SubmittedUtc).FirstAsync(row => row.State == ReviewState.Submitted || row.State == ReviewState.InReview));
        var version = submission.Documents.Single().VersionId;

        var members = await Task.WhenAll(Enumerable.Range(1, 5).Select(number => EnterAsync($"pedago{number}")));
        var pages = await Task.WhenAll(members.Select(member => member.GetAsync($"/comites/pedagogique/{submission.Id}")));
        await Task.WhenAll(pages.Zip(members, ReviewAsync));

        var decided = await AskAsync((TnDbContext db) => db.Set<ReviewSubmission>().AsNoTracking().AsSplitQuery().SingleAsync(row => row.Id == submission.Id));
        Assert.Equal(ReviewState.Published, decided.State);
        Assert.Single(decided.History, step => step.Trigger == ReviewTrigger.Publish);
        var published = EventNames.Of(typeof(ContentPublished));
        Assert.Equal(1, await CountAsync<OutboxMessage>(rows => rows.Where(row => row.Name == published && row.Payload.Contains(version))));
        Array.ForEach(members, member => member.Dispose());
        using var stranger = Site.Visit();
        await UntilAsync(stranger, "/recherche?q=comparaison+captures", page =>
            page.Document.QuerySelectorAll("[data-testid=hit]").Any(hit => hit.TextContent.Contains("captures", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_suspended_certificate_shows_at_once()
    {
        var file = await FileAsync("consultant15");
        using var member = await EnterAsync("partenaires1");
        using var stranger = Site.Visit();
        var page = await member.GetAsync($"/comites/partenaires-prives/{file.Number}/certificat");
        var answer = page.Document.QuerySelector("main a[href^='/verifier/']")!.GetAttribute("href")!;
        Assert.Equal("En cours de validité", StandingOn(await stranger.GetAsync(answer)));

        await member.SubmitAsync(
            page,
            "main form",
            ("Input.Kind", nameof(FactKind.Suspended)),
            ("Input.Article", "article 14 de la charte"),
            ("Input.Reason", "Devis absents."),
            ("Input.Until", DateTimeOffset.UtcNow.AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal("Suspendu", StandingOn(await stranger.GetAsync(answer)));
    }

    private static bool IsFound(PageSeen page, string name, string words) =>
        page.Document.QuerySelectorAll("[data-testid=person]").Any(card =>
            card.TextContent.Contains(name, StringComparison.Ordinal) && card.TextContent.Contains(words, StringComparison.Ordinal));

    private static string StandingOn(PageSeen page) => page.Document.QuerySelector("[data-testid=answer]")!.TextContent.Trim();

    private async Task VoteAsync(string candidate, params string[] accounts)
    {
        var ready = await Task.WhenAll(accounts.Select(async account =>
        {
            var member = await EnterAsync(account);
            var row = (await member.GetAsync("/comites/jury")).Document.QuerySelectorAll("tr").Single(one => one.TextContent.Contains(candidate, StringComparison.Ordinal));
            return (Member: member, Page: await member.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!));
        }));
        var answers = await Task.WhenAll(ready.Select(one =>
            one.Member.SubmitAsync(one.Page, "form[action*='handler=Vote']", ("Vote.Choice", "Certify"), ("Vote.Reason", "Épreuve solide, missions vérifiées."))));
        Assert.All(answers, answer => Assert.True(answer.Status == System.Net.HttpStatusCode.OK && answer.Document.QuerySelector(".tn-field__error") is null, answer.Text));
        foreach (var (member, _) in ready)
        {
            member.Dispose();
        }
    }

    private static async Task ReviewAsync(PageSeen page, Visitor member)
    {
        var answer = await member.SubmitAsync(page, "form[action*='handler=Vote']", ("Choice", "Approve"), ("Reason", "Relu en entier."));
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, answer.Text);
    }
}

[Collection(OnSqlite.Name)]
public sealed class DecisionOnSqlite(SqliteSite shared) : DecisionTests(shared);

[Collection(OnPostgreSql.Name)]
public sealed class DecisionOnPostgreSql(PostgreSqlSite shared) : DecisionTests(shared);

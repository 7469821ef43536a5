using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Redirects;
using Tn.Content.Review;
using Tn.Content.Review.Submit;

namespace Tn.Content.Tests.Redirects;

public sealed class Moving
{
    [Fact]
    public async Task A_page_that_moves_twice_is_found_from_both_old_addresses_in_one_step()
    {
        await using var site = await PublishedAsync();
        await MoveAsync(site, "fiche", "fiche-deux");
        await MoveAsync(site, "fiche-deux", "fiche-trois");

        Assert.Equal("/ressources/fiche-trois", await FindAsync(site, "/ressources/fiche"));
        Assert.Equal("/ressources/fiche-trois", await FindAsync(site, "/Ressources/Fiche-Deux/"));
        Assert.Null(await FindAsync(site, "/ressources/fiche-trois"));
    }

    [Fact]
    public async Task A_page_that_moves_back_is_a_page_again_and_loops_nowhere()
    {
        await using var site = await PublishedAsync();
        await MoveAsync(site, "fiche", "fiche-deux");
        await MoveAsync(site, "fiche-deux", "fiche");

        Assert.Null(await FindAsync(site, "/ressources/fiche"));
        Assert.Equal("/ressources/fiche", await FindAsync(site, "/ressources/fiche-deux"));
    }

    [Fact]
    public async Task A_course_that_moves_takes_its_lessons_along()
    {
        await using var site = await PublishedAsync();
        await MoveAsync(site, "cours", "nouveau-cours");
        await MoveAsync(site, "premiere", "la-premiere");

        Assert.Equal("/formations/nouveau-cours", await FindAsync(site, "/formations/cours"));
        Assert.Equal("/formations/nouveau-cours/seconde", await FindAsync(site, "/formations/cours/seconde"));
        Assert.Equal("/formations/nouveau-cours/la-premiere", await FindAsync(site, "/formations/cours/premiere"));
        Assert.Equal("/formations/nouveau-cours/la-premiere", await FindAsync(site, "/formations/nouveau-cours/premiere"));
    }

    [Fact]
    public async Task Nothing_leads_on_before_the_new_address_is_public()
    {
        await using var site = await PublishedAsync();
        await SubmitUnderAsync(site, "fiche", "fiche-deux");

        Assert.Null(await FindAsync(site, "/ressources/fiche"));
    }

    [Fact]
    public async Task A_redirect_written_by_hand_is_led_on_to_its_end_and_a_loop_is_refused()
    {
        await using var site = await PublishedAsync();

        Assert.True((await AddAsync(site, "/b", "/c")).IsDone);
        Assert.True((await AddAsync(site, "/a", "/B/")).IsDone);
        Assert.Equal("/c", await FindAsync(site, "/a"));
        Assert.Equal("content.redirect-loop", (await AddAsync(site, "/c", "/a")).Refusal!.Code);
        Assert.True((await AddAsync(site, "/c", "/d")).IsDone);
        Assert.Equal(("/d", "/d"), (await FindAsync(site, "/a"), await FindAsync(site, "/b")));
        Assert.Equal("content.redirect-twice", (await AddAsync(site, "/a", "/e")).Refusal!.Code);
    }

    [Theory]
    [InlineData("https://ailleurs.example/", "/a", "content.redirect-from-unreadable")]
    [InlineData("/", "/a", "content.redirect-from-unreadable")]
    [InlineData("", "/a", "content.redirect-from-unreadable")]
    [InlineData("/x", "//ailleurs.example", "content.redirect-to-unreadable")]
    [InlineData("/x", "/\\ailleurs.example", "content.redirect-to-unreadable")]
    [InlineData("/x", "https://ailleurs.example", "content.redirect-to-unreadable")]
    [InlineData("/x", "/a\r\nSet-Cookie:x", "content.redirect-to-unreadable")]
    [InlineData("/x", "/../admin", "content.redirect-to-unreadable")]
    [InlineData("/x", "/x", "content.redirect-loop")]
    [InlineData("/ressources/fiche", "/a", "content.redirect-live")]
    [InlineData("/formations/cours", "/a", "content.redirect-live")]
    public async Task What_leads_away_from_the_site_in_circles_or_nowhere_is_refused(string from, string to, string code)
    {
        await using var site = await PublishedAsync();

        Assert.Equal(code, (await AddAsync(site, from, to)).Refusal!.Code);
    }

    [Fact]
    public async Task Only_the_editor_in_chief_writes_redirects()
    {
        await using var site = await PublishedAsync();
        foreach (var person in new[] { site.People.Author, site.People.Administrator, site.People.Committee[0] })
        {
            Assert.Equal("access.denied", (await site.AskAsync<EditRedirects, Outcome>(act => act.AddAsync("/a", "/b", Cast.As(person), default))).Refusal!.Code);
            Assert.Equal("access.denied", (await site.AskAsync<EditRedirects, Outcome>(act => act.RemoveAsync("/a", Cast.As(person), default))).Refusal!.Code);
        }
    }

    private static async Task<ContentSite> PublishedAsync()
    {
        var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        return site;
    }

    private static async Task MoveAsync(ContentSite site, string from, string to)
    {
        await SubmitUnderAsync(site, from, to);
        await site.ApproveAllAsync();
    }

    private static async Task SubmitUnderAsync(ContentSite site, string from, string to)
    {
        var item = await site.ReadAsync(async db =>
        {
            var latest = await db.Set<ContentVersion>().SingleAsync(row => row.LatestKey != null && row.Slug == from);
            db.Add(ContentVersion.Draft(latest.ItemId, new DraftContent(latest.ContentType, to, latest.Parts, latest.Rendered), latest, latest.Author, "x", ContentSite.Now));
            await db.SaveChangesAsync();
            return latest.ItemId;
        });
        Assert.True((await site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(act => act.SubmitAsync(item, Cast.As(site.People.Author), default))).IsDone);
    }

    private static Task<string?> FindAsync(ContentSite site, string path) => site.AskAsync<RedirectQueries, string?>(queries => queries.FindAsync(path, default));

    private static Task<Outcome> AddAsync(ContentSite site, string from, string to) =>
        site.AskAsync<EditRedirects, Outcome>(act => act.AddAsync(from, to, Cast.As(site.People.EditorInChief), default));
}

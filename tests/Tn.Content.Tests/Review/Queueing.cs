using Tn.Content.Review;

namespace Tn.Content.Tests.Review;

/// <summary>The committee's queue.</summary>
public sealed class Queueing
{
    [Fact]
    public async Task What_waits_for_me_comes_first_and_what_I_voted_on_after()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        var member = site.People.Committee[0];
        var first = (await PageAsync(site, member)).Rows[0];
        await site.VoteAsync(first, member, VoteChoice.Abstain);

        var page = await PageAsync(site, member);
        Assert.Equal(first.Id, page.Rows[^1].Id);
        Assert.Equal((page.Rows.Count, page.Rows.Count - 1), (page.Total, page.Waiting));
        Assert.NotEqual(first.Id, (await PageAsync(site, site.People.Committee[1])).Rows[^1].Id);
    }

    [Fact]
    public async Task Nothing_of_their_own_waits_for_an_author()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.CourseAsync();
        var author = site.People.Author with { Roles = new HashSet<Role> { Role.Author, Role.PedagogyMember } };
        Assert.Equal((1, 0), ((await PageAsync(site, author)).Total, (await PageAsync(site, author)).Waiting));
    }

    [Theory]
    [InlineData("UN COURS", null, null, 1)]
    [InlineData("aïcha", null, null, 5)]
    [InlineData("rien de tel", null, null, 0)]
    [InlineData(null, "Charter", null, 1)]
    [InlineData(null, null, "InReview", 1)]
    [InlineData(null, "Page", "InReview", 0)]
    public async Task It_is_filtered_by_words_type_and_state(string? text, string? type, string? state, int count)
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        var charter = (await site.OpenSubmissionsAsync()).First(one => one.Documents.Any(document => document.ContentType == ContentTypes.Charter));
        await site.VoteAsync(charter, site.People.Committee[4]);
        var filter = new QueueFilter(text, state is null ? null : Enum.Parse<ReviewState>(state), type, OnlyMine: false, Page: 1, Size: 20);
        Assert.Equal(count, (await site.AskAsync<QueueQueries, Outcome<QueuePage>>(queue => queue.ListAsync(filter, Cast.As(site.People.Committee[0]), default))).Value.Total);
    }

    [Fact]
    public async Task The_deadline_is_counted_in_working_days_of_the_rule()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await site.CourseAsync();
        Assert.Equal(WorkingDays.After(French.Day(ContentSite.Now), 15), submission.DueOn);
    }

    private static async Task<QueuePage> PageAsync(ContentSite site, PersonCard person) =>
        (await site.AskAsync<QueueQueries, Outcome<QueuePage>>(queue => queue.ListAsync(new QueueFilter(null, null, null, OnlyMine: false, Page: 1, Size: 20), Cast.As(person), default))).Value;
}

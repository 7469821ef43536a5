using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Content.Review.Renewal;

namespace Tn.Content.Tests.Review;

/// <summary>Published texts come back by their review-by date.</summary>
public sealed class ComingBack
{
    // Every document of the test package is to be reviewed by 30 November 2027; the lead is 60 days.
    private static readonly DateTimeOffset TooEarly = new(2027, 9, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Due = new(2027, 10, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_course_comes_back_once_with_its_lessons_at_the_lead_time()
    {
        await using var site = await PublishedAsync();
        await SweepAsync(site, TooEarly);
        Assert.Empty(await site.OpenSubmissionsAsync());

        await SweepAsync(site, Due);
        await SweepAsync(site, Due.AddDays(1));

        var submission = Assert.Single(await site.OpenSubmissionsAsync());
        Assert.Equal((true, "Un cours", 3), (submission.Renewal, submission.Title, submission.Documents.Count));
        Assert.Contains("mardi 30 novembre 2027", submission.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirmed_it_stays_public_as_it_is_for_the_time_of_the_rule()
    {
        await using var site = await PublishedAsync();
        await SweepAsync(site, Due);
        var editions = await site.CountAsync<PublishedEdition>();
        var submission = Assert.Single(await site.OpenSubmissionsAsync());
        await site.ApproveAllAsync();

        Assert.Equal(ReviewState.Confirmed, (await site.AgainAsync(submission)).State);
        var version = await site.LatestAsync("premiere");
        // Votes are given at the test's own day; the rule says twelve months.
        Assert.Equal((true, French.Day(ContentSite.Now).AddMonths(12)), (version.Published, version.ReviewBy!.Value));
        Assert.Equal(editions, await site.CountAsync<PublishedEdition>());
    }

    [Fact]
    public async Task Changes_asked_for_are_written_and_published_like_any_other()
    {
        await using var site = await PublishedAsync();
        await SweepAsync(site, Due);
        var submission = Assert.Single(await site.OpenSubmissionsAsync());
        foreach (var member in site.People.Committee.Take(3))
        {
            await site.VoteAsync(submission, member, VoteChoice.RequestChanges);
        }

        await site.WriteAsync("premiere", "## Début\n\nMis à jour.\n");
        Assert.Equal(submission.Id, (await site.SubmitAsync("premiere")).Value);
        await site.ApproveAllAsync();

        Assert.Equal(ReviewState.Published, (await site.AgainAsync(submission)).State);
        Assert.True((await site.LatestAsync("premiere")).Published);
        Assert.NotNull((await site.LatestAsync("seconde")).ReviewBy);
        Assert.Equal(French.Day(ContentSite.Now).AddMonths(12), (await site.LatestAsync("seconde")).ReviewBy);
    }

    [Fact]
    public async Task What_the_committee_rejects_does_not_return_every_morning()
    {
        await using var site = await PublishedAsync();
        await SweepAsync(site, Due);
        var submission = Assert.Single(await site.OpenSubmissionsAsync());
        foreach (var member in site.People.Committee.Take(3))
        {
            await site.VoteAsync(submission, member, VoteChoice.Reject);
        }

        await SweepAsync(site, Due.AddDays(1));
        Assert.Empty(await site.OpenSubmissionsAsync());
        Assert.True((await site.LatestAsync("premiere")).Published);
    }

    private static async Task<ContentSite> PublishedAsync()
    {
        var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        await site.ApproveAllAsync();
        return site;
    }

    private static async Task SweepAsync(ContentSite site, DateTimeOffset at)
    {
        site.Clock.Now = at;
        await site.AskAsync<OpenDueReviews, bool>(async sweep =>
        {
            await sweep.RunAsync(default);
            return true;
        });
    }
}

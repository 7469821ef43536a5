using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Content.Review.Submit;

namespace Tn.Content.Tests.Review;

/// <summary>Two people, one instant, many times: a barrier lets them go together.</summary>
public sealed class AtTheSameInstant
{
    private const int Rounds = 200;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_members_vote_at_once_both_votes_are_kept_and_one_publication_follows(bool postgres)
    {
        await using var site = await OpenAsync(postgres);
        for (var round = 1; round <= Rounds; round++)
        {
            var submission = await NextAsync(site, round);
            var outcomes = await TogetherAsync(
                () => site.VoteAsync(submission, site.People.Committee[0]),
                () => site.VoteAsync(submission, site.People.Committee[1]));

            Assert.All(outcomes, outcome => Assert.True(outcome.IsDone, outcome.Refusal?.Code));
            var read = await site.AgainAsync(submission);
            Assert.Equal((ReviewState.Published, 2), (read.State, read.CurrentVotes.Count()));
            Assert.Equal(1, read.History.Count(step => step.Trigger == ReviewTrigger.Publish));
            Assert.True(ReviewStep.IsWhole(read.History));
        }

        var published = await site.ReadAsync(db => db.Set<ContentVersion>().Where(row => row.Slug == "le-programme" && row.PublishedKey != null).ToListAsync());
        Assert.Contains($"Tour {Rounds}.", Assert.Single(published).Rendered.Text, StringComparison.Ordinal);
        var told = site.Letters.All.Count(one => one.Letter.Subject.StartsWith("Le comité pédagogique a approuvé", StringComparison.Ordinal));
        Assert.Equal(Rounds + 1, told);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_double_click_on_submit_opens_one_submission(bool postgres)
    {
        await using var site = await OpenAsync(postgres);
        for (var round = 1; round <= Rounds / 4; round++)
        {
            var version = await site.WriteAsync("le-programme", $"## Quoi\n\nTour {round}.\n");
            var author = Cast.As(site.People.Author);
            var click = () => site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(act => act.SubmitAsync(version.ItemId, author, default));
            var clicks = await TogetherAsync(click, click);

            Assert.Equal(clicks[0].Value, clicks[1].Value);
            var open = await site.ReadAsync(db => db.Set<ReviewSubmission>().AsNoTracking()
                .Where(row => row.State == ReviewState.Submitted && row.Documents.Any(document => document.ItemId == version.ItemId))
                .ToListAsync());
            Assert.Equal([version.VersionId], Assert.Single(open).Documents.Select(document => document.VersionId));
        }
    }

    [Fact]
    public async Task The_database_itself_forbids_two_open_submissions_of_one_item()
    {
        await using var site = await OpenAsync(postgres: false);
        var submission = await NextAsync(site, 1);
        var twin = await site.ReadAsync(async db =>
        {
            var version = await db.Set<ContentVersion>().SingleAsync(row => row.VersionId == submission.Documents[0].VersionId);
            var second = ReviewSubmission.Open("Le même", SubmissionKind.Other, null, "programme", Cast.Programme);
            second.Submit([version], new DateOnly(2026, 12, 1), Cast.Programme);
            db.Add(second);
            return await Record.ExceptionAsync(() => db.SaveChangesAsync());
        });
        Assert.IsType<DbUpdateException>(twin);
    }

    private static async Task<ContentSite> OpenAsync(bool postgres)
    {
        var site = postgres ? await ContentSite.OpenOnPostgreSqlAsync() : await ContentSite.OpenAsync();
        site.People.Quorum = 2;
        await site.InstallAsync(APackage.OfACourse().Without("cours/course.yml").Without("cours/01-premiere.md").Without("cours/02-seconde.md")
            .With("pages/le-programme.md", "---\ntitle: Le programme\nsummary: Résumé.\nreviewBy: 2027-11-30\n---\n\n## Quoi\n\nTexte.\n"));
        await site.ApproveAllAsync();
        return site;
    }

    private static async Task<ReviewSubmission> NextAsync(ContentSite site, int round)
    {
        await site.WriteAsync("le-programme", $"## Quoi\n\nTour {round}.\n");
        await site.SubmitAsync("le-programme");
        return Assert.Single(await site.OpenSubmissionsAsync());
    }

    private static async Task<T[]> TogetherAsync<T>(params Func<Task<T>>[] acts)
    {
        using var barrier = new Barrier(acts.Length);
        return await Task.WhenAll(acts.Select(act => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return act();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}

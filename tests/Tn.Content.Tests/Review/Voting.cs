using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Archive;
using Tn.Content.Documents.Save;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Content.Review.Vote;
using Tn.Content.Review.Withdraw;

namespace Tn.Content.Tests.Review;

public sealed class Voting
{
    [Fact]
    public async Task The_quorum_publishes_and_one_less_does_not()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);

        Assert.Equal(ReviewState.InReview, (await site.VoteAsync(submission, site.People.Committee[0])).Value);
        Assert.Equal(ReviewState.InReview, (await site.VoteAsync(submission, site.People.Committee[1])).Value);
        Assert.False((await site.LatestAsync("premiere")).Published);
        Assert.Equal(ReviewState.Published, (await site.VoteAsync(submission, site.People.Committee[2])).Value);
        Assert.True((await site.LatestAsync("premiere")).Published);
        Assert.True(ReviewStep.IsWhole((await ReadAsync(site, submission)).History));
    }

    [Fact]
    public async Task An_author_who_sits_in_the_committee_cannot_vote_on_their_own_work()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        var both = site.People.Author with { Roles = new HashSet<Role> { Role.Author, Role.PedagogyMember } };
        site.People.Committee.Add(both);

        Assert.Equal("content.vote-own-work", (await site.VoteAsync(submission, both)).Refusal!.Code);
        Assert.Empty((await ReadAsync(site, submission)).Votes);
    }

    [Fact]
    public async Task Who_has_no_seat_cannot_vote()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        var former = site.People.Committee[4];
        site.People.Committee.Remove(former);

        Assert.Equal("content.vote-not-a-member", (await site.VoteAsync(submission, former)).Refusal!.Code);
        Assert.Equal("access.denied", (await site.VoteAsync(submission, site.People.OtherAuthor)).Refusal!.Code);
    }

    [Fact]
    public async Task A_vote_on_a_version_that_has_changed_since_is_refused()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        Assert.Equal("content.vote-version-changed", (await site.VoteAsync(submission, site.People.Committee[0], hash: new string('0', 64))).Refusal!.Code);
    }

    [Fact]
    public async Task A_vote_can_be_replaced_while_open_and_counts_once()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        var member = site.People.Committee[0];
        await site.VoteAsync(submission, member, VoteChoice.Reject);
        await site.VoteAsync(submission, member);
        await site.VoteAsync(submission, member);

        var vote = Assert.Single((await ReadAsync(site, submission)).Votes);
        Assert.Equal(VoteChoice.Approve, vote.Choice);
    }

    [Fact]
    public async Task A_changed_vote_keeps_the_former_one_beside()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        await site.VoteAsync(submission, site.People.Committee[0], VoteChoice.Reject);
        await site.VoteAsync(submission, site.People.Committee[0], VoteChoice.RequestChanges);
        await site.VoteAsync(submission, site.People.Committee[0]);
        await site.VoteAsync(submission, site.People.Committee[0]);

        var read = await ReadAsync(site, submission);
        Assert.Equal([(1, VoteChoice.Reject), (2, VoteChoice.RequestChanges)], read.FormerVotes.OrderBy(vote => vote.Number).Select(vote => (vote.Number, vote.Choice)));
        Assert.All(read.FormerVotes, vote => Assert.Equal(submission.ContentHash, vote.ContentHash));
    }

    [Fact]
    public async Task An_abstention_counts_for_the_presence_and_not_for_the_approval()
    {
        await using var site = await ContentSite.OpenAsync();
        site.People.Presence = 80;
        var submission = await CourseAsync(site);
        foreach (var member in site.People.Committee.Take(3))
        {
            Assert.Equal(ReviewState.InReview, (await site.VoteAsync(submission, member)).Value);
        }

        Assert.Equal(ReviewState.Published, (await site.VoteAsync(submission, site.People.Committee[3], VoteChoice.Abstain)).Value);
    }

    [Fact]
    public async Task Who_steps_aside_is_out_of_the_base_of_the_presence()
    {
        await using var site = await ContentSite.OpenAsync();
        site.People.Presence = 75;
        var submission = await CourseAsync(site);
        await site.VoteAsync(submission, site.People.Committee[4], VoteChoice.Recuse);
        await site.VoteAsync(submission, site.People.Committee[0]);
        await site.VoteAsync(submission, site.People.Committee[1]);

        // Three of four, who may vote, are three quarters; three of five would not be.
        Assert.Equal(ReviewState.Published, (await site.VoteAsync(submission, site.People.Committee[2])).Value);
    }

    [Fact]
    public async Task A_submission_sent_twice_is_one_and_keeps_its_note()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        await EditAsync(site, "le-programme", "## Quoi\n\nMieux dit.\n");

        var twice = await Task.WhenAll(site.SubmitAsync("le-programme", "Relisez la fin."), site.SubmitAsync("le-programme", "Relisez la fin."));

        Assert.Equal(twice[0].Value, twice[1].Value);
        var submission = Assert.Single(await site.OpenSubmissionsAsync());
        Assert.Equal((1, "Relisez la fin."), (submission.Round, submission.Note));
        Assert.Equal("review.note-too-long", (await NoteAsync(site, new string('a', 1001))).Refusal!.Code);
    }

    [Fact]
    public async Task The_author_learns_the_decision_and_the_members_the_return()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        foreach (var member in site.People.Committee.Take(3))
        {
            await site.VoteAsync(submission, member, VoteChoice.RequestChanges);
        }

        await EditAsync(site, "premiere", "## Début\n\nCorrigé.\n");
        await site.SubmitAsync("premiere", "Tout est repris.");

        var told = site.Letters.All.Select(one => (one.To, one.Letter.Subject)).ToList();
        Assert.Contains((site.People.Author.Id, $"Le comité pédagogique demande des modifications : « {submission.Title} »"), told);
        Assert.Equal(3, told.Count(one => one.Subject.EndsWith("revient après modifications", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_recusal_is_final_and_lowers_who_may_vote()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        var member = site.People.Committee[0];
        await site.VoteAsync(submission, member, VoteChoice.Recuse);

        Assert.Equal("content.vote-recused", (await site.VoteAsync(submission, member)).Refusal!.Code);
        var read = await ReadAsync(site, submission);
        Assert.Equal(4, read.Eligible(site.People.Committee.Select(person => person.Id)).Count);
    }

    [Fact]
    public async Task Everyone_having_voted_without_quorum_returns_the_text_to_its_author()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        await site.VoteAsync(submission, site.People.Committee[0]);
        await site.VoteAsync(submission, site.People.Committee[1]);
        await site.VoteAsync(submission, site.People.Committee[2], VoteChoice.Abstain);
        await site.VoteAsync(submission, site.People.Committee[3], VoteChoice.Abstain);
        Assert.Equal(ReviewState.ChangesRequested, (await site.VoteAsync(submission, site.People.Committee[4], VoteChoice.RequestChanges)).Value);
    }

    [Fact]
    public async Task A_rejection_needs_the_quorum_too_and_closes_the_vote()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        foreach (var member in site.People.Committee.Take(2))
        {
            Assert.Equal(ReviewState.InReview, (await site.VoteAsync(submission, member, VoteChoice.Reject)).Value);
        }

        Assert.Equal(ReviewState.Rejected, (await site.VoteAsync(submission, site.People.Committee[2], VoteChoice.Reject)).Value);
        Assert.Equal("content.vote-closed", (await site.VoteAsync(submission, site.People.Committee[3])).Refusal!.Code);
    }

    [Fact]
    public async Task A_vote_but_an_abstention_needs_a_reason()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        var act = Cast.As(site.People.Committee[0]);
        var refused = await site.AskAsync<CastVote, Outcome<ReviewState>>(one => one.CastAsync(submission.Id, new VoteInput(VoteChoice.Approve, " ", submission.ContentHash), act, default));
        Assert.Equal("content.vote-reason-missing", refused.Refusal!.Code);
        var taken = await site.AskAsync<CastVote, Outcome<ReviewState>>(one => one.CastAsync(submission.Id, new VoteInput(VoteChoice.Abstain, string.Empty, submission.ContentHash), act, default));
        Assert.True(taken.IsDone);
    }

    [Fact]
    public async Task Two_members_voting_at_once_are_both_counted()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        var outcomes = await Task.WhenAll(site.People.Committee.Take(3).Select(member => site.VoteAsync(submission, member)));
        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        Assert.Equal(ReviewState.Published, (await ReadAsync(site, submission)).State);
    }

    [Fact]
    public async Task A_correction_after_requested_changes_is_a_new_round_that_forgets_no_lesson()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        foreach (var member in site.People.Committee.Take(3))
        {
            await site.VoteAsync(submission, member, VoteChoice.RequestChanges);
        }

        await EditAsync(site, "premiere", "## Début\n\nCorrigé.\n");
        var again = await SubmitAsync(site, "premiere");

        Assert.Equal(submission.Id, again.Value);
        var read = await ReadAsync(site, submission);
        Assert.Equal((ReviewState.Submitted, 2, 3), (read.State, read.Round, read.Documents.Count));
        Assert.Empty(read.CurrentVotes);
        Assert.Equal(3, read.Votes.Count);
        Assert.Equal("content.vote-version-changed", (await site.VoteAsync(submission, site.People.Committee[0])).Refusal!.Code);
        await site.ApproveAllAsync();
        Assert.Contains("Corrigé.", (await site.LatestAsync("premiere")).Rendered.Text, StringComparison.Ordinal);
        Assert.True((await site.LatestAsync("premiere")).Published);
    }

    [Fact]
    public async Task A_draft_written_during_the_review_is_not_published_with_it()
    {
        await using var site = await ContentSite.OpenAsync();
        await CourseAsync(site);
        await EditAsync(site, "premiere", "## Début\n\nPas encore lu par personne.\n");
        await site.ApproveAllAsync();

        Assert.False((await site.LatestAsync("premiere")).Published);
        var edition = (await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)))!;
        var body = await site.AskAsync<ICourseCatalogue, LessonBody?>(catalogue => catalogue.FindLessonAsync(edition.Lessons[0].VersionId, default));
        Assert.Contains(body!.Parts.OfType<TextPart>(), part => part.Html.Contains("origine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_newer_publication_supersedes_when_nothing_of_the_older_one_is_left()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        await EditAsync(site, "le-programme", "## Quoi\n\nMieux dit.\n");
        await SubmitAsync(site, "le-programme");
        await site.ApproveAllAsync();

        var states = await site.ReadAsync(db => db.Set<ReviewSubmission>().AsNoTracking().Where(row => row.Documents.Any(document => document.ContentType == ContentTypes.Page)).OrderBy(row => row.SubmittedUtc).Select(row => row.State).ToListAsync());
        Assert.Equal([ReviewState.Published, ReviewState.Superseded], states.Order());
    }

    [Fact]
    public async Task Only_who_submitted_withdraws()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        var other = await site.AskAsync<WithdrawSubmission, Outcome>(act => act.WithdrawAsync(submission.Id, string.Empty, Cast.As(site.People.OtherAuthor), default));
        Assert.Equal("access.denied", other.Refusal!.Code);
        Assert.True((await site.AskAsync<WithdrawSubmission, Outcome>(act => act.WithdrawAsync(submission.Id, string.Empty, Cast.As(site.People.Author), default))).IsDone);
        Assert.Equal("content.vote-closed", (await site.VoteAsync(submission, site.People.Committee[0])).Refusal!.Code);
    }

    [Fact]
    public async Task Nothing_but_what_was_approved_can_be_published()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await CourseAsync(site);
        var version = await site.LatestAsync("premiere");
        Assert.Throws<InvalidOperationException>(() => version.Publish(submission, ContentSite.Now));
        var refused = await site.AskAsync<PublicationGate, Outcome>(gate => gate.PublishAsync(submission, Cast.Programme, default));
        Assert.Equal("content.not-approved", refused.Refusal!.Code);
    }

    [Fact]
    public async Task An_archived_course_leaves_the_catalogue_and_stays_readable_by_its_learners()
    {
        await using var site = await ContentSite.OpenAsync();
        await CourseAsync(site);
        await site.ApproveAllAsync();
        var edition = (await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)))!;
        var lesson = await site.LatestAsync("premiere");
        var inUse = await site.AskAsync<ArchiveDocument, Outcome>(act => act.ArchiveAsync(lesson.ItemId, Cast.As(site.People.Administrator), default));
        Assert.Equal("content.lesson-in-course", inUse.Refusal!.Code);

        Assert.True((await site.AskAsync<ArchiveDocument, Outcome>(act => act.ArchiveAsync(edition.CourseItemId, Cast.As(site.People.Administrator), default))).IsDone);

        Assert.Null(await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)));
        Assert.NotNull(await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindEditionAsync(edition.EditionId, default)));
        Assert.NotNull(await site.AskAsync<ICourseCatalogue, LessonBody?>(catalogue => catalogue.FindLessonAsync(lesson.VersionId, default)));
    }

    private static async Task<ReviewSubmission> CourseAsync(ContentSite site)
    {
        await site.InstallAsync(APackage.OfACourse());
        return Assert.Single(await site.OpenSubmissionsAsync());
    }

    private static async Task<ReviewSubmission> ReadAsync(ContentSite site, ReviewSubmission submission) =>
        (await site.AskAsync<ReviewQueries, ReviewSubmission?>(queries => queries.FindAsync(submission.Id, default)))!;

    private static async Task EditAsync(ContentSite site, string slug, string text)
    {
        var latest = await site.LatestAsync(slug);
        var input = new DraftInput(latest.ItemId, latest.VersionId, latest.DisplayText, string.Empty, text);
        Assert.True((await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act => act.SaveAsync(input, Cast.As(site.People.Author), default))).Value.IsNew);
    }

    private static async Task<Outcome<SubmissionId>> NoteAsync(ContentSite site, string note)
    {
        await EditAsync(site, "le-programme", "## Quoi\n\nEncore mieux dit.\n");
        return await site.SubmitAsync("le-programme", note);
    }

    private static async Task<Outcome<SubmissionId>> SubmitAsync(ContentSite site, string slug)
    {
        var latest = await site.LatestAsync(slug);
        return await site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(act => act.SubmitAsync(latest.ItemId, Cast.As(site.People.Author), default));
    }
}

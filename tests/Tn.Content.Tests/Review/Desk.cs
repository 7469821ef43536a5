using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Review;
using Tn.Content.Review.Reading;
using Tn.Content.Review.Submit;
using Tn.Content.Review.Threads;
using Tn.Content.Review.Threads.Answer;
using Tn.Content.Review.Threads.Open;
using Tn.Content.Review.Threads.Settle;

namespace Tn.Content.Tests.Review;

/// <summary>What members and authors do at the desk, in the field's words.</summary>
internal static class Desk
{
    /// <summary>A course of two lessons, submitted.</summary>
    public static async Task<ReviewSubmission> CourseAsync(this ContentSite site)
    {
        await site.InstallAsync(APackage.OfACourse());
        return Assert.Single(await site.OpenSubmissionsAsync());
    }

    public static async Task<ReviewSubmission> AgainAsync(this ContentSite site, ReviewSubmission submission) =>
        (await site.AskAsync<ReviewQueries, ReviewSubmission?>(queries => queries.FindAsync(submission.Id, default)))!;

    /// <summary>The author's next draft of a document.</summary>
    public static async Task<ContentVersion> WriteAsync(this ContentSite site, string slug, string text)
    {
        var latest = await site.LatestAsync(slug);
        var input = new DraftInput(latest.ItemId, latest.VersionId, latest.DisplayText, string.Empty, text);
        Assert.True((await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act => act.SaveAsync(input, Cast.As(site.People.Author), default))).Value.IsNew);
        return await site.LatestAsync(slug);
    }

    public static async Task<Outcome<SubmissionId>> SubmitAsync(this ContentSite site, string slug, string note = "")
    {
        var latest = await site.LatestAsync(slug);
        return await site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(act => act.SubmitAsync(latest.ItemId, Cast.As(site.People.Author), default, note));
    }

    /// <summary>Says something of the passage that holds some words.</summary>
    public static async Task<Outcome<ReviewThreadId>> SayAsync(this ContentSite site, ReviewSubmission submission, string slug, string words, string text, PersonCard person)
    {
        var version = await site.LatestAsync(slug);
        var passage = DiscussedText.Of(version, []).Passages.First(one => one.Passage.Words.Contains(words, StringComparison.Ordinal)).Passage;
        return await site.AskAsync<OpenThread, Outcome<ReviewThreadId>>(act =>
            act.OpenAsync(new RemarkOnPassage(submission.Id, version.VersionId, passage.Anchor, text), Cast.As(person), default));
    }

    public static Task<Outcome> AnswerAsync(this ContentSite site, ReviewThreadId thread, ReviewSubmission submission, string text, PersonCard person) =>
        site.AskAsync<AnswerThread, Outcome>(act => act.AnswerAsync(thread, submission.Id, text, Cast.As(person), default));

    public static Task<Outcome> SettleAsync(this ContentSite site, ReviewThreadId thread, ReviewSubmission submission, bool resolved, PersonCard person) =>
        site.AskAsync<SettleThread, Outcome>(act => act.SettleAsync(thread, submission.Id, resolved, Cast.As(person), default));

    public static async Task<ReviewThread> ThreadAsync(this ContentSite site, ReviewThreadId id) =>
        (await site.AskAsync<ThreadQueries, ReviewThread?>(queries => queries.FindAsync(id, default)))!;

    /// <summary>The text of a document's latest version with what is said of it in a submission.</summary>
    public static async Task<DiscussedText> DiscussedAsync(this ContentSite site, ReviewSubmission submission, string slug)
    {
        var version = await site.LatestAsync(slug);
        var threads = await site.AskAsync<ThreadQueries, List<ReviewThread>>(queries => queries.OfAsync(submission, default));
        return DiscussedText.Of(version, threads.Where(thread => thread.ItemId == version.ItemId));
    }

    /// <summary>A member opens a document of a submission.</summary>
    public static async Task ReadAsync(this ContentSite site, ReviewSubmission submission, string slug, PersonCard member)
    {
        var version = await site.LatestAsync(slug);
        var documents = submission.Documents.Where(document => document.VersionId == version.VersionId).ToList();
        Assert.True((await site.AskAsync<RecordReading, Outcome>(act => act.RecordAsync(submission, documents, Cast.As(member) with { At = site.Clock.Now }, default))).IsDone);
    }

    public static async Task<SinceMyReading?> SinceAsync(this ContentSite site, string slug, PersonCard member)
    {
        var version = await site.LatestAsync(slug);
        return await site.AskAsync<ReadingQueries, SinceMyReading?>(queries => queries.SinceAsync(version, member.Id, default));
    }

    public static Task<int> CountAsync<T>(this ContentSite site)
        where T : class => site.ReadAsync(db => db.Set<T>().CountAsync());
}

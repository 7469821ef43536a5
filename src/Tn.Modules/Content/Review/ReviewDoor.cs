using Tn.Content.Review.Threads;

namespace Tn.Content.Review;

/// <summary>Who reads a submission and who discusses it.</summary>
internal static class ReviewDoor
{
    /// <summary>The committee, managers, and who wrote or submitted something in it.</summary>
    public static bool Opens(ActContext act, ReviewSubmission submission) => act.Can(Permission.ManageContent) || Speaks(act, submission);

    /// <summary>The committee and the authors, in every state.</summary>
    public static bool Speaks(ActContext act, ReviewSubmission submission) =>
        act.Can(Permission.ReviewContent) || (act.Actor is { } person && submission.IsOwnWork(person));

    /// <summary>Any member, and whoever opened the thread: an author does not close what the committee asks.</summary>
    public static bool Settles(ActContext act, ReviewThread thread) =>
        act.Can(Permission.ReviewContent) || thread.OpenedBy == act.Actor;

    /// <summary>Refuses whoever may not discuss a submission, and everybody once it is decided.</summary>
    public static Outcome RequireDiscussion(ActContext act, ReviewSubmission submission)
    {
        if (!Speaks(act, submission))
        {
            return new Refusal(act.Actor is null ? "access.sign-in" : "access.denied");
        }

        return submission.IsUndecided ? Outcome.Done : new Refusal("review.discussion-closed");
    }

    /// <summary>The same for one thread, which must be of one of the submission's documents.</summary>
    public static Outcome RequireDiscussion(ActContext act, ReviewSubmission submission, ReviewThread thread) =>
        submission.Documents.Any(document => document.ItemId == thread.ItemId) ? RequireDiscussion(act, submission) : new Refusal("access.denied");
}

using Stateless;

namespace Tn.Content.Review;

/// <summary>Where a submission stands. Names are kept in the database: never rename one.</summary>
internal enum ReviewState
{
    /// <summary>Brouillon.</summary>
    Draft,

    /// <summary>Soumis.</summary>
    Submitted,

    /// <summary>En relecture : a member has voted.</summary>
    InReview,

    /// <summary>Modifications demandées.</summary>
    ChangesRequested,

    /// <summary>Approuvé.</summary>
    Approved,

    /// <summary>Publié.</summary>
    Published,

    /// <summary>Confirmé : read again while public, and kept as it is.</summary>
    Confirmed,

    /// <summary>Remplacé : newer versions are public.</summary>
    Superseded,

    /// <summary>Archivé.</summary>
    Archived,

    /// <summary>Rejeté.</summary>
    Rejected,

    /// <summary>Retiré par son auteur.</summary>
    Withdrawn,
}

/// <summary>What can happen to a submission. Names are kept in the history: never rename one.</summary>
internal enum ReviewTrigger
{
    Submit,
    BeginReview,
    RequestChanges,
    Approve,
    Reject,
    Withdraw,
    Publish,
    Confirm,
    Supersede,
    Archive,
}

/// <summary>A move the review allows.</summary>
internal sealed record ReviewMove(ReviewState From, ReviewTrigger Trigger, ReviewState To);

/// <summary>The review's machine, declared here and nowhere else: what is not listed is refused.</summary>
internal static class ReviewMachine
{
    public static readonly IReadOnlyList<ReviewMove> Moves =
    [
        new(ReviewState.Draft, ReviewTrigger.Submit, ReviewState.Submitted),
        new(ReviewState.Draft, ReviewTrigger.Withdraw, ReviewState.Withdrawn),
        new(ReviewState.Submitted, ReviewTrigger.BeginReview, ReviewState.InReview),
        new(ReviewState.Submitted, ReviewTrigger.Withdraw, ReviewState.Withdrawn),
        new(ReviewState.InReview, ReviewTrigger.RequestChanges, ReviewState.ChangesRequested),
        new(ReviewState.InReview, ReviewTrigger.Approve, ReviewState.Approved),
        new(ReviewState.InReview, ReviewTrigger.Reject, ReviewState.Rejected),
        new(ReviewState.InReview, ReviewTrigger.Withdraw, ReviewState.Withdrawn),
        new(ReviewState.ChangesRequested, ReviewTrigger.Submit, ReviewState.Submitted),
        new(ReviewState.ChangesRequested, ReviewTrigger.Withdraw, ReviewState.Withdrawn),
        new(ReviewState.Approved, ReviewTrigger.Publish, ReviewState.Published),
        new(ReviewState.Approved, ReviewTrigger.Confirm, ReviewState.Confirmed),
        new(ReviewState.Approved, ReviewTrigger.Withdraw, ReviewState.Withdrawn),
        new(ReviewState.Published, ReviewTrigger.Supersede, ReviewState.Superseded),
        new(ReviewState.Published, ReviewTrigger.Archive, ReviewState.Archived),
    ];

    /// <summary>A machine that reads and writes its state where it is kept.</summary>
    public static StateMachine<ReviewState, ReviewTrigger> Over(Func<ReviewState> read, Action<ReviewState> write)
    {
        var machine = new StateMachine<ReviewState, ReviewTrigger>(read, write);
        foreach (var move in Moves)
        {
            machine.Configure(move.From).Permit(move.Trigger, move.To);
        }

        return machine;
    }
}

namespace Tn.Content.Review;

/// <summary>Tells people of a submission what they wait for: the author the decision, the members a text that comes back.</summary>
internal sealed class ReviewLetters(INotifier notifier)
{
    /// <summary>When the last vote decided, tells the authors; in the caller's unit of work, does not save.</summary>
    public async Task TellDecisionAsync(ReviewSubmission submission, ActContext act, CancellationToken cancellationToken)
    {
        var decision = submission.State switch
        {
            ReviewState.Approved => "Le comité pédagogique a approuvé",
            ReviewState.ChangesRequested => "Le comité pédagogique demande des modifications :",
            ReviewState.Rejected => "Le comité pédagogique a rejeté",
            _ => null,
        };
        if (decision is null)
        {
            return;
        }

        var letter = new Letter(
            $"{decision} « {submission.Title} »",
            [.. submission.CurrentVotes.Where(vote => vote.Reason.Length > 0 && vote.Choice != VoteChoice.Recuse).Select(vote => $"{vote.MemberName} : « {vote.Reason} »")],
            "Lire le dossier",
            $"/comites/pedagogique/{submission.Id}");
        foreach (var person in AuthorsOf(submission).Where(person => person != act.Actor))
        {
            await notifier.TellAsync(person, $"review-decision:{submission.Id}:{submission.Round}", letter, act, cancellationToken);
        }
    }

    /// <summary>When a text comes back after changes, tells those who voted on it; in the caller's unit of work, does not save.</summary>
    public async Task TellReturnAsync(ReviewSubmission submission, ActContext act, CancellationToken cancellationToken)
    {
        var letter = new Letter(
            $"« {submission.Title} » revient après modifications",
            submission.Note.Length > 0 ? [submission.Note] : ["Ce qui a changé depuis votre lecture est montré dans le dossier."],
            "Relire et voter",
            $"/comites/pedagogique/{submission.Id}");
        var members = submission.Votes.Where(vote => vote.Round < submission.Round && vote.Choice != VoteChoice.Recuse).Select(vote => vote.Member).Distinct();
        foreach (var person in members.Except(AuthorsOf(submission)))
        {
            await notifier.TellAsync(person, $"review-return:{submission.Id}:{submission.Round}", letter, act, cancellationToken);
        }
    }

    private static IEnumerable<PersonId> AuthorsOf(ReviewSubmission submission) =>
        submission.Documents.Select(document => document.Author).Append(submission.Submitter).OfType<PersonId>().Distinct();
}

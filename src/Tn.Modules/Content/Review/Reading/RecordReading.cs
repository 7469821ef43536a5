using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Review.Reading;

/// <summary>Keeps that a person has seen versions of a submission: what changes later is shown against them.</summary>
internal sealed class RecordReading(TnDbContext db)
{
    /// <param name="documents">What was opened, or all that was voted on.</param>
    public Task<Outcome> RecordAsync(ReviewSubmission submission, IReadOnlyCollection<SubmittedDocument> documents, ActContext act, CancellationToken cancellationToken) =>
        db.InTurnAsync(() => RecordNowAsync(submission, documents, act, cancellationToken), cancellationToken);

    private async Task<Outcome> RecordNowAsync(ReviewSubmission submission, IReadOnlyCollection<SubmittedDocument> documents, ActContext act, CancellationToken cancellationToken)
    {
        if (!ReviewDoor.Opens(act, submission))
        {
            return new Refusal("access.denied");
        }

        await AddAsync(submission, documents, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>In the caller's unit of work; does not save.</summary>
    public async Task AddAsync(ReviewSubmission submission, IReadOnlyCollection<SubmittedDocument> documents, ActContext act, CancellationToken cancellationToken)
    {
        var known = await db.Set<ReviewReading>()
            .Where(row => row.Submission == submission.Id && row.Person == act.Person)
            .Select(row => row.VersionId)
            .ToListAsync(cancellationToken);
        db.AddRange(documents.Where(document => !known.Contains(document.VersionId)).Select(document => ReviewReading.Of(submission.Id, document, act)));
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Content.Offered;
using Tn.Content.Review.Schedule;
using Tn.Platform.Data;

namespace Tn.Content.Review.Publish;

/// <summary>Publishes what was approved but could not be published then, once the obstacle is gone.</summary>
internal sealed class PublishApproved(TnDbContext db, PublicationGate gate, ScheduleQueries schedule, ContentCache cache)
{
    public async Task<Outcome> PublishAsync(SubmissionId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ReviewContent).IsRefused(out var denied))
        {
            return denied;
        }

        if (await schedule.IsAheadAsync(id, act.At, cancellationToken))
        {
            return new Refusal("content.schedule-ahead");
        }

        var outcome = await db.InTurnAsync(
            async () =>
            {
                var submission = await db.Set<ReviewSubmission>().AsSplitQuery().SingleAsync(row => row.Id == id, cancellationToken);
                return await gate.PublishAsync(submission, act, cancellationToken);
            },
            cancellationToken);
        cache.Renew();
        return outcome;
    }
}

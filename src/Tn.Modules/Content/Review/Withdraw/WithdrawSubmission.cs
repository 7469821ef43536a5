using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Review.Withdraw;

/// <summary>Whoever submitted takes the submission back; a manager may too.</summary>
internal sealed class WithdrawSubmission(TnDbContext db)
{
    public async Task<Outcome> WithdrawAsync(SubmissionId id, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.WriteContent) && !act.Can(Permission.ManageContent))
        {
            return act.Require(Permission.WriteContent);
        }

        var submission = await db.Set<ReviewSubmission>().AsSplitQuery().SingleAsync(row => row.Id == id, cancellationToken);
        if (submission.Submitter != act.Actor && !act.Can(Permission.ManageContent))
        {
            return new Refusal("access.denied");
        }

        if (submission.Withdraw(string.IsNullOrWhiteSpace(reason) ? "Retirée par son auteur" : reason.Trim(), act).IsRefused(out var refusal))
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}

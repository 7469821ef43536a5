using Microsoft.EntityFrameworkCore;
using Tn.Certification.Lives;
using Tn.Platform.Data;

namespace Tn.Certification.Complaints;

/// <summary>The consultant's right of reply.</summary>
internal sealed class ReplyToComplaint(TnDbContext db, IReminders reminders, IProgrammeRules rules)
{
    public const int Shortest = 20;
    public const int Longest = 8_000;

    public async Task<Outcome> ReplyAsync(ComplaintId id, string answer, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        if (answer.Trim().Length is < Shortest or > Longest)
        {
            return new Refusal("complaint.answer").With("minimum", Shortest.ToString(French.Culture)).With("maximum", Longest.ToString("N0", French.Culture));
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(
            async () =>
            {
                var complaint = await db.Set<Complaint>().SingleOrDefaultAsync(row => row.Id == id && row.Holder == act.Person, cancellationToken);
                if (complaint is null || complaint.Reply(answer.Trim(), act, inForce).IsRefused(out _))
                {
                    return new Refusal("complaint.no-reply-expected");
                }

                await reminders.CancelAsync(ComplaintReminders.KindName, complaint.Id.ToString(), cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken);
    }
}

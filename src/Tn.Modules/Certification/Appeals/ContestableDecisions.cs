using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Appeals;

/// <summary>A decision that its subject may contest, until a last day.</summary>
internal sealed record ContestableDecision(ConsultantFile File, AppealGround Ground, DateTimeOffset DecidedAt, DateOnly LastDay, RuleInForce Rule)
{
    /// <summary>True until the last day, included.</summary>
    public bool IsInTime(DateOnly today) => today <= LastDay;
}

/// <summary>Finds what a consultant may contest: the refusal or sanction in which the file stands.</summary>
internal sealed class ContestableDecisions(TnDbContext db, IConsultantPath path, IProgrammeRules rules)
{
    /// <summary>The decision, in time or not, or null when the file stands in none.</summary>
    public async Task<ContestableDecision?> OfAsync(PersonId consultant, CancellationToken cancellationToken)
    {
        if (await path.FindAsync(consultant, cancellationToken) is not { } file || GroundOf(file.State) is not { } ground)
        {
            return null;
        }

        var day = French.Day(file.StateSince);
        var rule = await rules.FindAsync(RuleKeys.AppealDays, day, cancellationToken);
        return new ContestableDecision(file, ground, file.StateSince, day.AddDays(rule.Number), rule);
    }

    /// <summary>The appeal against a decision, tracked, or null.</summary>
    public Task<Appeal?> AppealAgainstAsync(ContestableDecision decision, CancellationToken cancellationToken) =>
        db.Set<Appeal>().SingleOrDefaultAsync(row => row.Appellant == decision.File.Person && row.ContestedAt == decision.DecidedAt, cancellationToken);

    public static AppealGround? GroundOf(PathState state) => state switch
    {
        PathState.NotAdmissible => AppealGround.NotAdmissible,
        PathState.Rejected => AppealGround.Rejected,
        PathState.Suspended => AppealGround.Suspended,
        PathState.Withdrawn => AppealGround.Withdrawn,
        _ => null,
    };
}

using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam;

/// <summary>Grants a candidate more time for sittings to come, as an accommodation.</summary>
internal sealed class GrantExtraTime(TnDbContext db, IConsultantPath path)
{
    private static readonly PathState[] BeforeExam = [PathState.InTraining, PathState.ExamOpen, PathState.ExamRetake];

    /// <summary>Those with a sitting to come, by number. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<ConsultantFile>>> CandidatesAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        var files = new List<ConsultantFile>();
        foreach (var state in BeforeExam)
        {
            files.AddRange(await path.InStateAsync(state, 0, 500, cancellationToken));
        }

        return files.OrderBy(file => file.Number, StringComparer.Ordinal).ToList();
    }

    /// <param name="percent">From 0 (none) to 100 (twice the time).</param>
    public async Task<Outcome> GrantAsync(PersonId candidate, int percent, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        if (percent is < 0 or > 100)
        {
            return new Refusal("certification.extra-time-range");
        }

        var row = await db.Set<Accommodation>().SingleOrDefaultAsync(one => one.Candidate == candidate, cancellationToken);
        if (row is null)
        {
            row = new Accommodation { Candidate = candidate };
            db.Add(row);
        }

        row.ExtraTimePercent = percent;
        row.DecidedBy = act.ActorName;
        row.DecidedAt = act.At;
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}

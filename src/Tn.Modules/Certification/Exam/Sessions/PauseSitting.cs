using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Sessions;

/// <summary>Stops and restarts the clock of a sitting, by the invigilator or the desk. The end moves by the time it stood still.</summary>
internal sealed class PauseSitting(TnDbContext db, SessionDoor door, IProgrammeRules rules)
{
    public Task<Outcome> PauseAsync(SittingId id, string? reason, ActContext act, CancellationToken cancellationToken) =>
        ActAsync(id, reason, (sitting, why) => sitting.Pause(why, act), act, cancellationToken);

    public Task<Outcome> ResumeAsync(SittingId id, string? reason, ActContext act, CancellationToken cancellationToken) =>
        ActAsync(id, string.IsNullOrWhiteSpace(reason) ? "Reprise." : reason, (sitting, why) => sitting.Resume(why, act), act, cancellationToken);

    /// <summary>Gives more minutes at once, as when a machine was changed.</summary>
    public Task<Outcome> ExtendAsync(SittingId id, int minutes, string? reason, ActContext act, CancellationToken cancellationToken) =>
        ActAsync(id, reason, (sitting, why) => sitting.Extend(minutes, why, act), act, cancellationToken);

    /// <summary>Restarts the clocks whose pause is older than the rule allows: a forgotten pause must not last for ever.</summary>
    public async Task ResumeForgottenAsync(ActContext act, CancellationToken cancellationToken)
    {
        var rule = await rules.FindAsync(RuleKeys.ExamPauseMinutes, French.Day(act.At), cancellationToken);
        var before = act.At.AddMinutes(-rule.Number);
        var forgotten = await db.Set<Sitting>().AsNoTracking()
            .Where(row => row.Status == SittingStatus.Paused && row.PausedAt <= before)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in forgotten)
        {
            db.ChangeTracker.Clear();
            await ResumeAsync(id, $"Pause la plus longue atteinte ({rule.Article}).", act, cancellationToken);
        }
    }

    private async Task<Outcome> ActAsync(SittingId id, string? reason, Func<Sitting, string, Outcome> verb, ActContext act, CancellationToken cancellationToken)
    {
        var sitting = await db.Set<Sitting>().SingleAsync(row => row.Id == id, cancellationToken);
        if ((await door.RequireAsync(sitting, act, cancellationToken)).IsRefused(out var denied))
        {
            return denied;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > Incidents.Incident.TextLimit)
        {
            return new Refusal("exam.reason-missing");
        }

        try
        {
            if (verb(sitting, reason.Trim()).IsRefused(out var refusal))
            {
                db.ChangeTracker.Clear();
                return refusal;
            }

            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("exam.moved-meanwhile");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Incidents;

/// <summary>
/// Writes the new verdicts that incidents ask for. Which sittings wait is a mark on their rows, made with the decision itself,
/// so that neither a crash nor a long list loses one; the minute's sweep takes what a request leaves.
/// </summary>
internal sealed class RescoreSittings(TnDbContext db, ExamOffice office, INotifier notifier)
{
    private const int Batch = 100;

    /// <summary>Marks the sittings that drew a version, in the caller's transaction; those not graded yet wait for their grading.</summary>
    /// <param name="only">One sitting, or null for all.</param>
    public Task<int> MarkAsync(string versionId, SittingId? only, CancellationToken cancellationToken) => db.Set<Sitting>()
        .Where(row => (only == null || row.Id == only) && row.Items.Any(item => item.VersionId == versionId))
        .ExecuteUpdateAsync(row => row.SetProperty(sitting => sitting.RescoreDue, true), cancellationToken);

    /// <summary>Reckons marked sittings anew, a hundred at most.</summary>
    public async Task RunDueAsync(ActContext act, CancellationToken cancellationToken)
    {
        var due = await db.Set<Sitting>().AsNoTracking()
            .Where(row => row.RescoreDue && (row.Status == SittingStatus.Graded || row.Status == SittingStatus.Published))
            .OrderBy(row => row.StartedAt)
            .Select(row => row.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            try
            {
                await db.InTransactionAsync(() => RescoreAsync(id, act, cancellationToken), cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Somebody moved it in the same instant: it stays marked, and the next sweep finds it.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome> RescoreAsync(SittingId id, ActContext act, CancellationToken cancellationToken)
    {
        var sitting = await office.LoadAsync(id, cancellationToken);
        var (number, passed) = (sitting.VerdictNumber, sitting.Passed);
        var reason = await SentenceAsync(sitting, cancellationToken);
        var rescored = sitting.Rescore(await office.AnswersAsync(id, cancellationToken), await office.NeutralisedAsync(id, cancellationToken), reason, act);
        await db.SaveChangesAsync(cancellationToken);
        if (sitting.VerdictNumber == number || sitting.Status != SittingStatus.Published)
        {
            return rescored;
        }

        var verdict = Verdict.FromCanonicalJson(sitting.VerdictJson!);
        await notifier.TellAsync(sitting.Candidate, $"exam-rescored:{sitting.Id}:{sitting.VerdictNumber}", ExamLetter.Rescored(sitting, verdict, reason), act, cancellationToken);
        if (passed == false && verdict.Passed)
        {
            await PassAsync(sitting, verdict, reason, act, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    // Whoever went on meanwhile keeps the new verdict in the file; the path is left where it is.
    private async Task PassAsync(Sitting sitting, Verdict verdict, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if ((await office.TakeBackAsync(sitting, sitting.PublishedAt ?? sitting.StartedAt, $"Résultat recalculé : {reason}", act, cancellationToken)).IsDone)
        {
            await db.SaveChangesAsync(cancellationToken);
            await office.MoveAsync(sitting.Candidate, verdict, act, cancellationToken);
        }
    }

    private async Task<string> SentenceAsync(Sitting sitting, CancellationToken cancellationToken)
    {
        var versions = sitting.Items.ToDictionary(item => item.VersionId, item => item.Position, StringComparer.Ordinal);
        var decided = await db.Set<Neutralisation>().AsNoTracking()
            .Where(row => row.LiftedAt == null && (row.Sitting == null || row.Sitting == sitting.Id) && versions.Keys.Contains(row.VersionId))
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        var sentence = string.Join(" ", decided.Select(row => $"Question {versions[row.VersionId]} neutralisée : {row.Reason}"));
        return sentence.Length switch
        {
            0 => "Neutralisation levée.",
            > Incident.TextLimit => sentence[..Incident.TextLimit] + "…",
            _ => sentence,
        };
    }
}

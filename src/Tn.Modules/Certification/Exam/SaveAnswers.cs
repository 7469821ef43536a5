using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam;

/// <summary>Keeps answers as they are given. Done means committed: an answer acknowledged is an answer kept.</summary>
internal sealed class SaveAnswers(TnDbContext db)
{
    /// <summary>Keeps one answer; the last one counts.</summary>
    public Task<Outcome> SaveAsync(SittingId id, int position, ItemResponse response, ActContext act, CancellationToken cancellationToken) =>
        SaveAsync(id, new Dictionary<int, ItemResponse> { [position] = response }, act, cancellationToken);

    /// <summary>Keeps several answers, all or none.</summary>
    public async Task<Outcome> SaveAsync(SittingId id, IReadOnlyDictionary<int, ItemResponse> responses, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        try
        {
            return await db.InTransactionAsync(() => KeepAsync(id, responses, act, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // On PostgreSQL a second tab, or the end of the sitting, came between.
            db.ChangeTracker.Clear();
            return new Refusal("certification.answer-not-kept");
        }
    }

    private async Task<Outcome> KeepAsync(SittingId id, IReadOnlyDictionary<int, ItemResponse> responses, ActContext act, CancellationToken cancellationToken)
    {
        var sitting = await db.Set<Sitting>().SingleOrDefaultAsync(row => row.Id == id && row.Candidate == act.Person, cancellationToken);
        if (sitting is null)
        {
            return new Refusal("access.denied");
        }

        var form = sitting.Form();
        var kept = await db.Set<SittingAnswer>().Where(row => row.Sitting == id).ToDictionaryAsync(row => row.Position, cancellationToken);
        foreach (var (position, response) in responses)
        {
            if (sitting.Answer(form.At(position), response, act.At).IsRefused(out var refusal))
            {
                db.ChangeTracker.Clear();
                return refusal;
            }

            Keep(id, kept, position, response, act.At);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private void Keep(SittingId id, Dictionary<int, SittingAnswer> kept, int position, ItemResponse response, DateTimeOffset now)
    {
        if (kept.TryGetValue(position, out var earlier))
        {
            earlier.Response = response;
            earlier.SavedAt = now;
        }
        else
        {
            db.Add(new SittingAnswer { Sitting = id, Position = position, Response = response, SavedAt = now });
        }
    }
}

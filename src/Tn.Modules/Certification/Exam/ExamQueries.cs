using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam;

/// <summary>What pages and acts read of sittings; nothing is tracked.</summary>
internal sealed class ExamQueries(TnDbContext db)
{
    /// <summary>A candidate's sittings, newest first.</summary>
    public async Task<IReadOnlyList<Sitting>> OfAsync(PersonId candidate, CancellationToken cancellationToken) =>
        await db.Set<Sitting>().AsNoTracking().Where(row => row.Candidate == candidate).OrderByDescending(row => row.StartedAt).ToListAsync(cancellationToken);

    /// <summary>The sitting, if it is this candidate's own; null for anybody else's.</summary>
    public Task<Sitting?> OwnAsync(SittingId id, PersonId candidate, CancellationToken cancellationToken) =>
        db.Set<Sitting>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Candidate == candidate, cancellationToken);

    /// <summary>What was acknowledged so far, by position.</summary>
    public async Task<IReadOnlyDictionary<int, ItemResponse>> AnswersAsync(SittingId id, CancellationToken cancellationToken) =>
        await db.Set<SittingAnswer>().AsNoTracking().Where(row => row.Sitting == id).ToDictionaryAsync(row => row.Position, row => row.Response, cancellationToken);

    /// <summary>The extra time granted to a candidate for sittings to come, per cent; 0 when there is none.</summary>
    public Task<int> ExtraTimePercentAsync(PersonId candidate, CancellationToken cancellationToken) =>
        db.Set<Accommodation>().AsNoTracking().Where(row => row.Candidate == candidate).Select(row => row.ExtraTimePercent).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The verdict of the last published sitting, or null.</summary>
    public async Task<Verdict?> LastVerdictAsync(PersonId candidate, CancellationToken cancellationToken)
    {
        var json = await db.Set<Sitting>().AsNoTracking()
            .Where(row => row.Candidate == candidate && row.Status == SittingStatus.Published)
            .OrderByDescending(row => row.StartedAt)
            .Select(row => row.VerdictJson)
            .FirstOrDefaultAsync(cancellationToken);
        return json is null ? null : Verdict.FromCanonicalJson(json);
    }
}

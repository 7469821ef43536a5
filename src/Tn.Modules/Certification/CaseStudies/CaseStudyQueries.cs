using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.CaseStudies;

/// <summary>What the case studies' pages read; nothing is tracked.</summary>
internal sealed class CaseStudyQueries(TnDbContext db)
{
    /// <summary>Works counted for the agreement of markers, the latest.</summary>
    private const int MostWorks = 500;

    /// <summary>The candidate's latest work, or null.</summary>
    public Task<CaseStudy?> LatestOfAsync(PersonId candidate, CancellationToken cancellationToken) =>
        db.Set<CaseStudy>().AsNoTracking().Where(row => row.Candidate == candidate).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);

    public Task<CaseStudy?> FindAsync(CaseStudyId id, CancellationToken cancellationToken) =>
        db.Set<CaseStudy>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>A work entrusted to the actor, or null. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<CaseStudy?>> EntrustedAsync(CaseStudyId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.MarkCaseStudies).IsRefused(out var denied))
        {
            return denied;
        }

        var work = await FindAsync(id, cancellationToken);
        return work?.Markers.Any(seat => seat.Marker == act.Actor) == true ? work : null;
    }

    /// <summary>Works that wait for marks, first due first: few at a time. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<CaseStudy>>> WaitingAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.MarkCaseStudies).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<CaseStudy>().AsNoTracking()
            .Where(row => row.State == CaseStudyState.AwaitingMarks || row.State == CaseStudyState.AwaitingThirdMark)
            .OrderBy(row => row.DueOn).Take(MostWorks).ToListAsync(cancellationToken);
    }

    /// <summary>The bank of cases, those still drawn first. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<CaseSubject>>> SubjectsAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.MarkCaseStudies).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<CaseSubject>().AsNoTracking().OrderBy(row => row.RetiredAt != null).ThenBy(row => row.Title).Take(200).ToListAsync(cancellationToken);
    }

    /// <summary>How far the two blind markers of each work agree: over all criteria, and on each. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<(Agreement All, Dictionary<Criterion, Agreement> ByCriterion, int Works, int Thirds)>> AgreementAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.MarkCaseStudies).IsRefused(out var denied))
        {
            return denied;
        }

        var works = await db.Set<CaseStudy>().AsNoTracking()
            .Where(row => row.State == CaseStudyState.Marked || row.State == CaseStudyState.AwaitingThirdMark)
            .OrderByDescending(row => row.Id).Take(MostWorks).Select(row => row.Markings).ToListAsync(cancellationToken);
        var byCriterion = Rubric.Criteria.ToDictionary(
            criterion => criterion,
            criterion => works.ConvertAll(markings => (First: markings[0].LevelOf(criterion), Second: markings[1].LevelOf(criterion))));
        return (
            Agreement.Of([.. byCriterion.Values.SelectMany(pairs => pairs)]),
            byCriterion.ToDictionary(pair => pair.Key, pair => Agreement.Of(pair.Value)),
            works.Count,
            works.Count(markings => markings.Count == 3));
    }
}

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

    /// <summary>Works that wait for marks, first due first: few at a time.</summary>
    public async Task<IReadOnlyList<CaseStudy>> WaitingAsync(CancellationToken cancellationToken) =>
        await db.Set<CaseStudy>().AsNoTracking()
            .Where(row => row.State == CaseStudyState.AwaitingMarks || row.State == CaseStudyState.AwaitingThirdMark)
            .OrderBy(row => row.DueOn).Take(MostWorks).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<CaseSubject>> SubjectsAsync(CancellationToken cancellationToken) =>
        await db.Set<CaseSubject>().AsNoTracking().OrderBy(row => row.RetiredAt != null).ThenBy(row => row.Title).Take(200).ToListAsync(cancellationToken);

    /// <summary>How far the two blind markers of each work agree: over all criteria, and on each.</summary>
    public async Task<(Agreement All, IReadOnlyDictionary<Criterion, Agreement> ByCriterion, int Works, int Thirds)> AgreementAsync(CancellationToken cancellationToken)
    {
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

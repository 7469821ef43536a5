using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.CaseStudies;

/// <summary>Adds cases to the bank and retires them.</summary>
internal sealed class KeepCaseBank(TnDbContext db)
{
    public async Task<Outcome> AddAsync(string title, string text, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.MarkCaseStudies).IsRefused(out var denied))
        {
            return denied;
        }

        if (title.Trim().Length is 0 or > CaseSubject.LongestTitle || text.Trim().Length is < CaseSubject.ShortestText or > CaseSubject.LongestText)
        {
            return new Refusal("case-study.subject-length")
                .With("title", CaseSubject.LongestTitle.ToString(French.Culture))
                .With("minimum", CaseSubject.ShortestText.ToString(French.Culture))
                .With("maximum", CaseSubject.LongestText.ToString("N0", French.Culture));
        }

        db.Add(new CaseSubject { Id = new CaseSubjectId(Guid.CreateVersion7(act.At)), Title = title.Trim(), Text = text.Trim(), AddedBy = act.ActorName, AddedAt = act.At });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>No longer drawn; works already given keep their text.</summary>
    public async Task<Outcome> RetireAsync(CaseSubjectId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.MarkCaseStudies).IsRefused(out var denied))
        {
            return denied;
        }

        if (await db.Set<CaseSubject>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } subject)
        {
            return new Refusal("case-study.no-subject");
        }

        subject.Retire(act.At);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}

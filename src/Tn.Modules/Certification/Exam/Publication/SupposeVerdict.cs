using Microsoft.EntityFrameworkCore;
using Tn.Certification.Jury;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Publication;

/// <summary>What somebody supposes of a sitting, as typed.</summary>
internal sealed record Supposition(string? Items, int? PassPercent, int? BlockPassPercent);

/// <summary>The verdict that counts beside the one supposed; both null while the sitting has none.</summary>
/// <param name="Misread">Why the supposition could not be read: then both verdicts are the real one.</param>
internal sealed record SupposedVerdict(int ItemCount, Verdict? Real, Verdict? Other, Refusal? Misread);

/// <summary>
/// Supposes items set aside or other marks before anything is decided: on any sitting for the exam desk, on the sitting of a case
/// for the members of the jury who may judge it. Nothing is kept, and no answer is shown.
/// </summary>
internal sealed class SupposeVerdict(TnDbContext db, ExamOffice office, CaseRoom room)
{
    /// <returns>Refused without <see cref="Permission.InstructDossiers"/>; null when there is no such sitting.</returns>
    public async Task<Outcome<SupposedVerdict?>> OfSittingAsync(SittingId id, Supposition supposition, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.InstructDossiers).IsRefused(out var denied))
        {
            return denied;
        }

        var sitting = await db.Set<Sitting>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return sitting is null ? null : await SupposeAsync(sitting, supposition, cancellationToken);
    }

    /// <returns>Refused for who does not sit in the jury or is recused; null when there is no such case, or no published sitting.</returns>
    public async Task<Outcome<SupposedVerdict?>> OfCaseAsync(JuryCaseId id, Supposition supposition, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.SitInJury).IsRefused(out var denied))
        {
            return denied;
        }

        if (await room.EnterAsync(id, act.At, cancellationToken) is not { } session)
        {
            return (SupposedVerdict?)null;
        }

        if (session.MayJudge(act.Person).IsRefused(out var recused))
        {
            return recused;
        }

        var sitting = await db.Set<Sitting>().AsNoTracking()
            .Where(row => row.Candidate == session.Case.Candidate && row.Status == SittingStatus.Published)
            .OrderByDescending(row => row.StartedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return sitting is null ? null : await SupposeAsync(sitting, supposition, cancellationToken);
    }

    private async Task<SupposedVerdict> SupposeAsync(Sitting sitting, Supposition supposition, CancellationToken cancellationToken)
    {
        if (sitting.VerdictJson is null)
        {
            return new SupposedVerdict(sitting.ItemCount, null, null, null);
        }

        var real = Verdict.FromCanonicalJson(sitting.VerdictJson);
        var read = WhatIf.Read(supposition.Items, supposition.PassPercent, supposition.BlockPassPercent, sitting.ItemCount);
        if (read.IsRefused(out var misread))
        {
            return new SupposedVerdict(sitting.ItemCount, real, real, misread);
        }

        var other = read.Value.Of(sitting, await office.AnswersAsync(sitting.Id, cancellationToken), await office.NeutralisedAsync(sitting.Id, cancellationToken));
        return new SupposedVerdict(sitting.ItemCount, real, other, null);
    }
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam.Bank;
using Tn.Certification.Exam.Sessions;
using Tn.Platform.Data;

namespace Tn.Certification.Exam;

/// <summary>Opens a sitting for the candidate who asks, when the path, the delay, the attempts left and the session allow it.</summary>
internal sealed class StartSitting(TnDbContext db, IConsultantPath path, FormSource forms, IProgrammeRules rules, ExamQueries queries, SessionGate gate)
{
    /// <summary>Draws a form and starts the clock.</summary>
    /// <param name="accessCode">Of the session where the candidate is expected today; unused by who sits alone.</param>
    /// <returns>The new sitting; refused while another is under way or waits for its result.</returns>
    public Task<Outcome<SittingId>> StartAsync(string? accessCode, ActContext act, CancellationToken cancellationToken) =>
        StartAsync(BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))), accessCode, act, cancellationToken);

    /// <summary>The same with a chosen seed, for the demonstration and for tests.</summary>
    public async Task<Outcome<SittingId>> StartAsync(long seed, string? accessCode, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        var source = await forms.ReadAsync(inForce, cancellationToken);
        try
        {
            return await db.InTransactionAsync(() => OpenAsync(seed, accessCode, source, inForce, act, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two tabs at once: a unique index let one through.
            db.ChangeTracker.Clear();
            return new Refusal("certification.sitting-already-open");
        }
    }

    private async Task<Outcome<SittingId>> OpenAsync(long seed, string? accessCode, FormMaterial material, IReadOnlyDictionary<string, RuleInForce> inForce, ActContext act, CancellationToken cancellationToken)
    {
        var earlier = await queries.OfAsync(act.Person, cancellationToken);
        if ((await AllowedAsync(earlier, inForce, act, cancellationToken)).IsRefused(out var refusal))
        {
            return refusal;
        }

        var seat = await gate.EnterAsync(accessCode, act, cancellationToken);
        if (seat.IsRefused(out var shut))
        {
            return shut;
        }

        var seen = earlier.SelectMany(sitting => sitting.Form().Items).Select(item => item.ItemId).ToHashSet(StringComparer.Ordinal);
        var form = FormAssembly.Assemble(material, seen, seed);
        if (form.IsRefused(out var proof))
        {
            return proof;
        }

        var extra = await db.Set<Accommodation>().AsNoTracking().SingleOrDefaultAsync(row => row.Candidate == act.Person, cancellationToken);
        var sitting = Sitting.Start(
            new SittingStart(new SittingId(Guid.CreateVersion7(act.At)), act.Person, earlier.Count + 1, seed, seat.Value.Session),
            form.Value,
            ScoringRules.From(inForce),
            inForce[RuleKeys.ExamMinutes].Number,
            extra?.ExtraTimePercent ?? 0,
            act.At);
        db.Add(sitting);
        await db.SaveChangesAsync(cancellationToken);
        return sitting.Id;
    }

    private async Task<Outcome> AllowedAsync(IReadOnlyList<Sitting> earlier, IReadOnlyDictionary<string, RuleInForce> inForce, ActContext act, CancellationToken cancellationToken)
    {
        if (earlier.Any(sitting => sitting.IsUnderWay))
        {
            return new Refusal("certification.sitting-already-open");
        }

        if (earlier.Any(sitting => sitting.Status is SittingStatus.Closed or SittingStatus.Graded))
        {
            return new Refusal("exam.result-awaited");
        }

        var file = await path.FindAsync(act.Person, cancellationToken);
        if (file?.State is not (PathState.ExamOpen or PathState.ExamRetake))
        {
            return new Refusal("certification.exam-not-open");
        }

        var allowed = Attempts.Of(earlier, inForce).Allow(act.At);
        return allowed.IsDone && file.State == PathState.ExamRetake
            ? await path.MoveAsync(act.Person, PathTrigger.OpenRetake, "Le délai avant une nouvelle tentative est passé.", act, cancellationToken)
            : allowed;
    }
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam;

/// <summary>Opens a sitting for the candidate who asks, when the path, the delay and the attempts left allow it.</summary>
internal sealed class StartSitting(TnDbContext db, IConsultantPath path, IQuestionBanks banks, IProgrammeRules rules, ExamQueries queries)
{
    /// <summary>Draws a form and starts the clock.</summary>
    /// <returns>The new sitting; refused while another is open.</returns>
    public Task<Outcome<SittingId>> StartAsync(ActContext act, CancellationToken cancellationToken) =>
        StartAsync(BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))), act, cancellationToken);

    /// <summary>The same with a chosen seed, for the demonstration and for tests.</summary>
    public async Task<Outcome<SittingId>> StartAsync(long seed, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        var bank = await banks.ItemsAsync(cancellationToken);
        try
        {
            return await db.InTransactionAsync(() => OpenAsync(seed, bank, inForce, act, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two tabs at once: the unique index let one through.
            db.ChangeTracker.Clear();
            return new Refusal("certification.sitting-already-open");
        }
    }

    private async Task<Outcome<SittingId>> OpenAsync(long seed, IReadOnlyList<BankItem> bank, IReadOnlyDictionary<string, RuleInForce> inForce, ActContext act, CancellationToken cancellationToken)
    {
        var earlier = await queries.OfAsync(act.Person, cancellationToken);
        if ((await AllowedAsync(earlier, inForce, act, cancellationToken)).IsRefused(out var refusal))
        {
            return refusal;
        }

        var seen = earlier.SelectMany(sitting => sitting.Form().Items).Select(item => item.ItemId).ToHashSet(StringComparer.Ordinal);
        var form = FormAssembly.Assemble(bank, Blueprint.From(inForce), seen, seed);
        if (form.IsRefused(out var proof))
        {
            return proof;
        }

        var extra = await db.Set<Accommodation>().AsNoTracking().SingleOrDefaultAsync(row => row.Candidate == act.Person, cancellationToken);
        var sitting = Sitting.Start(
            new SittingStart(new SittingId(Guid.CreateVersion7(act.At)), act.Person, earlier.Count + 1, seed),
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

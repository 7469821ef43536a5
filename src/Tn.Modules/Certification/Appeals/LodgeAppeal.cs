using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Lives;
using Tn.Certification.Papers;
using Tn.Platform.Data;

namespace Tn.Certification.Appeals;

/// <summary>What an appellant writes.</summary>
internal sealed record AppealText(string Reasons, IFormFile? Paper)
{
    public const int Shortest = 40;
    public const int Longest = 8_000;
}

/// <summary>A candidate contests the decision in which the file stands, within the delay; or completes an appeal found inadmissible.</summary>
internal sealed class LodgeAppeal(TnDbContext db, ContestableDecisions decisions, PaperDesk papers, IProgrammeRules rules, INotifier notifier)
{
    public async Task<Outcome> LodgeAsync(AppealText text, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        if (text.Reasons.Trim().Length is < AppealText.Shortest or > AppealText.Longest)
        {
            return new Refusal("appeal.reasons-length").With("minimum", AppealText.Shortest.ToString(French.Culture)).With("maximum", AppealText.Longest.ToString("N0", French.Culture));
        }

        return await db.InTurnAsync(() => KeepAsync(text, act, cancellationToken), cancellationToken);
    }

    /// <summary>The appellant gives the appeal up.</summary>
    public async Task<Outcome> AbandonAsync(AppealId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(
            async () =>
            {
                var appeal = await db.Set<Appeal>().SingleOrDefaultAsync(row => row.Id == id && row.Appellant == act.Person, cancellationToken);
                if (appeal is null)
                {
                    return new Refusal("appeal.none");
                }

                var given = appeal.Abandon(act, inForce);
                return given.IsDone ? await SavedAsync(cancellationToken) : new Refusal("appeal.not-now");
            },
            cancellationToken);
    }

    private async Task<Outcome> KeepAsync(AppealText text, ActContext act, CancellationToken cancellationToken)
    {
        if (await decisions.OfAsync(act.Person, cancellationToken) is not { } decision)
        {
            return new Refusal("appeal.nothing-to-contest");
        }

        var earlier = await decisions.AppealAgainstAsync(decision, cancellationToken);
        if (Check(decision, earlier, French.Day(act.At)).IsRefused(out var refusal))
        {
            return refusal;
        }

        var paper = await papers.TakeAsync(text.Paper, $"recours-{decision.File.Number}", act, cancellationToken);
        if (paper.IsRefused(out var unfit))
        {
            return unfit;
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        var appeal = earlier;
        if (appeal is null)
        {
            appeal = Appeal.Lodge(decision, text.Reasons.Trim(), paper.Value, act, inForce);
            db.Add(appeal);
        }
        else if (appeal.Complete(text.Reasons.Trim(), paper.Value, act, inForce).IsRefused(out var notAllowed))
        {
            return notAllowed;
        }

        await notifier.TellAsync(appeal.Appellant, $"appeal-lodged:{appeal.Id}:{appeal.Steps.Count}", AppealLetters.Lodged(appeal), act, cancellationToken);
        return await SavedAsync(cancellationToken);
    }

    // What was found inadmissible may be completed until its own last day, even past the decision's.
    private static Outcome Check(ContestableDecision decision, Appeal? earlier, DateOnly today)
    {
        if (earlier is { State: AppealState.Inadmissible })
        {
            return Outcome.Done;
        }

        if (earlier is not null)
        {
            return new Refusal("appeal.already").With("date", French.Date(French.Day(earlier.Steps[0].At)));
        }

        return decision.IsInTime(today)
            ? Outcome.Done
            : new Refusal("appeal.too-late").With("date", French.Date(decision.LastDay)).With("article", decision.Rule.Article);
    }

    private async Task<Outcome> SavedAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}

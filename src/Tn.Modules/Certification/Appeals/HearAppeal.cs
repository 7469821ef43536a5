using Microsoft.EntityFrameworkCore;
using Tn.Certification.Lives;
using Tn.Platform.Data;

namespace Tn.Certification.Appeals;

/// <summary>What the committee and the panel do of an appeal: admit it, or not; vote; stand aside. The last vote decides and takes effect at once.</summary>
internal sealed class HearAppeal(TnDbContext db, AppealPanel panel, AppealEffect effect, AppealReminders reminders, IProgrammeRules rules, INotifier notifier)
{
    /// <summary>Admits the appeal and draws its panel by the seed.</summary>
    public Task<Outcome> AdmitAsync(AppealId id, long seed, ActContext act, CancellationToken cancellationToken) =>
        ActOnAsync(id, Permission.DecideSanctions, act, async (appeal, inForce) =>
        {
            var eligible = await panel.EligibleAsync(appeal.File, appeal.Ground, appeal.ContestedAt, French.Day(act.At), cancellationToken);
            if (appeal.Admit(eligible, seed, act, inForce).IsRefused(out var refusal))
            {
                return refusal;
            }

            await TellAsync(appeal.Appellant, appeal, AppealLetters.Admitted(appeal), act, cancellationToken);
            await reminders.PlanAsync(appeal, cancellationToken);
            await CallAsync(appeal, act, cancellationToken);
            return Outcome.Done;
        }, cancellationToken);

    /// <summary>Finds the appeal inadmissible, with the reason; it can be completed.</summary>
    public async Task<Outcome> DeclareInadmissibleAsync(AppealId id, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if (IsMissing(reason))
        {
            return new Refusal("appeal.reason-missing");
        }

        return await ActOnAsync(id, Permission.DecideSanctions, act, async (appeal, inForce) =>
        {
            if (appeal.DeclareInadmissible(reason.Trim(), act, inForce).IsRefused(out var refusal))
            {
                return refusal;
            }

            await TellAsync(appeal.Appellant, appeal, AppealLetters.Inadmissible(appeal, reason.Trim()), act, cancellationToken);
            await reminders.PlanAsync(appeal, cancellationToken);
            return Outcome.Done;
        }, cancellationToken);
    }

    /// <summary>A member of the panel votes.</summary>
    public async Task<Outcome> VoteAsync(AppealId id, bool overturns, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if (IsMissing(reason))
        {
            return new Refusal("appeal.reason-missing");
        }

        return await ActOnAsync(id, Permission.HearAppeals, act, async (appeal, inForce) =>
        {
            var voted = appeal.Vote(overturns, reason.Trim(), act, inForce);
            if (voted.IsRefused(out var refusal) || appeal.IsOpen)
            {
                return refusal is null ? Outcome.Done : refusal;
            }

            if (appeal.State == AppealState.Overturned)
            {
                appeal.Tell(await effect.TakeAsync(appeal, act, cancellationToken));
            }

            await TellAsync(appeal.Appellant, appeal, AppealLetters.Decided(appeal), act, cancellationToken);
            return Outcome.Done;
        }, cancellationToken);
    }

    /// <summary>A member of the panel stands aside; another is drawn and called.</summary>
    public async Task<Outcome> StandAsideAsync(AppealId id, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if (IsMissing(reason))
        {
            return new Refusal("certification.recusal-reason-missing");
        }

        return await ActOnAsync(id, Permission.HearAppeals, act, async (appeal, _) =>
        {
            var eligible = await panel.EligibleAsync(appeal.File, appeal.Ground, appeal.ContestedAt, French.Day(act.At), cancellationToken);
            if (appeal.StandAside(act.Person, reason.Trim(), eligible).IsRefused(out var refusal))
            {
                return refusal;
            }

            await reminders.PlanAsync(appeal, cancellationToken);
            await CallAsync(appeal, act, cancellationToken);
            return Outcome.Done;
        }, cancellationToken);
    }

    private async Task<Outcome> ActOnAsync(AppealId id, Permission permission, ActContext act, Func<Appeal, IReadOnlyDictionary<string, RuleInForce>, Task<Outcome>> verb, CancellationToken cancellationToken)
    {
        if (act.Require(permission).IsRefused(out var denied))
        {
            return denied;
        }

        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        return await db.InTurnAsync(
            async () =>
            {
                var appeal = await db.Set<Appeal>().SingleAsync(row => row.Id == id, cancellationToken);
                if (appeal.Appellant == act.Actor)
                {
                    return new Refusal("appeal.own");
                }

                if ((await verb(appeal, inForce)).IsRefused(out var refusal))
                {
                    return refusal.Code == "life.not-allowed" ? new Refusal("appeal.not-now") : refusal;
                }

                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken);
    }

    private async Task CallAsync(Appeal appeal, ActContext act, CancellationToken cancellationToken)
    {
        foreach (var seat in appeal.Panel)
        {
            await notifier.TellAsync(seat.Member, $"appeal-panel:{appeal.Id}:{seat.Member}", AppealLetters.Called(appeal), act, cancellationToken);
        }
    }

    private Task TellAsync(PersonId to, Appeal appeal, Letter letter, ActContext act, CancellationToken cancellationToken) =>
        notifier.TellAsync(to, $"appeal:{appeal.Id}:{appeal.Steps.Count}", letter, act, cancellationToken);

    private static bool IsMissing(string reason) => string.IsNullOrWhiteSpace(reason) || reason.Length > 4000;
}

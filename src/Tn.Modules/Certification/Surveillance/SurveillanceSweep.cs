using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Certificates;
using Tn.Certification.Lives;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Certification.Surveillance;

/// <summary>
/// What the calendar does to certified consultants: declarations are asked for and noted missing, controls are drawn, opened and sent on.
/// Each is a row written once, so a missed day heals at the next sweep.
/// </summary>
internal sealed class SurveillanceSweep(TnDbContext db, CertificateQueries certificates, SurveillanceReminders reminders, IProgrammeRules rules, INotifier notifier, TimeProvider clock) : IRecurringWork
{
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(ActContext.System(clock.GetUtcNow(), "job:surveillance"), cancellationToken);

    /// <summary>Does what is due at the act's instant.</summary>
    public async Task RunAsync(ActContext act, CancellationToken cancellationToken)
    {
        var today = French.Day(act.At);
        var inForce = await rules.AllAsync(today, cancellationToken);
        var inTerm = await certificates.InTermAsync(today, cancellationToken);
        await DrawAsync(inTerm, act, inForce, cancellationToken);
        await AskAsync(inTerm, act, inForce, cancellationToken);
        await EachAsync(Due<YearlyDeclaration>(row => row.State == DeclarationState.Due && row.DueOn < today, row => row.Id.Value), id => MissAsync(new DeclarationId(id), act, inForce, cancellationToken), cancellationToken);
        await EachAsync(Due<Control>(row => row.State == ControlState.Drawn && row.OpensOn <= today, row => row.Id.Value), id => OpenAsync(new ControlId(id), act, inForce, cancellationToken), cancellationToken);
        await EachAsync(Due<Control>(row => row.State == ControlState.Prescribed && row.DueOn < today, row => row.Id.Value), id => CloseAsync(new ControlId(id), act, inForce, cancellationToken), cancellationToken);
    }

    // Only a term long enough to hold the whole window is drawn for: a probation is renewed before.
    private async Task DrawAsync(IReadOnlyList<CertificateView> inTerm, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        var known = (await db.Set<Control>().Select(row => row.Certificate).ToListAsync(cancellationToken)).ToHashSet();
        var months = inForce[RuleKeys.SurveillanceLastMonth].Number;
        foreach (var certificate in inTerm.Select(view => view.Certificate).Where(one => !known.Contains(one.Id) && one.Until >= one.From.AddMonths(months)))
        {
            await db.InTurnAsync(
                async () =>
                {
                    if (!await db.Set<Control>().AnyAsync(row => row.Certificate == certificate.Id, cancellationToken))
                    {
                        db.Add(Control.Draw(certificate, RandomNumberGenerator.GetInt32(int.MaxValue), act, inForce));
                        await db.SaveChangesAsync(cancellationToken);
                    }

                    return Outcome.Done;
                },
                cancellationToken);
        }
    }

    private async Task AskAsync(IReadOnlyList<CertificateView> inTerm, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        var today = French.Day(act.At);
        var asked = (await db.Set<YearlyDeclaration>().Select(row => new { row.Certificate, row.Year }).ToListAsync(cancellationToken)).Select(row => (row.Certificate, row.Year)).ToHashSet();
        foreach (var view in inTerm.Where(view => view.StandingOn(today) is not CertificateStanding.Withdrawn))
        {
            var year = Anniversary(view.Certificate, today, inForce[RuleKeys.DeclarationDays].Number);
            if (year > 0 && !asked.Contains((view.Certificate.Id, year)))
            {
                await db.InTurnAsync(() => AskForAsync(view.Certificate, year, act, inForce, cancellationToken), cancellationToken);
            }
        }
    }

    /// <summary>The anniversary whose declaration is asked for by now, or 0: it opens the rule's days before. The end of the term is the renewal's.</summary>
    private static int Anniversary(Certificate certificate, DateOnly today, int days)
    {
        var year = 0;
        while (certificate.From.AddYears(year + 1) <= certificate.Until && certificate.From.AddYears(year + 1).AddDays(-days) <= today)
        {
            year++;
        }

        return year;
    }

    private async Task<Outcome> AskForAsync(Certificate certificate, int year, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        if (await db.Set<YearlyDeclaration>().AnyAsync(row => row.Certificate == certificate.Id && row.Year == year, cancellationToken))
        {
            return Outcome.Done;
        }

        var declaration = YearlyDeclaration.Ask(certificate, year, act, inForce);
        db.Add(declaration);
        await reminders.PlanAsync(declaration.Id.Value, declaration.DueOn!.Value, [7, 2], declaration.Holder, act.At, cancellationToken);
        await notifier.TellAsync(declaration.Holder, $"declaration:{declaration.Certificate}:{year}", SurveillanceLetters.DeclarationDue(declaration), act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Outcome> MissAsync(DeclarationId id, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        var declaration = await db.Set<YearlyDeclaration>().SingleAsync(row => row.Id == id, cancellationToken);
        if (declaration.NoteMissing(act, inForce).IsRefused(out var refusal))
        {
            return refusal;
        }

        await notifier.TellAsync(declaration.Holder, $"declaration-missing:{declaration.Id}", SurveillanceLetters.DeclarationMissing(declaration), act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Outcome> OpenAsync(ControlId id, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        var control = await db.Set<Control>().SingleAsync(row => row.Id == id, cancellationToken);
        var certificate = await db.Set<Certificate>().SingleAsync(row => row.Id == control.Certificate, cancellationToken);
        var facts = await db.Set<CertificateFact>().AsNoTracking().Where(row => row.Certificate == certificate.Id).ToListAsync(cancellationToken);
        var holds = certificate.StandingOn(French.Day(act.At), facts) is not (CertificateStanding.Withdrawn or CertificateStanding.Expired);
        var moved = holds ? control.Open(act, inForce) : control.Drop(act, inForce);
        if (moved.IsDone && holds)
        {
            await notifier.TellAsync(control.Holder, $"control:{control.Id}:open", SurveillanceLetters.ControlOpened(control), act, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return moved;
    }

    private async Task<Outcome> CloseAsync(ControlId id, ActContext act, IReadOnlyDictionary<string, RuleInForce> inForce, CancellationToken cancellationToken)
    {
        var control = await db.Set<Control>().SingleAsync(row => row.Id == id, cancellationToken);
        var closed = control.CloseDelay(act, inForce);
        await db.SaveChangesAsync(cancellationToken);
        return closed;
    }

    private IQueryable<Guid> Due<T>(System.Linq.Expressions.Expression<Func<T, bool>> due, System.Linq.Expressions.Expression<Func<T, Guid>> id)
        where T : class => db.Set<T>().Where(due).Select(id);

    private async Task EachAsync(IQueryable<Guid> due, Func<Guid, Task<Outcome>> work, CancellationToken cancellationToken)
    {
        foreach (var id in await due.ToListAsync(cancellationToken))
        {
            await db.InTurnAsync(() => work(id), cancellationToken);
        }
    }
}

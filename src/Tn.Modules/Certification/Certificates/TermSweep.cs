using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Jobs;

namespace Tn.Certification.Certificates;

/// <summary>
/// What the calendar does to certificates: terms begin and end, renewal windows open, suspensions run out.
/// Each is a fact written once, so a missed day heals at the next sweep.
/// </summary>
internal sealed class TermSweep(TnDbContext db, CertificateOffice office, IConsultantPath path, IProgrammeRules rules, TimeProvider clock) : IRecurringWork
{
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(ActContext.System(clock.GetUtcNow(), "job:certificats"), cancellationToken);

    /// <summary>Does what is due at the act's instant.</summary>
    public async Task RunAsync(ActContext act, CancellationToken cancellationToken)
    {
        var today = French.Day(act.At);
        var window = await rules.FindAsync(RuleKeys.RenewalWindowDays, today, cancellationToken);
        await EachAsync(EndedSuspensions(today), EndSuspensionAsync, act, cancellationToken);
        await EachAsync(Without(FactKind.Began).Where(row => row.From <= today && row.Until >= today), BeginAsync, act, cancellationToken);
        await EachAsync(Without(FactKind.RenewalOpened).Where(row => row.Until <= today.AddDays(window.Number) && row.Until >= today), OpenRenewalAsync, act, cancellationToken);
        await EachAsync(Without(FactKind.Expired).Where(row => row.Until < today), ExpireAsync, act, cancellationToken);
    }

    private IQueryable<Certificate> Without(FactKind kind) =>
        db.Set<Certificate>().Where(row => !db.Set<CertificateFact>().Any(fact => fact.Certificate == row.Id && fact.Kind == kind));

    private IQueryable<Certificate> EndedSuspensions(DateOnly today) =>
        db.Set<Certificate>().Where(row => db.Set<CertificateFact>().Any(fact =>
            fact.Certificate == row.Id && fact.Kind == FactKind.Suspended && fact.Until < today && row.Until >= today
            && !db.Set<CertificateFact>().Any(later => later.Certificate == row.Id && later.Index > fact.Index
                && (later.Kind == FactKind.Reinstated || later.Kind == FactKind.Withdrawn || later.Kind == FactKind.Suspended))));

    // One transaction each: one certificate's trouble does not stop the others.
    private async Task EachAsync(IQueryable<Certificate> due, Func<Certificate, ActContext, CancellationToken, Task> work, ActContext act, CancellationToken cancellationToken)
    {
        foreach (var id in await due.OrderBy(row => row.Until).Select(row => row.Id).ToListAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            var certificate = await db.Set<Certificate>().SingleAsync(row => row.Id == id, cancellationToken);
            await work(certificate, act, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task EndSuspensionAsync(Certificate certificate, ActContext act, CancellationToken cancellationToken)
    {
        if ((await path.MoveAsync(certificate.Holder, PathTrigger.Reinstate, "La durée de la suspension est passée.", act, cancellationToken)).IsDone)
        {
            var terms = await office.TermsOfAsync(certificate.Holder, French.Day(act.At), cancellationToken);
            await office.SanctionAsync(terms, new Sanction(FactKind.Reinstated, "Fin de la durée décidée", "La durée de la suspension est passée."), act, cancellationToken);
        }
    }

    private async Task BeginAsync(Certificate certificate, ActContext act, CancellationToken cancellationToken) =>
        await office.AppendAsync(certificate, FactKind.Began, "Terme du certificat", "Le terme a commencé.", null, act, cancellationToken);

    private async Task OpenRenewalAsync(Certificate certificate, ActContext act, CancellationToken cancellationToken)
    {
        if (await IsRenewedAsync(certificate, cancellationToken))
        {
            return;
        }

        var moved = await path.MoveAsync(certificate.Holder, PathTrigger.OpenRenewal, $"Le certificat {certificate.Number} prend fin le {French.ShortDate(certificate.Until)}.", act, cancellationToken);
        if (moved.IsDone)
        {
            await office.AppendAsync(certificate, FactKind.RenewalOpened, "Fenêtre de renouvellement", "La demande de renouvellement est ouverte.", null, act, cancellationToken);
        }
    }

    private async Task ExpireAsync(Certificate certificate, ActContext act, CancellationToken cancellationToken)
    {
        await office.AppendAsync(certificate, FactKind.Expired, "Terme du certificat", "Le terme a pris fin.", null, act, cancellationToken);
        var file = await path.FindAsync(certificate.Holder, cancellationToken);
        // A renewal that the jury has not decided yet is late, not lapsed: its gap will show.
        if (file?.State == PathState.RenewalAwaitingJury || await IsRenewedAsync(certificate, cancellationToken))
        {
            return;
        }

        _ = await path.MoveAsync(certificate.Holder, PathTrigger.Lapse, $"Le terme du certificat {certificate.Number} a pris fin sans renouvellement.", act, cancellationToken);
    }

    private Task<bool> IsRenewedAsync(Certificate certificate, CancellationToken cancellationToken) =>
        db.Set<Certificate>().AnyAsync(row => row.Holder == certificate.Holder && row.From > certificate.From, cancellationToken);
}

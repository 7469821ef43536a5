using Microsoft.EntityFrameworkCore;
using Tn.Certification.Complaints;
using Tn.Certification.Jury;
using Tn.Platform.Data;

namespace Tn.Certification.Certificates;

/// <summary>What the committee decides of a certificate.</summary>
/// <param name="Kind">Warned, Suspended, Reinstated or Withdrawn.</param>
/// <param name="Article">The article of the charter or of the rules it rests on.</param>
/// <param name="Until">Last day of a suspension.</param>
internal sealed record Sanction(FactKind Kind, string Article, string Reason, DateOnly? Until = null);

/// <summary>Warns, suspends, withdraws or reinstates: a new fact, the path and the letter in one transaction. Every sanction can be undone by a new decision.</summary>
internal sealed class DecideSanction(TnDbContext db, CertificateOffice office, EndedTerms ended, IConsultantPath path, INotifier notifier, IProgrammeRules rules, ExamineComplaint complaints)
{
    /// <summary>The file of a number as typed, or null. Refused with <c>access.…</c>: whether a file exists is said to the committee alone.</summary>
    public async Task<Outcome<ConsultantFile?>> FindAsync(string number, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        return await path.FindByNumberAsync(number, cancellationToken);
    }

    public async Task<Outcome> DecideAsync(PersonId holder, Sanction sanction, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        if (string.IsNullOrWhiteSpace(sanction.Article) || string.IsNullOrWhiteSpace(sanction.Reason))
        {
            return new Refusal("certification.sanction-reason-missing");
        }

        try
        {
            return await db.InTransactionAsync(() => ApplyAsync(holder, sanction, act, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Refusal("certification.decision-elsewhere");
        }
    }

    /// <summary>What can be decided of a certificate in a standing: what its machine declares.</summary>
    public static IReadOnlyList<FactKind> Fitting(CertificateStanding standing) => CertificateMachine.Decisions(standing switch
    {
        CertificateStanding.Valid => CertificateState.Valid,
        CertificateStanding.ValidOnProbation => CertificateState.OnProbation,
        CertificateStanding.NotYetValid => CertificateState.Upcoming,
        CertificateStanding.Suspended => CertificateState.Suspended,
        CertificateStanding.Withdrawn => CertificateState.Withdrawn,
        _ => CertificateState.Expired,
    });

    private async Task<Outcome> ApplyAsync(PersonId holder, Sanction sanction, ActContext act, CancellationToken cancellationToken)
    {
        var terms = await office.TermsOfAsync(holder, French.Day(act.At), cancellationToken);
        if (terms is not [{ Certificate: var certificate } newest, ..])
        {
            return new Refusal("certification.no-certificate");
        }

        var standing = newest.StandingOn(French.Day(act.At));
        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        if (Check(sanction, standing, inForce[RuleKeys.SuspensionMaximumMonths], French.Day(act.At)).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (TriggerOf(sanction.Kind) is { } trigger
            && (await path.MoveAsync(holder, trigger, $"{sanction.Reason} ({sanction.Article})", act, cancellationToken)).IsRefused(out var notAllowed))
        {
            db.ChangeTracker.Clear();
            return notAllowed;
        }

        await office.SanctionAsync(terms, sanction with { Article = sanction.Article.Trim(), Reason = sanction.Reason.Trim() }, act, cancellationToken);
        if (sanction.Kind == FactKind.Reinstated)
        {
            await ended.LapseAsync(holder, act, cancellationToken);
        }
        else
        {
            await complaints.SettleAsync(holder, $"{sanction.Reason.Trim()} ({sanction.Article.Trim()})", act, cancellationToken);
        }

        var key = $"sanction:{certificate.Code}:{act.At.UtcTicks}";
        await notifier.TellAsync(holder, key, SanctionLetter.Of(certificate, sanction, inForce[RuleKeys.AppealDays], act.At), act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private static Outcome Check(Sanction sanction, CertificateStanding standing, RuleInForce maximum, DateOnly today)
    {
        if (!Fitting(standing).Contains(sanction.Kind))
        {
            return new Refusal("certification.sanction-does-not-fit");
        }

        var last = today.AddMonths(maximum.Number);
        return sanction.Kind == FactKind.Suspended && (sanction.Until is null || sanction.Until <= today || sanction.Until > last)
            ? new Refusal("certification.suspension-length").With("date", French.Date(last)).With("months", maximum.Value).With("article", maximum.Article)
            : Outcome.Done;
    }

    private static PathTrigger? TriggerOf(FactKind kind) => kind switch
    {
        FactKind.Suspended => PathTrigger.Suspend,
        FactKind.Reinstated => PathTrigger.Reinstate,
        FactKind.Withdrawn => PathTrigger.Withdraw,
        _ => null,
    };
}

/// <summary>What the holder is written.</summary>
internal static class SanctionLetter
{
    public static Letter Of(Certificate certificate, Sanction sanction, RuleInForce appeal, DateTimeOffset now)
    {
        var what = sanction.Kind switch
        {
            FactKind.Suspended => $"est suspendu jusqu’au {French.Date(sanction.Until!.Value)}",
            FactKind.Withdrawn => "est retiré",
            FactKind.Reinstated => "est rétabli",
            _ => "fait l’objet d’un avertissement",
        };
        return new Letter(
            $"Votre certificat {certificate.Number} {what}",
            [
                $"Le comité des partenaires privés a décidé que votre certificat {certificate.Number} {what}, au titre de : {sanction.Article}.",
                $"Ses motifs : {sanction.Reason}",
                JuryLetter.AppealSentence(appeal, now),
            ],
            "Voir mon certificat",
            "/mon-parcours/certificat");
    }
}

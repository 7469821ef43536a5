using Microsoft.EntityFrameworkCore;
using Tn.Certification.Credentials.Issue;
using Tn.Certification.Jury;
using Tn.Platform.Data;
using Tn.Platform.Search;
using Tn.Platform.Startup;

namespace Tn.Certification.Certificates;

/// <summary>Writes certificates and facts in the caller's unit of work; never saves by itself.</summary>
internal sealed class CertificateOffice(TnDbContext db, IProgrammeRules rules, IReminders reminders, CredentialOffice credentials)
{
    /// <summary>Issues the certificate that a decision grants: term, number, code, signed credential, first fact, reminders, events.</summary>
    public async Task<Certificate> IssueAsync(JuryCase decided, ActContext act, CancellationToken cancellationToken)
    {
        var today = French.Day(act.At);
        var earlier = await RenewableOfAsync(decided.Candidate, today, cancellationToken);
        var certificate = await DraftAsync(decided, earlier, today, act, cancellationToken);
        db.Add(certificate);
        AbortPoint.Pass("number");
        await credentials.IssueAsync(certificate, act, cancellationToken);
        AbortPoint.Pass("signature");
        await AppendAsync(certificate, FactKind.Issued, "Décision du jury", string.Join(' ', decided.Minutes!.Reasons), until: null, act, cancellationToken);
        if (earlier is not null)
        {
            await reminders.CancelAsync(RenewalReminders.KindName, earlier.Code, cancellationToken);
        }

        await PlanRemindersAsync(certificate, act.At, cancellationToken);
        db.Record(new CertificateIssued(certificate.Holder, certificate.Code, certificate.From, certificate.Until), act);
        db.Record(new SearchableChanged("person", certificate.Holder.ToString()), act);
        return certificate;
    }

    /// <summary>
    /// Writes a sanction, or its end, on the holder's terms: the newest, and the one it renews while that one runs.
    /// Each takes it that the machine lets take it: nobody stays certified by an older paper.
    /// </summary>
    /// <param name="terms">As <see cref="TermsOfAsync"/> gave them: when a fact was written meanwhile, the next index is taken and the save fails.</param>
    public async Task SanctionAsync(IReadOnlyList<CertificateView> terms, Sanction sanction, ActContext act, CancellationToken cancellationToken)
    {
        foreach (var term in terms.Where(term => DecideSanction.Fitting(term.StandingOn(French.Day(act.At))).Contains(sanction.Kind)))
        {
            Append(term.Certificate, term.Facts, sanction.Kind, sanction.Article, sanction.Reason, sanction.Until, act);
            if (sanction.Kind == FactKind.Withdrawn)
            {
                await reminders.CancelAsync(RenewalReminders.KindName, term.Certificate.Code, cancellationToken);
            }
        }

        if (sanction.Kind == FactKind.Reinstated && terms is [var newest, ..])
        {
            await PlanRemindersAsync(newest.Certificate, act.At, cancellationToken);
        }
    }

    /// <summary>Appends a fact to a certificate's chain, and tells what it changes.</summary>
    public async Task<CertificateFact> AppendAsync(Certificate certificate, FactKind kind, string article, string reason, DateOnly? until, ActContext act, CancellationToken cancellationToken) =>
        Append(certificate, await FactsAsync(certificate.Id, cancellationToken), kind, article, reason, until, act);

    private CertificateFact Append(Certificate certificate, IReadOnlyList<CertificateFact> facts, FactKind kind, string article, string reason, DateOnly? until, ActContext act)
    {
        var fact = CertificateFact.After(facts.Count == 0 ? null : facts[^1], certificate.Id, kind, article, reason, until, act);
        db.Add(fact);
        if (kind.IsSanction() || kind is FactKind.Began or FactKind.Expired)
        {
            db.Record(new CertificateStandingChanged(certificate.Holder, certificate.Code, certificate.StandingOn(French.Day(act.At), [.. facts, fact])), act);
            db.Record(new SearchableChanged("person", certificate.Holder.ToString()), act);
        }

        return fact;
    }

    /// <summary>The person's newest certificate, then the one it renews while that one's term runs; empty for who never had any.</summary>
    public async Task<IReadOnlyList<CertificateView>> TermsOfAsync(PersonId holder, DateOnly day, CancellationToken cancellationToken)
    {
        if (await NewestOfAsync(holder, cancellationToken) is not { } newest)
        {
            return [];
        }

        var terms = new List<CertificateView> { await ViewAsync(newest, cancellationToken) };
        if (newest.Renews is { } renewed && await db.Set<Certificate>().SingleAsync(row => row.Id == renewed, cancellationToken) is var earlier && earlier.Until >= day)
        {
            terms.Add(await ViewAsync(earlier, cancellationToken));
        }

        return terms;
    }

    private async Task<CertificateView> ViewAsync(Certificate certificate, CancellationToken cancellationToken) =>
        new(certificate, await FactsAsync(certificate.Id, cancellationToken));

    private async Task<List<CertificateFact>> FactsAsync(CertificateId id, CancellationToken cancellationToken) =>
        await db.Set<CertificateFact>().Where(row => row.Certificate == id).OrderBy(row => row.Index).ToListAsync(cancellationToken);

    private Task<Certificate?> NewestOfAsync(PersonId holder, CancellationToken cancellationToken) =>
        db.Set<Certificate>().Where(row => row.Holder == holder).OrderByDescending(row => row.From).ThenByDescending(row => row.IssuedAt).FirstOrDefaultAsync(cancellationToken);

    // Whatever way led back to the jury (a request, an appeal, the whole path anew), a term follows the one before it, unless that one was withdrawn.
    private async Task<Certificate?> RenewableOfAsync(PersonId holder, DateOnly today, CancellationToken cancellationToken) =>
        await NewestOfAsync(holder, cancellationToken) is { } newest && (await ViewAsync(newest, cancellationToken)).StandingOn(today) != CertificateStanding.Withdrawn
            ? newest
            : null;

    private async Task<Certificate> DraftAsync(JuryCase decided, Certificate? earlier, DateOnly today, ActContext act, CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(today, cancellationToken);
        var onProbation = decided.Decision == JuryChoice.CertifyOnProbation;
        // A renewal in time follows without a gap; a late one begins today, and its gap shows.
        var from = earlier is not null && earlier.Until >= today ? earlier.Until.AddDays(1) : today;
        var after = onProbation ? from.AddMonths(inForce[RuleKeys.CertificateProbationMonths].Number) : from.AddYears(inForce[RuleKeys.CertificateTermYears].Number);
        var code = CertificateCode.New();
        return new Certificate
        {
            Id = new CertificateId(Guid.CreateVersion7(act.At)),
            Code = code,
            CodeHash = CertificateCode.HashOf(code),
            Number = await NextNumberAsync(today.Year, cancellationToken),
            Holder = decided.Candidate,
            HolderName = decided.File.DisplayName,
            EnterpriseName = decided.File.EnterpriseName,
            FileNumber = decided.File.Number,
            Departments = decided.File.Departments,
            Axes = decided.File.Axes,
            From = from,
            Until = after.AddDays(-1),
            OnProbation = onProbation,
            DecidedBy = decided.Id.Value,
            Renews = earlier?.Id,
            IssuedAt = act.At,
        };
    }

    // Two writers who take the same number meet at the unique index; on SQLite they take turns.
    private async Task<string> NextNumberAsync(int year, CancellationToken cancellationToken)
    {
        var prefix = $"TN-{year}-";
        var taken = await db.Set<Certificate>().CountAsync(row => row.Number.StartsWith(prefix), cancellationToken);
        return $"{prefix}{taken + 1:0000}";
    }

    private async Task PlanRemindersAsync(Certificate certificate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var reminder in RenewalReminders.Ladder(certificate).Where(reminder => reminder.DueUtc > now))
        {
            await reminders.PlanAsync(reminder, cancellationToken);
        }
    }
}

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
        var earlier = await NewestOfAsync(decided.Candidate, cancellationToken);
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

    /// <summary>Appends a fact to a certificate's chain, and tells what it changes.</summary>
    public async Task<CertificateFact> AppendAsync(Certificate certificate, FactKind kind, string article, string reason, DateOnly? until, ActContext act, CancellationToken cancellationToken) =>
        Append(certificate, await FactsAsync(certificate.Id, cancellationToken), kind, article, reason, until, act);

    /// <summary>The same after the facts that a decision was taken on: when another was written meanwhile, the next index is taken and the save fails.</summary>
    public CertificateFact Append(Certificate certificate, IReadOnlyList<CertificateFact> facts, FactKind kind, string article, string reason, DateOnly? until, ActContext act)
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

    /// <summary>A certificate's facts, first to last.</summary>
    public async Task<List<CertificateFact>> FactsAsync(CertificateId id, CancellationToken cancellationToken) =>
        await db.Set<CertificateFact>().Where(row => row.Certificate == id).OrderBy(row => row.Index).ToListAsync(cancellationToken);

    /// <summary>The person's certificate whose term begins last, or null.</summary>
    public Task<Certificate?> NewestOfAsync(PersonId holder, CancellationToken cancellationToken) =>
        db.Set<Certificate>().Where(row => row.Holder == holder).OrderByDescending(row => row.From).ThenByDescending(row => row.IssuedAt).FirstOrDefaultAsync(cancellationToken);

    private async Task<Certificate> DraftAsync(JuryCase decided, Certificate? earlier, DateOnly today, ActContext act, CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(today, cancellationToken);
        var onProbation = decided.Decision == JuryChoice.CertifyOnProbation;
        var renews = decided.IsRenewal ? earlier : null;
        // A renewal in time follows without a gap; a late one begins today, and its gap shows.
        var from = renews is not null && renews.Until >= today ? renews.Until.AddDays(1) : today;
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
            Renews = renews?.Id,
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

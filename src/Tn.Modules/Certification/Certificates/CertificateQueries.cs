using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Certificates;

/// <summary>A certificate with all that happened to it.</summary>
/// <param name="Facts">First to last.</param>
internal sealed record CertificateView(Certificate Certificate, IReadOnlyList<CertificateFact> Facts)
{
    public CertificateStanding StandingOn(DateOnly day) => Certificate.StandingOn(day, Facts);

    /// <summary>The sanction in force, or null.</summary>
    public CertificateFact? Sanction => Facts.LastOrDefault(fact => fact.Kind.IsSanction()) is { Kind: not FactKind.Reinstated } fact ? fact : null;
}

/// <summary>What pages and other modules read of certificates; nothing is tracked.</summary>
internal sealed class CertificateQueries(TnDbContext db) : ICertificates
{
    public async Task<CertificateCard?> CurrentOfAsync(PersonId holder, DateOnly on, CancellationToken cancellationToken)
    {
        var all = await OfAsync(holder, cancellationToken);
        var current = all.FirstOrDefault(view => view.Certificate.From <= on) ?? (all.Count > 0 ? all[^1] : null);
        return current?.Certificate.ToCard(on, current.Facts);
    }

    public async Task<IReadOnlyDictionary<PersonId, CertificateCard>> ValidAsync(DateOnly on, CancellationToken cancellationToken) =>
        (await InTermAsync(on, cancellationToken))
            .Where(view => view.StandingOn(on) is CertificateStanding.Valid or CertificateStanding.ValidOnProbation)
            .GroupBy(view => view.Certificate.Holder)
            .ToDictionary(group => group.Key, group => group.MaxBy(view => view.Certificate.From)!.Certificate.ToCard(on, group.MaxBy(view => view.Certificate.From)!.Facts));

    /// <summary>Those whose term covers a day, with their facts; one query each for certificates and facts.</summary>
    public async Task<IReadOnlyList<CertificateView>> InTermAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var inTerm = db.Set<Certificate>().AsNoTracking().Where(row => row.From <= on && row.Until >= on);
        var certificates = await inTerm.ToListAsync(cancellationToken);
        var facts = await db.Set<CertificateFact>().AsNoTracking()
            .Where(row => inTerm.Any(certificate => certificate.Id == row.Certificate))
            .OrderBy(row => row.Index)
            .ToListAsync(cancellationToken);
        var byCertificate = facts.ToLookup(fact => fact.Certificate);
        return [.. certificates.Select(certificate => new CertificateView(certificate, [.. byCertificate[certificate.Id]]))];
    }

    /// <summary>A person's certificates, newest first.</summary>
    public async Task<IReadOnlyList<CertificateView>> OfAsync(PersonId holder, CancellationToken cancellationToken)
    {
        var certificates = await db.Set<Certificate>().AsNoTracking().Where(row => row.Holder == holder)
            .OrderByDescending(row => row.From).ThenByDescending(row => row.IssuedAt).ToListAsync(cancellationToken);
        var views = new List<CertificateView>();
        foreach (var certificate in certificates)
        {
            views.Add(await WithFactsAsync(certificate, cancellationToken));
        }

        return views;
    }

    /// <summary>The certificate of a code as typed by anybody, or null.</summary>
    public async Task<CertificateView?> FindByCodeAsync(string? typed, CancellationToken cancellationToken)
    {
        // An impossible code asks the database the same question as a possible one: both answers take the same time.
        var code = CertificateCode.Parse(typed) ?? new string('0', CertificateCode.Length);
        var hash = CertificateCode.HashOf(code);
        var found = await db.Set<Certificate>().AsNoTracking().SingleOrDefaultAsync(row => row.CodeHash == hash, cancellationToken);
        return found is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(found.Code), Encoding.ASCII.GetBytes(code))
            ? await WithFactsAsync(found, cancellationToken)
            : null;
    }

    /// <summary>The last day of the certificate that this one renews, when days without any followed; null otherwise.</summary>
    public async Task<DateOnly?> GapBeforeAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        if (certificate.Renews is not { } earlier)
        {
            return null;
        }

        var until = await db.Set<Certificate>().Where(row => row.Id == earlier).Select(row => row.Until).SingleAsync(cancellationToken);
        return until.AddDays(1) < certificate.From ? until : null;
    }

    private async Task<CertificateView> WithFactsAsync(Certificate certificate, CancellationToken cancellationToken) => new(
        certificate,
        await db.Set<CertificateFact>().AsNoTracking().Where(row => row.Certificate == certificate.Id).OrderBy(row => row.Index).ToListAsync(cancellationToken));
}

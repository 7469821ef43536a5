using Microsoft.EntityFrameworkCore;
using Tn.Certification.Certificates;
using Tn.Platform.Data;

namespace Tn.Certification.Credentials.Issue;

/// <summary>A certificate with its signed forms.</summary>
internal sealed record CredentialView(CertificateView Certificate, IssuedCredential Credential)
{
    public string Code => Certificate.Certificate.Code;

    public string Number => Certificate.Certificate.Number;
}

/// <summary>What pages read of credentials.</summary>
internal sealed class CredentialQueries(TnDbContext db, CertificateQueries certificates)
{
    /// <summary>The credential of a code as typed by anybody, or null.</summary>
    public async Task<CredentialView?> FindAsync(string typed, CancellationToken cancellationToken)
    {
        if (await certificates.FindByCodeAsync(typed, cancellationToken) is not { } view)
        {
            return null;
        }

        var id = view.Certificate.Id;
        var issued = await db.Set<IssuedCredential>().AsNoTracking().SingleOrDefaultAsync(row => row.Certificate == id, cancellationToken);
        return issued is null ? null : new CredentialView(view, issued);
    }
}

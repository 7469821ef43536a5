using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Credentials;
using Tn.Certification.Credentials.Keys;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Credentials;

/// <summary>The keys that sign tokens, and those that did.</summary>
internal sealed class JwksModel(KeyRing ring, IssuerAddress issuer) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        Response.Published(IssuerDocuments.Jwks(await ring.AllAsync(cancellationToken), issuer), "application/jwk-set+json");
}

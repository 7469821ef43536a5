using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Credentials;
using Tn.Certification.Credentials.Keys;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Credentials;

/// <summary>The programme's <c>did:web</c> document, with every key.</summary>
internal sealed class DidModel(KeyRing ring, IssuerAddress issuer) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        Response.Published(IssuerDocuments.Did(await ring.AllAsync(cancellationToken), issuer), "application/did+json");
}

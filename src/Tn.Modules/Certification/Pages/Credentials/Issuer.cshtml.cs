using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Credentials;
using Tn.Certification.Credentials.Keys;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Credentials;

/// <summary>Who signs: a page for people, an Open Badges profile for programs.</summary>
internal sealed class IssuerModel(KeyRing ring, IssuerAddress issuer) : TnPageModel
{
    public IssuerAddress Issuer => issuer;

    public IReadOnlyList<IssuerKey> Keys { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.Vary = "Accept";
        if (Request.Preferred(OpenAnswer.Json, "application/ld+json", "text/html") is { } type && type != "text/html")
        {
            return Response.Published(IssuerDocuments.Profile(issuer), type);
        }

        Keys = await ring.AllAsync(cancellationToken);
        return Page();
    }
}

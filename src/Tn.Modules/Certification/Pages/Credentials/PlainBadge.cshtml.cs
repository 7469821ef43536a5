using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Credentials;
using Tn.Certification.Credentials.Badges;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Credentials;

/// <summary>The badge without a credential: what credentials show as their image.</summary>
internal sealed class PlainBadgeModel(IssuerAddress issuer) : TnPageModel
{
    public IActionResult OnGet()
    {
        Response.OpenToAll();
        Response.Headers.CacheControl = "public, max-age=86400";
        return Content(BadgeImage.Svg($"Consultant certifié, {issuer.Name}"), "image/svg+xml");
    }
}

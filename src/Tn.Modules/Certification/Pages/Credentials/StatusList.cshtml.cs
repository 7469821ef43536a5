using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Tn.Certification.Credentials;
using Tn.Certification.Credentials.Status;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Credentials;

/// <summary>A status list as of now. Whoever keeps a copy asks again each time; when nothing changed the answer is empty.</summary>
internal sealed class StatusListModel(StatusLists lists) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(string list, CancellationToken cancellationToken)
    {
        if (await lists.FindAsync(list, Act.At, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var type = Request.Preferred(OpenAnswer.LinkedData, OpenAnswer.TokenType, "application/vc+ld+json", "application/ld+json", OpenAnswer.Json) ?? OpenAnswer.LinkedData;
        var asToken = type == OpenAnswer.TokenType;
        var tag = new EntityTagHeaderValue($"\"{found.Tag}{(asToken ? "-jwt" : string.Empty)}\"");
        Response.OpenToAll();
        Response.Headers.CacheControl = "public, no-cache";
        Response.Headers.Vary = "Accept";
        Response.GetTypedHeaders().ETag = tag;
        return Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? StatusCode(StatusCodes.Status304NotModified)
            : Content(asToken ? found.Jwt : found.Document, type);
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Journey.Census.Papers;
using Tn.Platform.Files;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>A paper's bytes, always as a download: for its owner and for instructors; anybody else finds nothing.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PaperDownloadModel(PaperShelf shelf, FileStore files) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(new PaperId(id), Act, cancellationToken) is not { } paper || files.Open(FileKey.Parse(paper.FileKey)) is not { } content)
        {
            return NotFound();
        }

        // A candidate wrote these bytes: they are never a document of this site.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(content, paper.ContentType, paper.FileName);
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Journey.Charter.Evidence;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>All that proves a signature, in one file; the signer's and the instructors'.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class EvidenceFileModel(EvidenceReader reader, EvidenceBundle bundle) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, Act, cancellationToken) is { } file && bundle.Pack(file) is { } zip
            ? File(zip, "application/zip", $"preuve-charte-{file.Signature.CharterNumber}.zip")
            : NotFound();
}

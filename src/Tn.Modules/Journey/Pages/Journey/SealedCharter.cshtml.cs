using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Journey.Charter.Evidence;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>The signed charter as a sealed PDF; the signer's and the instructors'.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class SealedCharterModel(EvidenceReader reader) : TnPageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, Act, cancellationToken) is { Pdf: { } pdf } file
            ? File(pdf, "application/pdf", $"charte-signee-{file.Signature.CharterNumber}.pdf")
            : NotFound();
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Charter;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>The evidence of one's own signature; anybody else's is not found.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class CharterReceiptModel(TnDbContext db, IPublishedDocuments documents) : TnPageModel
{
    public CharterSignature Signature { get; private set; } = null!;

    public string? Text { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = Act.Person;
        var signature = await db.Set<CharterSignature>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.Person == person, cancellationToken);
        if (signature is null)
        {
            return NotFound();
        }

        Signature = signature;
        var version = await documents.FindVersionAsync(signature.CharterVersionId, cancellationToken);
        Text = version is null ? null : CharterText.Canonical(version.Markdown);
        return Page();
    }
}

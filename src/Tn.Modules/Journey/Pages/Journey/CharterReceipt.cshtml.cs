using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Charter;
using Tn.Journey.Charter.Evidence;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>The evidence of one's own signature; anybody else's is not found.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class CharterReceiptModel(TnDbContext db, IPublishedDocuments documents) : TnPageModel
{
    public CharterSignature Signature { get; private set; } = null!;

    public string? Text { get; private set; }

    /// <summary>What a time-stamp authority said, or did not say yet.</summary>
    public string TimeStampSentence => Evidence switch
    {
        { StampedAt: { } stamped } => T[$"Horodaté par une autorité le {T.Moment(stamped)}."],
        { AwaitsToken: true } => T["L’autorité d’horodatage n’a pas encore répondu ; elle est interrogée de nouveau."],
        { PdfKey: null } or null => T["Le document est scellé à son premier téléchargement."],
        _ => T["Aucune autorité d’horodatage n’est configurée : l’heure est celle du programme."],
    };

    private SignatureEvidence? Evidence { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = Act.Person;
        var signature = await db.Set<CharterSignature>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.Person == person, cancellationToken);
        if (signature is null)
        {
            return NotFound();
        }

        Signature = signature;
        Evidence = await db.Set<SignatureEvidence>().AsNoTracking().SingleOrDefaultAsync(one => one.Signature == id, cancellationToken);
        var version = await documents.FindVersionAsync(signature.CharterVersionId, cancellationToken);
        Text = version is null ? null : CharterText.Canonical(version.Markdown);
        return Page();
    }
}

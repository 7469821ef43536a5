using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Charter;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>The charter as it will be signed, and its signature.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class CharterModel(TnDbContext db, IPublishedDocuments documents, SignCharter sign) : TnPageModel
{
    [BindProperty]
    public SignatureForm Input { get; set; } = new();

    public PublishedDocument? Charter { get; private set; }

    public string Number { get; private set; } = string.Empty;

    public string Intent { get; private set; } = string.Empty;

    public bool CanSign { get; private set; }

    public CharterSignature? Signed { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var signed = await sign.SignAsync(new SignatureInput(Input.VersionId, Input.Sentence), Act, cancellationToken);
        if (signed.IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code == "charter.sentence" ? "Input.Sentence" : string.Empty);
            await ShowAsync(cancellationToken);
            return Page();
        }

        Confirm("La charte est signée. Un récépissé vous est envoyé.");
        return Redirect($"/mon-parcours/charte/recepisse/{signed.Value.Id}");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var person = Act.Person;
        Charter = await documents.FindAsync(ContentTypes.Charter, CharterText.Slug, cancellationToken);
        if (Charter is null)
        {
            return;
        }

        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person, cancellationToken);
        Number = CharterText.NumberOf(Charter);
        Intent = CharterText.IntentOf(dossier?.DisplayName ?? Act.ActorName, Charter);
        Signed = await db.Set<CharterSignature>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Person == person && one.CharterVersionId == Charter.VersionId, cancellationToken);
        // On the path walked anew the same version is confirmed: its first signature stands.
        CanSign = dossier is { State: PathState.CharterToSign } || (Signed is null && dossier is { State: PathState.ResignatureDue or PathState.ResignatureOverdue });
    }
}

/// <summary>What the signer sends.</summary>
internal sealed class SignatureForm
{
    public string? VersionId { get; set; }

    public string? Sentence { get; set; }
}

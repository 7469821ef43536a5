using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Translations;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin.Translations;

/// <summary>A document and its translations, and which of them its source has left behind. For its owner and for managers.</summary>
[Authorize]
internal sealed class LanguagesModel(TranslationQueries queries, Translate translate) : TnPageModel
{
    [FromRoute]
    public string ItemId { get; init; } = string.Empty;

    public TranslationSet Set { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var begun = await translate.BeginAsync(ItemId, Act, cancellationToken);
        if (begun.IsRefused(out var refusal))
        {
            Explain(refusal);
            return Page();
        }

        Confirm("Le brouillon de la traduction porte le texte de sa source : écrivez la traduction par-dessus.");
        return Redirect($"/admin/contenus/{begun.Value}");
    }

    public async Task<IActionResult> OnPostCatchUpAsync([FromForm] string? translation, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if (Set.Translations.All(line => line.ItemId != translation))
        {
            return NotFound();
        }

        if ((await translate.CatchUpAsync(translation!, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            return Page();
        }

        Confirm("C’est noté : envoyez la traduction au comité.");
        return Redirect($"/admin/contenus/{translation}");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!DocumentDoor.HasDesk(act))
        {
            return Forbid();
        }

        if (await queries.FindAsync(ItemId, cancellationToken) is not { } set)
        {
            return NotFound();
        }

        Set = set;
        return DocumentDoor.Opens(act, set.Source) ? null : Forbid();
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Archive;
using Tn.Content.Documents.Delete;
using Tn.Content.Review.Submit;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>One act for several documents: asked once, done one by one, each with its own answer.</summary>
[Authorize]
internal sealed class BulkModel(DocumentQueries documents, SubmitForReview submit, ArchiveDocument archive, DeleteDocument delete, Sentences sentences) : TnPageModel
{
    public const string Send = "envoyer";
    public const string Archive = "retirer";
    public const string Delete = "supprimer";

    /// <summary>More than a page of the list holds.</summary>
    private const int Most = 100;

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public List<string> Items { get; set; } = [];

    /// <summary>The documents chosen, those one may open.</summary>
    public IReadOnlyList<ContentVersion> Chosen { get; private set; } = [];

    public IReadOnlyList<BulkResult> Results { get; private set; } = [];

    public string Title => What switch
    {
        Send => T["Envoyer au comité"],
        Archive => T["Retirer du site"],
        Delete => T["Supprimer"],
        _ => T["Documents cochés"],
    };

    public string Question => What switch
    {
        Send => T[$"{T.Count(Chosen.Count, "document part", "documents partent")} au comité, chacun dans son dossier."],
        Archive => T[$"{T.Count(Chosen.Count, "document quitte", "documents quittent")} le site. Les versions restent, et les apprenants qui ont commencé gardent les leurs."],
        _ => T[$"{T.Count(Chosen.Count, "document quitte", "documents quittent")} la liste. Rien n’est effacé : on les rétablit depuis les documents supprimés."],
    };

    public IActionResult OnGet() => Redirect("/admin/contenus");

    /// <summary>Asks once more, with the documents' titles.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    /// <summary>Does it; what one document refuses does not stop the others.</summary>
    public async Task<IActionResult> OnPostDoAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var results = new List<BulkResult>();
        foreach (var document in Chosen)
        {
            var refusal = await DoAsync(document.ItemId, cancellationToken);
            results.Add(new BulkResult(document.ItemId, document.DisplayText, refusal is null ? null : sentences.Of(refusal)));
        }

        Results = results;
        return Page();
    }

    private async Task<Refusal?> DoAsync(string itemId, CancellationToken cancellationToken)
    {
        switch (What)
        {
            case Send:
                return (await submit.SubmitAsync(itemId, Act, cancellationToken)).IsRefused(out var notSent) ? notSent : null;
            case Archive:
                return (await archive.ArchiveAsync(itemId, Act, cancellationToken)).Refusal;
            default:
                return (await delete.DeleteAsync(itemId, Act, cancellationToken)).Refusal;
        }
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!DocumentDoor.HasDesk(act))
        {
            return Forbid();
        }

        ModelState.Clear();
        if (What is not (Send or Archive or Delete))
        {
            Explain(new Refusal("content.act-unknown"));
            return Page();
        }

        var latest = await documents.LatestManyAsync([.. Items.Distinct(StringComparer.Ordinal).Take(Most)], cancellationToken);
        Chosen = [.. latest.Where(document => DocumentDoor.Opens(act, document))];
        if (Chosen.Count == 0)
        {
            Explain(new Refusal("content.nothing-chosen"));
        }

        return null;
    }
}

/// <param name="Problem">Why it was not done, or null.</param>
internal sealed record BulkResult(string ItemId, string Title, string? Problem);

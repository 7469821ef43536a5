using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Archive;
using Tn.Content.Documents.Clone;
using Tn.Content.Documents.Delete;
using Tn.Content.Documents.Discard;
using Tn.Content.Documents.History;
using Tn.Content.Types;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>What is done to a whole document beside writing it: copy, give up a draft, take off the site, delete, restore; and its history.</summary>
[Authorize]
internal sealed class ActionsModel(DocumentQueries documents, DocumentHistory history, CloneDocument clone, DiscardDraft discard, ArchiveDocument archive, DeleteDocument delete) : DocumentPageModel(documents)
{
    private const int Shown = 50;

    public ContentVersion? Published { get; private set; }

    public IReadOnlyList<DocumentStep> History { get; private set; } = [];

    public bool MayClone => ContentTypeCatalogue.Of(Latest.ContentType).MayCreate(Act);

    public bool MayDiscard => MayChange && Published is not null && !Latest.Published;

    public bool MayArchive => Published is not null && Act.Can(Permission.ManageContent);

    public bool MayDelete => MayChange && Published is null;

    private bool MayChange => ContentTypeCatalogue.Of(Latest.ContentType).MayChange(Act, Latest);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken) =>
        DoAsync(() => discard.DiscardAsync(ItemId, Act, cancellationToken), T["Le brouillon est abandonné. Il reste parmi les versions."], cancellationToken);

    public Task<IActionResult> OnPostArchiveAsync(CancellationToken cancellationToken) =>
        DoAsync(() => archive.ArchiveAsync(ItemId, Act, cancellationToken), T["Le document est retiré du site."], cancellationToken);

    public Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken) =>
        DoAsync(() => delete.DeleteAsync(ItemId, Act, cancellationToken), T["Le document est supprimé. Vous pouvez le rétablir ici."], cancellationToken);

    public Task<IActionResult> OnPostUndeleteAsync(CancellationToken cancellationToken) =>
        DoAsync(() => delete.UndeleteAsync(ItemId, Act, cancellationToken), T["Le document est rétabli."], cancellationToken);

    public async Task<IActionResult> OnPostCloneAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var outcome = await clone.CloneAsync(ItemId, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return Refused(refusal);
        }

        Confirm("La copie est à vous : changez-la à votre guise.");
        return Redirect($"/admin/contenus/{outcome.Value}");
    }

    private async Task<IActionResult> DoAsync(Func<Task<Outcome>> act, string done, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if ((await act()).IsRefused(out var refusal))
        {
            return Refused(refusal);
        }

        Confirm(done);
        return Redirect($"/admin/contenus/{ItemId}/actions");
    }

    private IActionResult Refused(Refusal refusal)
    {
        if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
        {
            return Denied(refusal);
        }

        Explain(refusal);
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await EnterAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        Published = await Documents.PublishedAsync(ItemId, cancellationToken);
        History = await history.OfAsync(ItemId, Shown, cancellationToken);
        return null;
    }
}

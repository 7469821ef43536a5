using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Packages;
using Tn.Content.Packages.Conflicts;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Packages;

/// <summary>A document changed here and in its package: both texts, and the decision.</summary>
[Needs(Permission.ManageContent)]
internal sealed class ConflictModel(PackageQueries queries, DocumentQueries documents, SettleConflict settle) : TnPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public ConflictForm Input { get; set; } = new();

    public PackageConflict Conflict { get; private set; } = null!;

    public ContentVersion Here { get; private set; } = null!;

    public ContentVersion There { get; private set; } = null!;

    public IReadOnlyList<TextChange> Changes { get; private set; } = [];

    public IReadOnlyList<FieldChange> Fields { get; private set; } = [];

    /// <summary>A course is fields only: nothing to put together by hand.</summary>
    public bool CanMerge => Here.ContentType != ContentTypes.Course;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        Input.Source ??= Here.Parts.Source;
        return Page();
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) => SettleAsync(ConflictChoice.KeepLocal, T["Le texte d’ici est gardé."], cancellationToken);

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken) => SettleAsync(ConflictChoice.TakePackage, T["Le texte du paquet est un brouillon, envoyé au comité."], cancellationToken);

    public Task<IActionResult> OnPostMergeAsync(CancellationToken cancellationToken) => SettleAsync(ConflictChoice.Merge, T["Le texte réuni est un brouillon, envoyé au comité."], cancellationToken);

    private async Task<IActionResult> SettleAsync(ConflictChoice choice, string done, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var decision = new ConflictDecision(choice, Input.ReadVersionId ?? string.Empty, Input.Source);
        if ((await settle.SettleAsync(new ConflictId(Id), decision, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code == "content.text-refused" ? "Input.Source" : string.Empty);
            return await OnGetAsync(cancellationToken);
        }

        Confirm(done);
        return Redirect("/admin/paquets");
    }

    /// <summary>Loads the conflict; returns an answer only when there is none to show.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (IsAbsent(await queries.ConflictAsync(new ConflictId(Id), Act, cancellationToken), out var conflict, out var answer))
        {
            return answer;
        }

        Conflict = conflict;
        Here = (await documents.LatestAsync(conflict.ItemId, cancellationToken))!;
        There = (await documents.FindAsync(conflict.IncomingVersionId, cancellationToken))!;
        Changes = TextChanges.Between(Here.Parts.Source, There.Parts.Source);
        Fields = FieldChange.Between(Here.Parts, There.Parts, T);
        return null;
    }
}

/// <summary>What a person decides.</summary>
internal sealed class ConflictForm
{
    public string? ReadVersionId { get; set; }

    public string? Source { get; set; }
}

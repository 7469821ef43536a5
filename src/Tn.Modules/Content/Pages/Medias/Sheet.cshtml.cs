using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Media;
using Tn.Content.Media.Keep;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Medias;

/// <summary>One media: what it shows, whose it is, where it is used; replaced and deleted here. For authors and managers.</summary>
[Authorize]
internal sealed class SheetModel(MediaQueries queries, MediaRights rights, DescribeMedia describe, ReplaceMedia replace, DeleteMedia delete) : TnPageModel
{
    [FromRoute]
    public string Id { get; init; } = string.Empty;

    [BindProperty]
    public SheetForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? NewFile { get; set; }

    public MediaItem Item { get; private set; } = null!;

    public IReadOnlyList<UseLine> Uses { get; private set; } = [];

    /// <summary>Why this person cannot change it, or null.</summary>
    public Refusal? Locked { get; private set; }

    /// <summary>What an author copies into a text.</summary>
    public string Markdown => Item.Kind == MediaKind.Attachment ? $"[{Item.Name}]({Item.Url})" : $"![{Item.Alt}]({Item.Url})";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        Input = new SheetForm { Alt = Item.Alt, Decorative = Item.Decorative, Licence = Item.Licence, Credit = Item.Credit, Folder = Item.Folder, Revision = Item.Revision };
        return Page();
    }

    public async Task<IActionResult> OnPostDescribeAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var said = new MediaDescription(Input.Alt ?? string.Empty, Input.Decorative, Input.Licence ?? string.Empty, Input.Credit ?? string.Empty);
        var outcome = await describe.DescribeAsync(new DescriptionInput(Id, Input.Revision, said, Input.Folder), Act, cancellationToken);
        return outcome.IsRefused(out var refusal) ? Again(refusal) : Done(T["La fiche est enregistrée."]);
    }

    public async Task<IActionResult> OnPostReplaceAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        Input = new SheetForm { Alt = Item.Alt, Decorative = Item.Decorative, Licence = Item.Licence, Credit = Item.Credit, Folder = Item.Folder, Revision = Item.Revision };
        if (NewFile is null)
        {
            return Again(new Refusal("content.media-none-chosen"));
        }

        await using var content = NewFile.OpenReadStream();
        var outcome = await replace.ReplaceAsync(Id, new IncomingFile(content, NewFile.FileName), Act, cancellationToken);
        return outcome.IsRefused(out var refusal) ? Again(refusal) : Done(T["Le fichier est remplacé : les textes qui s’en servent montrent le nouveau."]);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if ((await delete.DeleteAsync(Id, Act, cancellationToken)).IsRefused(out var refusal))
        {
            return Again(refusal);
        }

        Confirm($"« {Item.Name} » est supprimé.");
        return Redirect("/admin/medias");
    }

    private RedirectResult Done(string sentence)
    {
        Confirm(sentence);
        return Redirect($"/admin/medias/{Id}");
    }

    private IActionResult Again(Refusal refusal)
    {
        if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
        {
            return Denied(refusal);
        }

        Explain(refusal, refusal.Code switch
        {
            "content.media-alt-too-long" => "Input.Alt",
            "content.media-licence-too-long" => "Input.Licence",
            "content.media-credit-too-long" => "Input.Credit",
            "content.media-none-chosen" => nameof(NewFile),
            _ => string.Empty,
        });
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!MediaRights.MayUse(act))
        {
            return Forbid();
        }

        if (await queries.FindAsync(Id, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        Uses = await queries.UsesAsync(Id, cancellationToken);
        Locked = (await rights.RequireChangeAsync(item, act, cancellationToken)).Refusal;
        return null;
    }
}

/// <summary>What is told of a media.</summary>
internal sealed class SheetForm
{
    public string? Alt { get; set; }

    public bool Decorative { get; set; }

    public string? Licence { get; set; }

    public string? Credit { get; set; }

    public string? Folder { get; set; }

    public int Revision { get; set; }
}

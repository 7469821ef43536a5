using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;
using Tn.Content.Media;
using Tn.Content.Media.Keep;
using Tn.Platform.Files;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Medias;

/// <summary>The library: what it holds, by folder, and the form that adds to it. For authors and managers.</summary>
[Authorize]
internal sealed class LibraryModel(MediaQueries queries, MediaQuota quota, UploadMedia upload, Sentences sentences, IOptions<MediaOptions> options) : TnPageModel
{
    public const int Size = 24;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    /// <summary>Null for all; <c>-</c> for what stands in none.</summary>
    [BindProperty(SupportsGet = true, Name = "dossier")]
    public string? Folder { get; set; }

    [BindProperty(SupportsGet = true, Name = "acompleter")]
    public bool ToDescribe { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? Target { get; set; }

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    public MediaList List { get; private set; } = new([], 0);

    public IReadOnlyList<FolderLine> Folders { get; private set; } = [];

    public string Used { get; private set; } = string.Empty;

    public MediaOptions Limits => options.Value;

    public IEnumerable<SelectListItem> FolderChoices => Folders
        .Select(line => new SelectListItem(line.Folder.Length == 0 ? T[$"Sans dossier ({line.Count})"] : $"{line.Folder} ({line.Count})", line.Folder.Length == 0 ? "-" : line.Folder))
        .Prepend(new SelectListItem(T["Tous"], string.Empty));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!MediaRights.MayUse(Act))
        {
            return Forbid();
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Takes the files one by one: what is good is kept, what is not is named with its reason.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (MediaRights.RequireUse(act).IsRefused(out var denied))
        {
            return Denied(denied);
        }

        var refusals = new List<Refusal>();
        var kept = new List<string>();
        if (Files.Count == 0)
        {
            refusals.Add(new Refusal("content.media-none-chosen"));
        }
        else if (Files.Count > Limits.FilesAtOnce)
        {
            refusals.Add(new Refusal("content.media-too-many-files").With("limit", $"{Limits.FilesAtOnce}"));
        }
        else
        {
            foreach (var file in Files)
            {
                await using var content = file.OpenReadStream();
                var outcome = await upload.UploadAsync(new IncomingFile(content, file.FileName), Target, act, cancellationToken);
                if (outcome.IsRefused(out var refusal))
                {
                    refusals.Add(refusal);
                }
                else
                {
                    kept.Add(outcome.Value);
                }
            }
        }

        return Request.Headers.Accept.Contains("application/json") ? Told(kept, refusals) : await ShownAsync(kept, refusals, cancellationToken);
    }

    /// <summary>For the script, which sends one file at a time to show how far each is.</summary>
    private JsonResult Told(List<string> kept, List<Refusal> refusals) => new(new
    {
        Url = kept is [var one, ..] ? $"/admin/medias/{one}" : null,
        Sentence = string.Join(' ', refusals.Select(sentences.Of)),
    })
    {
        StatusCode = refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
    };

    private async Task<IActionResult> ShownAsync(List<string> kept, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (refusals.Count == 0)
        {
            Confirm(kept.Count == 1 ? T["Le fichier est dans la médiathèque. Dites ce qu’il montre, sa licence et son auteur."] : T[$"{kept.Count} fichiers sont dans la médiathèque. Complétez leurs fiches."]);
            return Redirect(kept.Count == 1 ? $"/admin/medias/{kept[0]}" : "/admin/medias?acompleter=true");
        }

        refusals.ForEach(refusal => Explain(refusal, nameof(Files)));
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        var folder = Folder switch { null or "" => null, "-" => string.Empty, _ => Folder };
        List = await queries.ListAsync(new MediaFilter(Q, folder, ToDescribe, Number, Size), cancellationToken);
        Folders = await queries.FoldersAsync(cancellationToken);
        Used = T.Size(await quota.UsedByAsync(Act.Actor, cancellationToken));
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Archive;
using Tn.Content.Documents.Save;
using Tn.Content.Media;
using Tn.Content.Rendering;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>The editor: a document's latest text, its versions, its review. For its owner and for managers.</summary>
[Authorize]
internal sealed class EditModel(DocumentQueries queries, ReviewQueries reviews, BodyRenderer renderer, SaveDraft save, SubmitForReview submit, ArchiveDocument archive, MediaCheck medias) : TnPageModel
{
    [FromRoute]
    public string ItemId { get; init; } = string.Empty;

    [BindProperty]
    public EditForm Input { get; set; } = new();

    /// <summary>To the committee, when the text is sent.</summary>
    [BindProperty]
    public string? Note { get; set; }

    public ContentVersion Latest { get; private set; } = null!;

    public ContentVersion? Published { get; private set; }

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public ReviewSubmission? Submission { get; private set; }

    /// <summary>Somebody else's newer version, when the author's save met it.</summary>
    public ContentVersion? Conflict { get; private set; }

    public IReadOnlyList<TextChange> Changes { get; private set; } = [];

    /// <summary>The version the next save is made over: after a conflict, the one that was shown with it.</summary>
    public string BaseVersionId => Conflict?.VersionId ?? Input.BaseVersionId ?? Latest.VersionId;

    public string? PublicUrl => SitePages.UrlOf(Latest.ContentType, Latest.Slug, Latest.Parts.AutoroutePart?.Path);

    public bool MaySubmit => !Latest.Published && Act.Can(Permission.WriteContent)
        && (Submission is null || Submission.State == ReviewState.ChangesRequested || Submission.Documents.All(document => document.VersionId != Latest.VersionId));

    public bool MayArchive => Published is not null && Act.Can(Permission.ManageContent);

    /// <summary>What the author types, by type.</summary>
    public static string SourceLabel(string contentType) => contentType switch
    {
        ContentTypes.QuestionBank => "Questions, au format GIFT",
        ContentTypes.Menu => "Liens, un par ligne",
        ContentTypes.Home => "Blocs, un par ligne",
        _ => "Texte, en Markdown",
    };

    public static string SourceHint(string contentType) => contentType switch
    {
        ContentTypes.Menu => "Le texte, une barre, l’adresse : Formations | /formations.",
        ContentTypes.Home => $"Le genre, une barre, le titre ; puis, si vous voulez, une barre et une phrase. Genres : {string.Join(", ", HomeBlockKinds.All)}.",
        _ => "Chaque enregistrement est une version que l’on peut retrouver.",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        Input = new EditForm { Title = Latest.DisplayText, Summary = Latest.Parts.LearningPart?.Summary, Source = Latest.Parts.Source };
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var input = new DraftInput(
            ItemId,
            Input.BaseVersionId ?? string.Empty,
            Input.Title ?? string.Empty,
            Input.Summary ?? Latest.Parts.LearningPart?.Summary ?? string.Empty,
            Latest.ContentType == ContentTypes.Course ? Latest.Parts.Source : Input.Source ?? string.Empty);
        var outcome = await save.SaveAsync(input, Act, cancellationToken);
        if (!outcome.IsRefused(out var refusal))
        {
            Confirm(outcome.Value.IsNew ? "La version est enregistrée. Envoyez-la au comité quand elle est prête." : "Rien n’avait changé : aucune version nouvelle.");
            return Redirect($"/admin/contenus/{ItemId}");
        }

        if (refusal.Code == "content.conflict")
        {
            await LoadAsync(cancellationToken);
            Conflict = Latest;
            Changes = TextChanges.Between(Latest.Parts.Source, input.Source);
        }

        Explain(refusal, refusal.Code switch { "content.title-missing" => "Input.Title", "content.text-refused" => "Input.Source", _ => string.Empty });
        return Page();
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var outcome = await submit.SubmitAsync(ItemId, Act, cancellationToken, Note ?? string.Empty);
        if (outcome.IsRefused(out var refusal))
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        Confirm("Le texte est envoyé au comité pédagogique. Vous pouvez suivre les voix dans le dossier.");
        return Redirect($"/comites/pedagogique/{outcome.Value}");
    }

    public async Task<IActionResult> OnPostArchiveAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if ((await archive.ArchiveAsync(ItemId, Act, cancellationToken)).IsRefused(out var refusal))
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        Confirm("Le document est retiré du site.");
        return Redirect($"/admin/contenus/{ItemId}");
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
        {
            return Denied(refusal);
        }

        Explain(refusal);
        return await OnGetAsync(cancellationToken);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!act.Can(Permission.WriteContent) && !act.Can(Permission.ManageContent))
        {
            return Forbid();
        }

        if (await queries.LatestAsync(ItemId, cancellationToken) is not { } latest)
        {
            return NotFound();
        }

        if (latest.Owner != act.Person && !act.Can(Permission.ManageContent))
        {
            return Forbid();
        }

        Latest = latest;
        Published = await queries.PublishedAsync(ItemId, cancellationToken);
        Versions = await queries.VersionsAsync(ItemId, cancellationToken);
        Submission = await reviews.UndecidedOfAsync(ItemId, cancellationToken);
        Findings = [.. (await renderer.RenderAsync(latest.ContentType, latest.Parts.Source, latest.Slug, cancellationToken)).Findings, .. await medias.FindingsAsync(latest.Parts.Source, latest.Slug, cancellationToken)];
        return null;
    }
}

/// <summary>What the author types.</summary>
internal sealed class EditForm
{
    public string? BaseVersionId { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Source { get; set; }
}

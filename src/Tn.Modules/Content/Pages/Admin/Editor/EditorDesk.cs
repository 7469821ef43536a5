using Tn.Content.Documents;
using Tn.Content.Media;
using Tn.Content.Rendering;
using Tn.Content.Review;
using Tn.Content.Types;

namespace Tn.Content.Pages.Admin.Editor;

/// <summary>Reads all that the editor shows beside the form.</summary>
internal sealed class EditorDesk(DocumentQueries documents, ReviewQueries reviews, CourseLessons lessons, BodyRenderer renderer, MediaCheck medias, MediaQueries library)
{
    private const int Offered = 200;

    /// <summary>The document, or null when there is none; the door is the page's.</summary>
    public async Task<EditorView?> OpenAsync(string itemId, ActContext act, CancellationToken cancellationToken)
    {
        if (await documents.LatestAsync(itemId, cancellationToken) is not { } latest)
        {
            return null;
        }

        var type = ContentTypeCatalogue.Of(latest.ContentType);
        var drafts = await lessons.DraftsAsync(latest, cancellationToken);
        var submission = await reviews.UndecidedOfAsync(itemId, cancellationToken);
        var isSent = submission is not null && submission.State != ReviewState.ChangesRequested
            && drafts.All(draft => submission.Documents.Any(document => document.VersionId == draft.VersionId));
        return new EditorView(type, latest)
        {
            Published = await documents.PublishedAsync(itemId, cancellationToken),
            Container = latest.ContainerId is { } container ? await documents.LatestAsync(container, cancellationToken) : null,
            Lessons = latest.Parts.CoursePart is null ? [] : await lessons.OfAsync(latest, cancellationToken),
            Medias = type.Fields.Any(field => field.Kind is FieldKind.Picture or FieldKind.Files)
                ? await library.NewestAsync(type.Fields.All(field => field.Kind != FieldKind.Files), Offered, cancellationToken) : [],
            Named = await library.ManyAsync(MediaAddress.IdsIn(latest.PartsJson), cancellationToken),
            Submission = submission,
            Drafts = drafts.Count,
            MaySubmit = drafts.Count > 0 && latest.DeletedUtc is null && !isSent && act.Can(Permission.WriteContent),
            Missing = [.. drafts.Select(Lacks).Where(lack => lack.Fields.Count > 0)],
            Findings =
            [
                .. (await renderer.RenderAsync(latest.ContentType, latest.Parts.Source, latest.Slug, cancellationToken)).Findings,
                .. await medias.FindingsAsync(latest, cancellationToken),
            ],
        };
    }

    private static Lack Lacks(ContentVersion draft) =>
        new(draft.ItemId, draft.DisplayText, Completeness.Missing(ContentTypeCatalogue.Of(draft.ContentType), draft.Slug, draft.Parts));
}

/// <summary>A document on the editor's desk.</summary>
internal sealed record EditorView(TypeDefinition Type, ContentVersion Latest)
{
    public ContentVersion? Published { get; init; }

    /// <summary>The course of a lesson.</summary>
    public ContentVersion? Container { get; init; }

    public IReadOnlyList<LessonLine> Lessons { get; init; } = [];

    /// <summary>What a field may take from the library, newest first.</summary>
    public IReadOnlyList<MediaItem> Medias { get; init; } = [];

    /// <summary>The medias that the document names, by id.</summary>
    public IReadOnlyDictionary<string, MediaItem> Named { get; init; } = new Dictionary<string, MediaItem>();

    public ReviewSubmission? Submission { get; init; }

    /// <summary>How many drafts would be sent together.</summary>
    public int Drafts { get; init; }

    public bool MaySubmit { get; init; }

    /// <summary>What blocks the sending.</summary>
    public IReadOnlyList<Lack> Missing { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public string? PublicUrl => Published is null ? null : SitePages.UrlOf(Latest.ContentType, Latest.Slug, Published.Parts.AutoroutePart?.Path);
}

/// <summary>A draft that cannot be sent yet.</summary>
/// <param name="Fields">Needed and empty.</param>
internal sealed record Lack(string ItemId, string Title, IReadOnlyList<FieldDefinition> Fields);

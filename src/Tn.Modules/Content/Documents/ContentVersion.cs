using System.Text.Json;
using Tn.Content.Documents.Words;
using Tn.Content.Media;
using Tn.Content.Review;
using Tn.Platform.Data;

namespace Tn.Content.Documents;

/// <summary>
/// One version of a document. Its content never changes: another text is another version.
/// (Latest, Published): (1,1) published without draft, (1,0) draft, (0,1) published while a draft exists, (0,0) archived.
/// </summary>
internal sealed class ContentVersion
{
    /// <summary>The longest comment of a version.</summary>
    public const int CommentLength = 300;

    private readonly List<MediaUse> mediaUses = [];
    private readonly List<TitleWord> words = [];

    private ContentVersion()
    {
    }

    public string VersionId { get; private init; } = string.Empty;

    public string ItemId { get; private init; } = string.Empty;

    public string ContentType { get; private init; } = string.Empty;

    public string DisplayText { get; private init; } = string.Empty;

    public string Slug { get; private init; } = string.Empty;

    /// <summary>The item it belongs to: a lesson's course. Null for what stands alone.</summary>
    public string? ContainerId { get; private init; }

    /// <summary>The item's id when this is its latest version, else null: a plain unique index then forbids two, on every database.</summary>
    public string? LatestKey { get; private set; }

    /// <summary>The item's id when this version is published, else null.</summary>
    public string? PublishedKey { get; private set; }

    /// <summary>Type, container and slug when published, else null: one published document an address.</summary>
    public string? AddressKey { get; private set; }

    /// <summary>When the item's first version was made.</summary>
    public DateTimeOffset CreatedUtc { get; private init; }

    /// <summary>When this version was made.</summary>
    public DateTimeOffset ModifiedUtc { get; private init; }

    /// <summary>When this version became public; kept when it is public no more.</summary>
    public DateTimeOffset? PublishedUtc { get; private set; }

    /// <summary>Whose document it is: who made its first version.</summary>
    public PersonId? Owner { get; private init; }

    /// <summary>Who made this version; may not vote on it.</summary>
    public PersonId? Author { get; private init; }

    public string AuthorName { get; private init; } = string.Empty;

    /// <summary>What the author says of this version, 0 to 300 characters; not part of what is hashed and voted on.</summary>
    public string Comment { get; private init; } = string.Empty;

    /// <summary>The language it is written in, as in <c>lang</c>: <c>fr</c> unless a <see cref="LocalizationPart"/> says otherwise.</summary>
    public string Culture { get; private init; } = LocalizationPart.French;

    /// <summary>Shared by the items that say the same in several languages, or null for what stands in one.</summary>
    public string? LocalizationSet { get; private init; }

    /// <summary>The axis it is about, or null: kept beside the parts so that lists find it.</summary>
    public string? Axis { get; private init; }

    /// <summary>When the committee must look at it again: as written, then as confirmed. Null when nobody said.</summary>
    public DateOnly? ReviewBy { get; private set; }

    /// <summary>When the item was deleted; null while it is not. Stands on its latest version; nothing is erased.</summary>
    public DateTimeOffset? DeletedUtc { get; private set; }

    public string ContentHash { get; private init; } = string.Empty;

    public string PartsJson { get; private init; } = string.Empty;

    public string RenderedJson { get; private init; } = string.Empty;

    /// <summary>The medias its parts name. Loaded only when asked for.</summary>
    public IReadOnlyCollection<MediaUse> MediaUses => mediaUses;

    /// <summary>The words of its title and address, for lists. Loaded only when asked for.</summary>
    public IReadOnlyCollection<TitleWord> Words => words;

    /// <summary>False for a version older than the index of words, until a sweep has written its own.</summary>
    public bool HasWords { get; private init; }

    public bool Latest => LatestKey is not null;

    public bool Published => PublishedKey is not null;

    public ContentParts Parts => field ??= JsonSerializer.Deserialize<ContentParts>(PartsJson, TnJson.Options)!;

    public RenderedBody Rendered => field ??= JsonSerializer.Deserialize<RenderedBody>(RenderedJson, TnJson.Options)!;

    /// <summary>The address at which a document of this type, container and slug would be published.</summary>
    public string Address => $"{ContentType}/{ContainerId}/{Slug}";

    /// <summary>A new draft, the item's latest version from now on.</summary>
    /// <param name="previous">The item's latest version so far, or null for a new item.</param>
    /// <param name="comment">At most <see cref="CommentLength"/> characters; what is longer is cut.</param>
    public static ContentVersion Draft(string itemId, DraftContent content, ContentVersion? previous, PersonId? author, string authorName, DateTimeOffset now, string comment = "")
    {
        previous?.LatestKey = null;
        var draft = new ContentVersion
        {
            VersionId = ContentId.New(),
            ItemId = itemId,
            ContentType = content.ContentType,
            DisplayText = content.Parts.TitlePart.Title,
            Slug = content.Slug,
            ContainerId = content.Parts.ContainedPart?.ListContentItemId,
            LatestKey = itemId,
            CreatedUtc = previous?.CreatedUtc ?? now,
            ModifiedUtc = now,
            Owner = previous is null ? author : previous.Owner,
            Author = author,
            AuthorName = authorName,
            Comment = comment.Length <= CommentLength ? comment : comment[..CommentLength],
            Culture = content.Parts.LocalizationPart?.Culture ?? LocalizationPart.French,
            LocalizationSet = content.Parts.LocalizationPart?.LocalizationSet,
            Axis = content.Parts.LearningPart?.Axis,
            ReviewBy = content.Parts.ReviewPart?.ReviewBy,
            ContentHash = content.Hash,
            PartsJson = JsonSerializer.Serialize(content.Parts, TnJson.Options),
            RenderedJson = JsonSerializer.Serialize(content.Rendered, TnJson.Options),
            HasWords = true,
        };
        draft.words.AddRange(TitleWords.Of($"{draft.DisplayText} {draft.Slug}").Select(word => new TitleWord(draft.VersionId, word)));
        draft.mediaUses.AddRange(MediaAddress.IdsIn(draft.PartsJson).Select(media => new MediaUse(draft.VersionId, media)));
        return draft;
    }

    /// <summary>A version that is proposed beside the latest one, which stays: what a package brings for a document edited here.</summary>
    public static ContentVersion Aside(string itemId, DraftContent content, string authorName, DateTimeOffset now)
    {
        var version = Draft(itemId, content, null, null, authorName, now);
        version.LatestKey = null;
        return version;
    }

    /// <summary>Makes this version public. Only <see cref="PublicationGate"/> calls it, with what the committee approved.</summary>
    /// <exception cref="InvalidOperationException">The submission is not approved, or not of this very content.</exception>
    public void Publish(ReviewSubmission approved, DateTimeOffset now)
    {
        if (approved.State != ReviewState.Approved || !approved.Holds(VersionId, Documents.ContentHash.Of(ContentType, Slug, Parts)))
        {
            throw new InvalidOperationException($"{VersionId} was not approved as it is.");
        }

        PublishedKey = ItemId;
        AddressKey = Address;
        PublishedUtc ??= now;
    }

    /// <summary>No longer what the next edit begins from: the draft was discarded. Found for good by its version id.</summary>
    public void StepBack() => LatestKey = null;

    /// <summary>What the next edit begins from, after the draft over it was discarded.</summary>
    public void BecomeLatest() => LatestKey = ItemId;

    /// <summary>Deletes the item, or takes that back with null. Only a latest, unpublished version carries it.</summary>
    public void Delete(DateTimeOffset? when) => DeletedUtc = when;

    /// <summary>The committee read it again and confirms it as it is. Only <see cref="PublicationGate"/> calls it.</summary>
    public void KeepUntil(DateOnly day) => ReviewBy = day;

    /// <summary>Public no more; found for good by its version id.</summary>
    public void Unpublish()
    {
        PublishedKey = null;
        AddressKey = null;
    }
}

/// <summary>What a new version will say, already rendered.</summary>
internal sealed record DraftContent(string ContentType, string Slug, ContentParts Parts, RenderedBody Rendered)
{
    public string Hash => ContentHash.Of(ContentType, Slug, Parts);
}

using Tn.Content.Media.Reading;
using Tn.Platform.Data;

namespace Tn.Content.Media;

/// <summary>What a media is. Names are kept in the database: never rename one.</summary>
internal enum MediaKind
{
    /// <summary>A bitmap that we decoded and wrote anew.</summary>
    Image,

    /// <summary>A cleaned SVG.</summary>
    Drawing,

    /// <summary>A document to download: never shown by the site itself.</summary>
    Attachment,
}

/// <summary>Where the smaller pictures of an image stand. Names are kept in the database: never rename one.</summary>
internal enum VariantsState
{
    /// <summary>Nothing to build: a drawing, an attachment.</summary>
    None,

    /// <summary>To be built when due.</summary>
    Pending,

    Built,

    /// <summary>Given up: the page shows the image at its full size.</summary>
    Failed,
}

/// <summary>
/// Something in the library. Its address never changes; its bytes may be replaced, and each version of them is kept for good,
/// because pages of a version already read point at it.
/// </summary>
internal sealed class MediaItem : IRevisioned
{
    /// <summary>Tries at the variants before a person must look.</summary>
    public const int MostTries = 4;

    private MediaItem()
    {
    }

    /// <param name="id">26 characters; for a package's file <see cref="MediaAddress.IdOf"/>.</param>
    public MediaItem(string id, string folder, PreparedFile file, MediaOwner owner, DateTimeOffset now)
    {
        Id = id;
        Folder = folder;
        Owner = owner.Id;
        OwnerName = owner.Name;
        CreatedUtc = now;
        Take(file, now);
    }

    public string Id { get; private set; } = string.Empty;

    /// <summary>A name, or names separated by « / »; empty at the top.</summary>
    public string Folder { get; private set; } = string.Empty;

    /// <summary>Last part of its address, with the extension of what the bytes are.</summary>
    public string Name { get; private set; } = string.Empty;

    public MediaKind Kind { get; private set; }

    /// <summary>As served.</summary>
    public string ContentType { get; private set; } = string.Empty;

    /// <summary>Counts the replacements, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>In bytes, of the present version.</summary>
    public long Length { get; private set; }

    /// <summary>In pixels; 0 for an attachment.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>What the image shows, in words; empty when not yet written or decorative.</summary>
    public string Alt { get; private set; } = string.Empty;

    /// <summary>The image says nothing that the text does not: screen readers pass over it.</summary>
    public bool Decorative { get; private set; }

    public string Licence { get; private set; } = string.Empty;

    /// <summary>Who made it, as the licence wants it named.</summary>
    public string Credit { get; private set; } = string.Empty;

    /// <summary>Who uploaded it; null for what came with a package without author.</summary>
    public PersonId? Owner { get; private set; }

    public string OwnerName { get; private set; } = string.Empty;

    /// <summary>SHA-256 of the bytes as they were sent: the same file sent again changes nothing.</summary>
    public string SourceHash { get; private set; } = string.Empty;

    public DateTimeOffset CreatedUtc { get; private set; }

    public DateTimeOffset ModifiedUtc { get; private set; }

    public VariantsState Variants { get; private set; }

    /// <summary>When the variants are to be built (again); null when there is nothing to do.</summary>
    public DateTimeOffset? VariantsDueUtc { get; private set; }

    public int VariantsTries { get; private set; }

    public int Revision { get; set; }

    /// <summary>Site-relative address, the same for good.</summary>
    public string Url => MediaAddress.Of(Id, Name);

    /// <summary>True when a published text may use it: it says what it shows (or is decorative, or is a download), its licence and its author.</summary>
    public bool IsDescribed =>
        (Kind == MediaKind.Attachment || Decorative || Alt.Length > 0) && Licence.Length > 0 && Credit.Length > 0;

    /// <summary>Says what it shows and whose it is.</summary>
    public void Describe(MediaDescription said, DateTimeOffset now)
    {
        Alt = said.Decorative ? string.Empty : said.Alt.Trim();
        Decorative = said.Decorative;
        Licence = said.Licence.Trim();
        Credit = said.Credit.Trim();
        ModifiedUtc = now;
    }

    public void MoveTo(string folder, DateTimeOffset now)
    {
        Folder = folder;
        ModifiedUtc = now;
    }

    /// <summary>New bytes under the same address. The kind stays: a text that shows an image must not suddenly hold a download.</summary>
    public Outcome Replace(PreparedFile file, DateTimeOffset now)
    {
        if (file.Kind == MediaKind.Attachment != (Kind == MediaKind.Attachment))
        {
            return new Refusal("content.media-other-kind");
        }

        Take(file, now);
        return Outcome.Done;
    }

    /// <summary>Another node takes the building up only when this one has not ended by then.</summary>
    public void StartVariants(DateTimeOffset now)
    {
        VariantsTries++;
        VariantsDueUtc = now.AddMinutes(5 * VariantsTries);
        if (VariantsTries > MostTries)
        {
            Variants = VariantsState.Failed;
            VariantsDueUtc = null;
        }
    }

    public void EndVariants()
    {
        Variants = VariantsState.Built;
        VariantsDueUtc = null;
    }

    private void Take(PreparedFile file, DateTimeOffset now)
    {
        Version++;
        Kind = file.Kind;
        Name = file.Name;
        ContentType = file.ContentType;
        Length = file.Length;
        Width = file.Width;
        Height = file.Height;
        SourceHash = file.SourceHash;
        ModifiedUtc = now;
        Variants = file.Kind == MediaKind.Image ? VariantsState.Pending : VariantsState.None;
        VariantsDueUtc = file.Kind == MediaKind.Image ? now : null;
        VariantsTries = 0;
    }
}

/// <summary>What is told of a media.</summary>
internal sealed record MediaDescription(string Alt, bool Decorative, string Licence, string Credit);

/// <summary>Whose a media is.</summary>
internal sealed record MediaOwner(PersonId? Id, string Name);

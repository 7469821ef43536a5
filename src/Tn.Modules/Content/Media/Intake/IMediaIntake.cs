using Microsoft.EntityFrameworkCore;
using Tn.Content.Media.Keep;
using Tn.Content.Media.Reading;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Content.Media.Intake;

/// <summary>How files that come with content (a package, a recipe) get into the library, and out of it again.</summary>
internal interface IMediaIntake
{
    /// <summary>
    /// Takes a file in under <see cref="MediaAddress.IdOf"/>; texts name it by <see cref="MediaAddress.OfPackage"/>.
    /// The same bytes and description change nothing; other bytes become a new version under the same address.
    /// Works in the caller's unit of work: does not save.
    /// </summary>
    /// <returns>Refused when the file is not one the library takes; the refusal's value <c>file</c> names it.</returns>
    Task<Outcome<TakenIn>> TakeInAsync(PackagedMedia media, ActContext act, CancellationToken cancellationToken);

    /// <summary>A media with its present bytes, to be written into a package; null when there is none.</summary>
    Task<KeptMedia?> FindAsync(string mediaId, CancellationToken cancellationToken);
}

/// <summary>A file of a package.</summary>
/// <param name="Path">In the package: with the package's id, what it is known by.</param>
/// <param name="Content">Can be sought in.</param>
internal sealed record PackagedMedia(string Package, string Path, Stream Content, MediaDescription Description, MediaOwner Owner);

/// <param name="Url">As texts name it.</param>
/// <param name="Change">What happened.</param>
internal sealed record TakenIn(string MediaId, string Url, MediaChange Change);

internal enum MediaChange
{
    None,
    Created,
    Replaced,
    Described,
}

/// <summary>A media as kept.</summary>
/// <param name="Content">To be disposed by who asked.</param>
internal sealed record KeptMedia(string MediaId, string Name, MediaKind Kind, MediaDescription Description, Stream Content);

/// <inheritdoc/>
internal sealed class MediaIntake(TnDbContext db, MediaPreparer preparer, FileStore files) : IMediaIntake
{
    public async Task<Outcome<TakenIn>> TakeInAsync(PackagedMedia media, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        var prepared = await preparer.PrepareAsync(media.Content, media.Path, cancellationToken);
        if (prepared.IsRefused(out var refusal))
        {
            return refusal;
        }

        var id = MediaAddress.IdOf(media.Package, media.Path);
        var known = await db.Set<MediaItem>().FindAsync([id], cancellationToken);
        if (known is null)
        {
            var folder = MediaAddress.Folder($"Paquets/{media.Package}");
            var item = db.AddMedia(id, folder, prepared.Value, media.Owner, act.At);
            item.Describe(media.Description, act.At);
            return new TakenIn(id, item.Url, MediaChange.Created);
        }

        return Renew(known, prepared.Value, media.Description, act.At);
    }

    public async Task<KeptMedia?> FindAsync(string mediaId, CancellationToken cancellationToken)
    {
        var item = await db.Set<MediaItem>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == mediaId, cancellationToken);
        var file = item is null ? null : await db.Set<MediaFile>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.MediaId == item.Id && row.Version == item.Version && row.Name == MediaFile.Whole, cancellationToken);
        return file is not null && files.Open(FileKey.Parse(file.FileKey)) is { } content
            ? new KeptMedia(item!.Id, item.Name, item.Kind, new MediaDescription(item.Alt, item.Decorative, item.Licence, item.Credit), content)
            : null;
    }

    private Outcome<TakenIn> Renew(MediaItem item, PreparedFile file, MediaDescription said, DateTimeOffset now)
    {
        var change = MediaChange.None;
        if (item.SourceHash != file.SourceHash)
        {
            if (db.ReplaceMedia(item, file, now).IsRefused(out var refusal))
            {
                return refusal.With("file", file.Name);
            }

            change = MediaChange.Replaced;
        }

        if (said != new MediaDescription(item.Alt, item.Decorative, item.Licence, item.Credit))
        {
            item.Describe(said, now);
            change = change == MediaChange.None ? MediaChange.Described : change;
        }

        return new TakenIn(item.Id, item.Url, change);
    }
}

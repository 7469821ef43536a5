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
    /// Takes a file in under its <see cref="PackagedMedia.MediaId"/>. What is known under it already stays as it is: a file that changed
    /// has another identity, and comes to the public with a text that the committee read. Works in the caller's unit of work: does not save.
    /// </summary>
    /// <returns>Refused when the file is not one the library takes or does not fit; the refusal's value <c>file</c> names it.</returns>
    Task<Outcome<MediaChange>> TakeInAsync(PackagedMedia media, ActContext act, CancellationToken cancellationToken);

    /// <summary>A media with its present bytes, to be written into a package; null when there is none.</summary>
    Task<KeptMedia?> FindAsync(string mediaId, CancellationToken cancellationToken);
}

/// <summary>A file of a package.</summary>
/// <param name="MediaId">As <see cref="MediaAddress.IdOf"/> says.</param>
/// <param name="Path">In the package: its last part becomes that of its address.</param>
/// <param name="Content">Can be sought in.</param>
/// <param name="SourceHash">SHA-256 of the file as its author made it: that of other bytes than these when they come from an export.</param>
internal sealed record PackagedMedia(string MediaId, string Package, string Path, Stream Content, string SourceHash, MediaDescription Description, MediaOwner Owner);

internal enum MediaChange
{
    None,
    Created,
}

/// <summary>A media as kept.</summary>
/// <param name="SourceHash">SHA-256 of the bytes as they were sent, before they were redrawn.</param>
/// <param name="Content">To be disposed by who asked.</param>
internal sealed record KeptMedia(string MediaId, string Name, MediaKind Kind, MediaDescription Description, string SourceHash, Stream Content);

/// <inheritdoc/>
internal sealed class MediaIntake(TnDbContext db, MediaPreparer preparer, MediaQuota quota, FileStore files) : IMediaIntake
{
    public async Task<Outcome<MediaChange>> TakeInAsync(PackagedMedia media, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        if (await db.Set<MediaItem>().AnyAsync(row => row.Id == media.MediaId, cancellationToken))
        {
            return MediaChange.None;
        }

        var prepared = await preparer.PrepareAsync(media.Content, media.Path, cancellationToken);
        if (prepared.IsRefused(out var refusal))
        {
            return refusal;
        }

        var file = prepared.Value with { SourceHash = media.SourceHash };
        if ((await quota.RequireRoomAsync(file.Length, file.Name, media.Owner.Id, cancellationToken)).IsRefused(out var full))
        {
            return full;
        }

        var item = db.AddMedia(media.MediaId, MediaAddress.Folder($"Paquets/{media.Package}"), file, media.Owner, act.At);
        item.Describe(media.Description, act.At);
        db.Record(new MediaChanged(item.Id), act);
        return MediaChange.Created;
    }

    public async Task<KeptMedia?> FindAsync(string mediaId, CancellationToken cancellationToken)
    {
        var item = await db.Set<MediaItem>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == mediaId, cancellationToken);
        var file = item is null ? null : await db.Set<MediaFile>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.MediaId == item.Id && row.Version == item.Version && row.Name == MediaFile.Whole, cancellationToken);
        return file is not null && files.Open(FileKey.Parse(file.FileKey)) is { } content
            ? new KeptMedia(item!.Id, item.Name, item.Kind, new MediaDescription(item.Alt, item.Decorative, item.Licence, item.Credit), item.SourceHash, content)
            : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Content.Media.Keep;

/// <summary>How much room there is. Every version and variant counts: that is what stands on the disk.</summary>
internal sealed class MediaQuota(TnDbContext db, IOptions<MediaOptions> options)
{
    /// <summary>Refuses what would not fit any more, for the person or for all.</summary>
    /// <param name="fileName">For the sentence.</param>
    /// <param name="owner">Null for what belongs to nobody: then only the room for all counts.</param>
    public async Task<Outcome> RequireRoomAsync(long bytes, string fileName, PersonId? owner, CancellationToken cancellationToken)
    {
        var room = options.Value;
        var used = owner is null ? 0 : await UsedByAsync(owner, cancellationToken);
        if (owner is not null && used + bytes > room.PersonMegabytes * 1_000_000L)
        {
            return new Refusal("content.media-person-quota").With("file", fileName).With("used", ByteSize.French(used)).With("limit", ByteSize.French(room.PersonMegabytes * 1_000_000L));
        }

        var all = await db.Set<MediaFile>().SumAsync(file => file.Length, cancellationToken);
        return all + bytes > room.TotalMegabytes * 1_000_000L
            ? new Refusal("content.media-total-quota").With("limit", ByteSize.French(room.TotalMegabytes * 1_000_000L))
            : Outcome.Done;
    }

    /// <summary>Bytes that a person's medias take.</summary>
    public Task<long> UsedByAsync(PersonId? owner, CancellationToken cancellationToken) =>
        db.Set<MediaFile>()
            .Join(db.Set<MediaItem>().Where(item => item.Owner == owner), file => file.MediaId, item => item.Id, (file, _) => file.Length)
            .SumAsync(cancellationToken);
}

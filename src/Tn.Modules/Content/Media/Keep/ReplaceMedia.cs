using Microsoft.EntityFrameworkCore;
using Tn.Content.Media.Reading;
using Tn.Platform.Data;

namespace Tn.Content.Media.Keep;

/// <summary>New bytes under the same address: every text that names the media shows them. Earlier versions stay where they are.</summary>
internal sealed class ReplaceMedia(TnDbContext db, MediaRights rights, MediaPreparer preparer, MediaQuota quota, VariantsWork variants)
{
    public async Task<Outcome> ReplaceAsync(string id, IncomingFile file, ActContext act, CancellationToken cancellationToken)
    {
        var item = await db.Set<MediaItem>().SingleAsync(row => row.Id == id, cancellationToken);
        var allowed = await rights.RequireReplaceAsync(item, act, cancellationToken);
        if (!allowed.IsDone)
        {
            return allowed;
        }

        var prepared = await preparer.PrepareAsync(file.Content, file.Name, cancellationToken);
        if (prepared.IsRefused(out var refusal))
        {
            return refusal;
        }

        try
        {
            var outcome = await db.InTransactionAsync(() => ReplaceAsync(item, prepared.Value, act, cancellationToken), cancellationToken);
            variants.Start(prepared.Value);
            return outcome;
        }
        catch (DbUpdateException)
        {
            // Two replacements at once: the revision, or the version's key, let one through.
            return new Refusal("content.media-conflict");
        }
    }

    private async Task<Outcome> ReplaceAsync(MediaItem item, PreparedFile file, ActContext act, CancellationToken cancellationToken)
    {
        // Asked again in the transaction: a committee may have begun to read meanwhile.
        var allowed = await rights.RequireReplaceAsync(item, act, cancellationToken);
        if (!allowed.IsDone)
        {
            return allowed;
        }

        if ((await quota.RequireRoomAsync(file.Length, file.Name, item.Owner, cancellationToken)).IsRefused(out var full))
        {
            return full;
        }

        var replaced = db.ReplaceMedia(item, file, act.At);
        if (replaced.IsDone)
        {
            db.Record(new MediaChanged(item.Id), act);
            await db.SaveChangesAsync(cancellationToken);
        }

        return replaced;
    }
}

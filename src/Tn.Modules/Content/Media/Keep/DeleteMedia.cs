using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Media.Keep;

/// <summary>Deletes a media that no version of any document names; its bytes go with the next night's sweep.</summary>
internal sealed class DeleteMedia(TnDbContext db, MediaRights rights)
{
    public async Task<Outcome> DeleteAsync(string id, ActContext act, CancellationToken cancellationToken)
    {
        var item = await db.Set<MediaItem>().SingleAsync(row => row.Id == id, cancellationToken);
        var allowed = await rights.RequireChangeAsync(item, act, cancellationToken);
        if (!allowed.IsDone)
        {
            return allowed;
        }

        return await db.InTransactionAsync<Outcome>(
            async () =>
            {
                // Old versions too: they can be read and restored.
                var title = await db.Set<MediaUse>().Where(use => use.MediaId == id)
                    .Join(db.Set<ContentVersion>(), use => use.VersionId, version => version.VersionId, (_, version) => version.DisplayText)
                    .FirstOrDefaultAsync(cancellationToken);
                if (title is not null)
                {
                    return new Refusal("content.media-used").With("title", title);
                }

                db.RemoveRange(await db.Set<MediaFile>().Where(file => file.MediaId == id).ToListAsync(cancellationToken));
                db.Remove(item);
                db.Record(new MediaChanged(id), act);
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken);
    }
}

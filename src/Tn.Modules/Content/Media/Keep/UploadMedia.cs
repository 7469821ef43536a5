using Tn.Content.Documents;
using Tn.Content.Media.Reading;
using Tn.Platform.Data;

namespace Tn.Content.Media.Keep;

/// <summary>Puts one file into the library: checked, redrawn, stored, private until a published document uses it.</summary>
internal sealed class UploadMedia(TnDbContext db, MediaPreparer preparer, MediaQuota quota, VariantsWork variants)
{
    /// <returns>The new media's id.</returns>
    public async Task<Outcome<string>> UploadAsync(IncomingFile file, string? folder, ActContext act, CancellationToken cancellationToken)
    {
        if (MediaRights.RequireUse(act).IsRefused(out var denied))
        {
            return denied;
        }

        var prepared = await preparer.PrepareAsync(file.Content, file.Name, cancellationToken);
        if (prepared.IsRefused(out var refusal))
        {
            return refusal;
        }

        var id = ContentId.New();
        var outcome = await db.InTransactionAsync<Outcome>(
            async () =>
            {
                if ((await quota.RequireRoomAsync(prepared.Value.Length, file.Name, act.Actor, cancellationToken)).IsRefused(out var full))
                {
                    return full;
                }

                var item = db.AddMedia(id, MediaAddress.Folder(folder), prepared.Value, new MediaOwner(act.Actor, act.ActorName), act.At);
                db.Record(new MediaChanged(item.Id), act);
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken);
        if (outcome.IsRefused(out var noRoom))
        {
            return noRoom;
        }

        variants.Start(prepared.Value);
        return id;
    }
}

/// <summary>A file as sent.</summary>
/// <param name="Content">Can be sought in.</param>
/// <param name="Name">As the sender called it: never trusted for its type.</param>
internal sealed record IncomingFile(Stream Content, string Name);

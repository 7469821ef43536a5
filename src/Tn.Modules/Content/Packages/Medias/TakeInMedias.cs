using Microsoft.EntityFrameworkCore;
using Tn.Content.Media;
using Tn.Content.Media.Intake;
using Tn.Content.Media.Keep;
using Tn.Content.Packages.Upgrade;
using Tn.Platform.Data;

namespace Tn.Content.Packages.Medias;

/// <summary>
/// Puts the new media of a package into the library before its texts, each in a save of its own: private until a text that names them
/// is published, they harm nothing when the installation stops there, and installing again goes on.
/// </summary>
internal sealed class TakeInMedias(TnDbContext db, IMediaIntake intake, MediaQuota quota)
{
    /// <param name="author">Whose room they take; null for a package that nobody here signs.</param>
    /// <returns>How many came in.</returns>
    public async Task<Outcome<int>> TakeInAsync(PackageContents package, PackagePlan plan, PersonCard? author, ActContext act, CancellationToken cancellationToken)
    {
        var manifest = package.Manifest!;
        var fresh = plan.Medias.Select(line => line.Media).ToList();
        if (fresh.Count > 0 && (await quota.RequireRoomAsync(fresh.Sum(media => media.Length), manifest.Title, author?.Id, cancellationToken)).IsRefused(out var full))
        {
            return full;
        }

        var owner = new MediaOwner(author?.Id, author?.DisplayName ?? act.ActorName);
        foreach (var media in fresh)
        {
            using var content = new MemoryStream(package.Files!.Bytes(media.Path), writable: false);
            var packaged = new PackagedMedia(media.MediaId, manifest.Id, media.Path, content, media.SourceHash, media.Description, owner);
            if ((await intake.TakeInAsync(packaged, act, cancellationToken)).IsRefused(out var refusal))
            {
                return refusal;
            }

            if (!await db.Set<InstalledMedia>().AnyAsync(row => row.MediaId == media.MediaId, cancellationToken))
            {
                db.Add(new InstalledMedia(media.MediaId, manifest.Id, media.Path));
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        return fresh.Count;
    }
}

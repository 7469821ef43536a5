using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Platform.Data;

namespace Tn.Content.Media.Keep;

/// <summary>Who may change what of the library. What the committee has read, and what the public reads, does not change behind their backs.</summary>
internal sealed class MediaRights(TnDbContext db)
{
    /// <summary>May put files into the library and choose from it.</summary>
    public static bool MayUse(ActContext act) => act.Can(Permission.WriteContent) || act.Can(Permission.ManageContent);

    /// <summary>May see what no published document shows yet.</summary>
    public static bool MaySee(ActContext act) => MayUse(act) || act.Can(Permission.ReviewContent);

    /// <summary>Refuses a stranger or who has no desk here.</summary>
    public static Outcome RequireUse(ActContext act) =>
        act.Can(Permission.ManageContent) ? Outcome.Done : act.Require(Permission.WriteContent);

    /// <summary>May this person change this media? Its owner may, until it is public; who manages contents always may.</summary>
    public async Task<Outcome> RequireChangeAsync(MediaItem item, ActContext act, CancellationToken cancellationToken)
    {
        if (RequireUse(act).IsRefused(out var denied))
        {
            return denied;
        }

        if (act.Can(Permission.ManageContent))
        {
            return Outcome.Done;
        }

        if (item.Owner != act.Actor)
        {
            return new Refusal("access.denied");
        }

        return await PublishedTitleAsync(item.Id, cancellationToken) is { } title
            ? new Refusal("content.media-published").With("title", title)
            : Outcome.Done;
    }

    /// <summary>May its bytes change? Not while a committee reads a text that shows them, whoever asks.</summary>
    public async Task<Outcome> RequireReplaceAsync(MediaItem item, ActContext act, CancellationToken cancellationToken)
    {
        var change = await RequireChangeAsync(item, act, cancellationToken);
        if (!change.IsDone)
        {
            return change;
        }

        var versions = db.Set<MediaUse>().Where(use => use.MediaId == item.Id).Select(use => use.VersionId);
        var title = await db.Set<ReviewSubmission>()
            .Where(row => row.State == ReviewState.Submitted || row.State == ReviewState.InReview || row.State == ReviewState.Approved)
            .SelectMany(row => row.Documents)
            .Where(document => versions.Contains(document.VersionId))
            .Select(document => document.Title)
            .FirstOrDefaultAsync(cancellationToken);
        return title is null ? Outcome.Done : new Refusal("content.media-in-review").With("title", title);
    }

    /// <summary>The title of a document that is or was public and shows the media, or null: then nobody outside may see it.</summary>
    public Task<string?> PublishedTitleAsync(string mediaId, CancellationToken cancellationToken) =>
        db.Set<MediaUse>()
            .Where(use => use.MediaId == mediaId)
            .Join(db.Set<ContentVersion>().Where(version => version.PublishedUtc != null), use => use.VersionId, version => version.VersionId, (_, version) => version.DisplayText)
            .FirstOrDefaultAsync(cancellationToken);
}

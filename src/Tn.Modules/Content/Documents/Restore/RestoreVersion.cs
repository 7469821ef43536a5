using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.Save;
using Tn.Content.Rendering;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Restore;

/// <summary>
/// Makes an old version's content the latest draft again, as a new version: history only grows, and the committee reads it like any other.
/// The address stays the document's own, and so does what it was installed from: a restored text is a local edit.
/// </summary>
internal sealed class RestoreVersion(TnDbContext db, BodyRenderer renderer)
{
    public async Task<Outcome<SavedDraft>> RestoreAsync(RestoreInput input, ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.WriteContent) && act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        var latest = await db.Set<ContentVersion>().SingleAsync(row => row.LatestKey == input.ItemId, cancellationToken);
        if (latest.Owner != act.Actor && !act.Can(Permission.ManageContent))
        {
            return new Refusal("access.denied");
        }

        if (input.Comment.Length > ContentVersion.CommentLength)
        {
            return new Refusal("content.comment-too-long").With("maximum", $"{ContentVersion.CommentLength}");
        }

        var old = await db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.VersionId == input.VersionId && row.ItemId == input.ItemId, cancellationToken);
        var parts = old.Parts with { AutoroutePart = latest.Parts.AutoroutePart, ProvenancePart = latest.Parts.ProvenancePart };
        var rendered = await renderer.RenderAsync(latest.ContentType, parts.Source, latest.Slug, cancellationToken);
        if (rendered.Body is null)
        {
            // The rules grew stricter since it was written: it can be read and copied, not restored as it is.
            var first = rendered.Findings.First(finding => finding.Severity == Severity.Error);
            return new Refusal("content.text-refused").With("line", $"{first.Line}").With("reason", first.Message);
        }

        var content = new DraftContent(latest.ContentType, latest.Slug, parts, rendered.Body);
        return content.Hash == latest.ContentHash
            ? new SavedDraft(latest.VersionId, IsNew: false)
            : await AddAsync(content, latest, input.Comment, act, cancellationToken);
    }

    private async Task<Outcome<SavedDraft>> AddAsync(DraftContent content, ContentVersion latest, string comment, ActContext act, CancellationToken cancellationToken)
    {
        var draft = ContentVersion.Draft(latest.ItemId, content, latest, act.Actor, act.ActorName, act.At, comment);
        db.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody saved meanwhile: theirs is a version too, and the next try restores over it.
            return new Refusal("content.restore-conflict");
        }

        return new SavedDraft(draft.VersionId, IsNew: true);
    }
}

/// <param name="Comment">Why, 0 to <see cref="ContentVersion.CommentLength"/> characters.</param>
internal sealed record RestoreInput(string ItemId, string VersionId, string Comment);

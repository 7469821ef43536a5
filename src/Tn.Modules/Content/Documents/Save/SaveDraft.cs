using Microsoft.EntityFrameworkCore;
using Tn.Content.Rendering;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Save;

/// <summary>
/// Saves what an author typed as a new version. Two people saving from the same version: the second is told, and nothing is overwritten.
/// </summary>
internal sealed class SaveDraft(TnDbContext db, BodyRenderer renderer)
{
    public async Task<Outcome<SavedDraft>> SaveAsync(DraftInput input, ActContext act, CancellationToken cancellationToken)
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

        if (latest.VersionId != input.BaseVersionId)
        {
            return new Refusal("content.conflict").With("who", latest.AuthorName).With("when", French.Moment(latest.ModifiedUtc));
        }

        if (string.IsNullOrWhiteSpace(input.Title))
        {
            return new Refusal("content.title-missing");
        }

        var parts = latest.Parts.Edited(input.Title.Trim(), input.Summary.Trim(), Normal(input.Source));
        var rendered = await renderer.RenderAsync(latest.ContentType, parts.Source, latest.Slug, cancellationToken);
        if (rendered.Body is null || rendered.Findings.Any(finding => finding.Severity == Severity.Error))
        {
            var first = rendered.Findings.First(finding => finding.Severity == Severity.Error);
            return new Refusal("content.text-refused").With("line", $"{first.Line}").With("reason", first.Message);
        }

        var content = new DraftContent(latest.ContentType, latest.Slug, parts, rendered.Body);
        return content.Hash == latest.ContentHash
            ? new SavedDraft(latest.VersionId, IsNew: false)
            : await AddAsync(content, latest, act, cancellationToken);
    }

    private async Task<Outcome<SavedDraft>> AddAsync(DraftContent content, ContentVersion latest, ActContext act, CancellationToken cancellationToken)
    {
        var draft = ContentVersion.Draft(latest.ItemId, content, latest, act.Actor, act.ActorName, act.At);
        db.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody saved between our reading and our writing: the unique index on the latest version said so.
            return new Refusal("content.conflict").With("who", "quelqu’un").With("when", French.Moment(act.At));
        }

        return new SavedDraft(draft.VersionId, IsNew: true);
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd() + "\n";
}

/// <summary>What the author typed, and over which version.</summary>
internal sealed record DraftInput(string ItemId, string BaseVersionId, string Title, string Summary, string Source);

/// <param name="IsNew">False when nothing had changed.</param>
internal sealed record SavedDraft(string VersionId, bool IsNew);

using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Rendering;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Packages.Conflicts;

/// <summary>What a person decided of a conflict, having read both texts.</summary>
/// <param name="ReadVersionId">The version here that was shown.</param>
/// <param name="Source">The text put together, for <see cref="ConflictChoice.Merge"/>.</param>
internal sealed record ConflictDecision(ConflictChoice Choice, string ReadVersionId, string? Source);

/// <summary>Decides a conflict. The package's text, or both put together, is a new draft that goes to review like any other.</summary>
internal sealed class SettleConflict(TnDbContext db, BodyRenderer renderer, SubmitForReview review)
{
    /// <summary>Needs <see cref="Permission.ManageContent"/>; refused when the text here changed since it was read.</summary>
    public async Task<Outcome> SettleAsync(ConflictId id, ConflictDecision decision, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        var conflict = await db.Set<PackageConflict>().SingleAsync(row => row.Id == id, cancellationToken);
        if (conflict.OpenKey is null)
        {
            return new Refusal("packages.conflict-settled").With("who", conflict.SettledBy ?? string.Empty);
        }

        var incoming = await db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.VersionId == conflict.IncomingVersionId, cancellationToken);
        var content = await ContentAsync(incoming, decision, cancellationToken);
        if (content.IsRefused(out var refusal))
        {
            return refusal;
        }

        return await db.InTransactionAsync(() => WriteAsync(conflict, content.Value, decision, act, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<DraftContent>> ContentAsync(ContentVersion incoming, ConflictDecision decision, CancellationToken cancellationToken)
    {
        var theirs = new DraftContent(incoming.ContentType, incoming.Slug, incoming.Parts, incoming.Rendered);
        if (decision.Choice != ConflictChoice.Merge)
        {
            return theirs;
        }

        var source = (decision.Source ?? string.Empty).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var parts = ContentTypeCatalogue.Of(incoming.ContentType).Body?.Write(incoming.Parts, source) ?? incoming.Parts;
        var rendered = await renderer.RenderAsync(incoming.ContentType, source, incoming.Slug, cancellationToken);
        return rendered.Body is { } body
            ? new DraftContent(incoming.ContentType, incoming.Slug, parts, body)
            : Refuse(rendered.Findings.First(finding => finding.Severity == Severity.Error));
    }

    private async Task<Outcome> WriteAsync(PackageConflict conflict, DraftContent content, ConflictDecision decision, ActContext act, CancellationToken cancellationToken)
    {
        var latest = await db.Set<ContentVersion>().SingleAsync(row => row.LatestKey == conflict.ItemId, cancellationToken);
        var known = await db.Set<InstalledDocument>().SingleAsync(row => row.ItemId == conflict.ItemId, cancellationToken);
        if (latest.VersionId != decision.ReadVersionId)
        {
            return new Refusal("packages.edited-meanwhile").With("title", latest.DisplayText);
        }

        conflict.Settle(decision.Choice, act);
        if (decision.Choice == ConflictChoice.KeepLocal)
        {
            known.Decline(conflict.IncomingHash);
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done;
        }

        known.Take(conflict.Path, conflict.IncomingHash);
        var draft = ContentVersion.Draft(conflict.ItemId, content, latest, act.Actor, act.ActorName, act.At);
        db.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        var kind = draft.ContentType is ContentTypes.Course or ContentTypes.Lesson ? SubmissionKind.Course : SubmissionKind.Other;
        var sent = await review.SendAsync(new SubmissionPlan(draft.DisplayText, kind, [draft], act.Actor, act.ActorName), act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return sent.IsRefused(out var refusal) ? refusal : Outcome.Done;
    }

    private static Refusal Refuse(Finding finding) =>
        new Refusal("content.text-refused").With("line", $"{finding.Line}").With("reason", finding.Message);
}

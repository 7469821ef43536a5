using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Lint;
using Tn.Content.Media;
using Tn.Content.Rendering;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Review.Submit;

/// <summary>
/// Sends latest drafts to the committee as one submission. What was submitted before of the same documents and is still
/// undecided is taken along: in a new round when the committee asked for changes, in a new submission otherwise.
/// </summary>
internal sealed class SubmitForReview(TnDbContext db, ReviewRules rules, ReviewLetters letters, DocumentLint lint, CourseLessons lessons, MediaCheck medias, CharterDeclaration charters)
{
    /// <summary>Submits one document's latest draft, a course with its lessons' drafts; its author or a manager may. Sent twice, it is one submission.</summary>
    /// <param name="note">To the committee; 0 to <see cref="ReviewSubmission.NoteLength"/> characters.</param>
    public async Task<Outcome<SubmissionId>> SubmitAsync(string itemId, ActContext act, CancellationToken cancellationToken, string note = "")
    {
        if (act.Require(Permission.WriteContent).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.InTurnAsync<Outcome<SubmissionId>>(
            async () =>
            {
                var version = await db.Set<ContentVersion>().SingleAsync(row => row.LatestKey == itemId, cancellationToken);
                if (version.Owner != act.Actor && version.Author != act.Actor && !act.Can(Permission.ManageContent))
                {
                    return new Refusal("access.denied");
                }

                if (version.DeletedUtc is not null)
                {
                    return new Refusal("content.deleted");
                }

                var drafts = await lessons.DraftsAsync(version, cancellationToken);
                if (drafts.Count == 0)
                {
                    return new Refusal("content.nothing-to-submit");
                }

                if (Incomplete(drafts) is { } incomplete)
                {
                    return incomplete;
                }

                if ((await medias.RequireDescribedAsync(drafts, cancellationToken)).IsRefused(out var undescribed))
                {
                    return undescribed;
                }

                var kind = ContentTypeCatalogue.Of(version.ContentType).QuorumRule == RuleKeys.ReviewQuorumCourse ? SubmissionKind.Course : SubmissionKind.Other;
                var sent = await SendAsync(new SubmissionPlan(version.DisplayText, kind, drafts, act.Actor, act.ActorName, note.Trim()), act, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return sent;
            },
            cancellationToken);
    }

    /// <summary>Submits in the caller's unit of work, whichever way the versions came; does not save.</summary>
    public async Task<Outcome<SubmissionId>> SendAsync(SubmissionPlan plan, ActContext act, CancellationToken cancellationToken)
    {
        // A renewal brings back what is in force: it changes nothing to declare.
        if (!plan.Renewal && (await charters.CheckAsync(plan.Versions, cancellationToken)).IsRefused(out var undeclared))
        {
            return undeclared;
        }

        var undecided = await UndecidedAsync(plan, cancellationToken);
        if (undecided.Find(row => row.IsOpen && plan.Versions.All(version => row.Holds(version.VersionId, version.ContentHash))) is { } sentAlready)
        {
            return sentAlready.Id;
        }

        var submission = undecided.FirstOrDefault(row => row.State == ReviewState.ChangesRequested);
        if (submission is null)
        {
            submission = ReviewSubmission.Open(undecided.FirstOrDefault()?.Title ?? plan.Title, plan.Kind, plan.Submitter, plan.SubmitterName, act, plan.Renewal || undecided.Exists(row => row.Renewal));
            db.Add(submission);
        }

        foreach (var other in undecided.Where(row => row != submission))
        {
            other.Withdraw("Remplacée par une nouvelle soumission", act);
        }

        var versions = plan.Versions.Concat(await RestAsync(plan, undecided, cancellationToken)).ToList();
        if (submission.Submit(versions, await rules.DueOnAsync(act.At, cancellationToken), act, plan.Note).IsRefused(out var refusal))
        {
            return refusal;
        }

        submission.Remember((await lint.CheckAsync(versions, cancellationToken)).ToDictionary(one => one.Key, one => one.Value.Count(finding => finding.Severity != Severity.Note), StringComparer.Ordinal));

        await letters.TellReturnAsync(submission, act, cancellationToken);

        db.Record(new ContentSubmitted(submission.Id.Value, submission.Title, plan.Submitter), act);
        return submission.Id;
    }

    private static Refusal? Incomplete(IEnumerable<ContentVersion> drafts)
    {
        var first = drafts.FirstOrDefault(draft => Completeness.Missing(ContentTypeCatalogue.Of(draft.ContentType), draft.Slug, draft.Parts).Count > 0);
        return first is null ? null : new Refusal("content.incomplete").With("title", first.DisplayText);
    }

    private Task<List<ReviewSubmission>> UndecidedAsync(SubmissionPlan plan, CancellationToken cancellationToken)
    {
        var items = plan.Versions.Select(version => version.ItemId).ToList();
        return db.Set<ReviewSubmission>().AsSplitQuery()
            .Where(row => row.State == ReviewState.Submitted || row.State == ReviewState.InReview || row.State == ReviewState.ChangesRequested)
            .Where(row => row.Documents.Any(document => items.Contains(document.ItemId)))
            .OrderBy(row => row.SubmittedUtc)
            .ToListAsync(cancellationToken);
    }

    /// <summary>What stood in the earlier submissions and is not in this one: it must not fall out of review.</summary>
    private Task<List<ContentVersion>> RestAsync(SubmissionPlan plan, List<ReviewSubmission> undecided, CancellationToken cancellationToken)
    {
        var rest = undecided.SelectMany(row => row.Documents).Select(document => document.ItemId)
            .Except(plan.Versions.Select(version => version.ItemId))
            .ToList();
        return db.Set<ContentVersion>().Where(row => row.LatestKey != null && rest.Contains(row.LatestKey)).ToListAsync(cancellationToken);
    }
}

/// <summary>What to send together.</summary>
internal sealed record SubmissionPlan(string Title, SubmissionKind Kind, IReadOnlyList<ContentVersion> Versions, PersonId? Submitter, string SubmitterName, string Note = "", bool Renewal = false);

using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Platform.Data;

namespace Tn.Content.Recipes;

/// <summary>
/// Imports a recipe: every changed document is a new version, never a known one rewritten; what wishes to be public goes to
/// the committee. One transaction: all of it, or nothing.
/// </summary>
internal sealed class ImportRecipe(TnDbContext db, SubmitForReview review)
{
    private const int AtOnce = 400;

    /// <summary>Needs <see cref="Permission.ManageContent"/>.</summary>
    public async Task<Outcome<RecipeReport>> ImportAsync(RecipeContents recipe, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        if (!recipe.IsValid)
        {
            return new Refusal("recipes.invalid").With("count", $"{recipe.Findings.Count(finding => finding.Severity == Rendering.Severity.Error)}");
        }

        return await db.InTransactionAsync(() => WriteAsync(recipe, act, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<RecipeReport>> WriteAsync(RecipeContents recipe, ActContext act, CancellationToken cancellationToken)
    {
        var here = await LatestAsync(recipe, cancellationToken);
        var drafts = new List<(ContentVersion Version, bool IsWished)>();
        var (created, updated) = (0, 0);
        foreach (var item in recipe.Items)
        {
            var latest = here.GetValueOrDefault(item.ItemId);
            if (latest?.ContentHash == item.Content.Hash)
            {
                continue;
            }

            if (latest is not null && latest.ContentType != item.Content.ContentType)
            {
                return new Refusal("recipes.other-type").With("title", latest.DisplayText);
            }

            _ = latest is null ? created++ : updated++;
            var draft = ContentVersion.Draft(item.ItemId, item.Content, latest, act.Actor, act.ActorName, act.At);
            db.Add(draft);
            drafts.Add((draft, item.WantsPublication));
        }

        await db.SaveChangesAsync(cancellationToken);
        var submissions = await SubmitAsync([.. drafts.Where(draft => draft.IsWished).Select(draft => draft.Version)], here, act, cancellationToken);
        return submissions.IsRefused(out var refusal)
            ? refusal
            : new RecipeReport(created, updated, recipe.Items.Count - drafts.Count, submissions.Value);
    }

    private async Task<Outcome<int>> SubmitAsync(List<ContentVersion> wished, Dictionary<string, ContentVersion> here, ActContext act, CancellationToken cancellationToken)
    {
        var submissions = 0;
        foreach (var group in wished.GroupBy(GroupOf))
        {
            var versions = group.OrderBy(version => version.Parts.ContainedPart?.Order ?? 0).ToList();
            var course = versions.Find(version => version.ContentType == ContentTypes.Course) ?? here.GetValueOrDefault(versions[0].ContainerId ?? string.Empty);
            var kind = versions[0].ContentType is ContentTypes.Course or ContentTypes.Lesson ? SubmissionKind.Course : SubmissionKind.Other;
            var plan = new SubmissionPlan(course?.DisplayText ?? versions[0].DisplayText, kind, versions, act.Actor, act.ActorName);
            if ((await review.SendAsync(plan, act, cancellationToken)).IsRefused(out var refusal))
            {
                return refusal;
            }

            submissions++;
            await db.SaveChangesAsync(cancellationToken);
        }

        return submissions;
    }

    private async Task<Dictionary<string, ContentVersion>> LatestAsync(RecipeContents recipe, CancellationToken cancellationToken)
    {
        var here = new Dictionary<string, ContentVersion>(StringComparer.Ordinal);
        foreach (var some in recipe.Items.Select(item => item.ItemId).Chunk(AtOnce))
        {
            foreach (var version in await db.Set<ContentVersion>().Where(row => row.LatestKey != null && some.Contains(row.LatestKey)).ToListAsync(cancellationToken))
            {
                here[version.ItemId] = version;
            }
        }

        return here;
    }

    /// <summary>A course with its lessons; any other document alone.</summary>
    private static string GroupOf(ContentVersion version) => version.ContentType == ContentTypes.Lesson ? version.ContainerId! : version.ItemId;
}

/// <summary>What an import did.</summary>
internal sealed record RecipeReport(int Created, int Updated, int Unchanged, int Submissions);

using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Rendering;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Platform.Data;

namespace Tn.Content.Packages.Install;

/// <summary>
/// Installs a valid package: what is new or changed becomes a draft version and goes to review, one submission a course and
/// one a kind of other documents. Installing twice does nothing; a local edit is never overwritten.
/// </summary>
internal sealed class InstallPackage(TnDbContext db, SubmitForReview review)
{
    /// <param name="author">In whose name; their versions they cannot vote on.</param>
    public async Task<Outcome<InstallReport>> InstallAsync(PackageContents package, PersonCard? author, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        if (!package.IsValid)
        {
            return new Refusal("content.package-invalid").With("count", $"{package.Findings.Count(finding => finding.Severity == Severity.Error)}");
        }

        return await db.InTransactionAsync(() => InstallAllAsync(package, author, act, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<InstallReport>> InstallAllAsync(PackageContents package, PersonCard? author, ActContext act, CancellationToken cancellationToken)
    {
        var ids = package.Documents.Select(document => document.ItemId).ToList();
        var existing = await db.Set<ContentVersion>()
            .Where(row => row.LatestKey != null && ids.Contains(row.LatestKey))
            .ToDictionaryAsync(row => row.ItemId, StringComparer.Ordinal, cancellationToken);
        var report = new InstallReport();
        var drafts = new List<ContentVersion>();
        foreach (var document in package.Documents)
        {
            var latest = existing.GetValueOrDefault(document.ItemId);
            if (report.Judge(document, latest))
            {
                var draft = ContentVersion.Draft(document.ItemId, document.Content, latest, author?.Id, author?.DisplayName ?? act.ActorName, act.At);
                db.Add(draft);
                drafts.Add(draft);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var plan in Plans(package.Manifest!, drafts, existing, author, act))
        {
            if ((await review.SendAsync(plan, act, cancellationToken)).IsRefused(out var refusal))
            {
                return refusal;
            }

            report.Submissions++;
            await db.SaveChangesAsync(cancellationToken);
        }

        return report;
    }

    private static IEnumerable<SubmissionPlan> Plans(PackageManifest manifest, List<ContentVersion> drafts, Dictionary<string, ContentVersion> existing, PersonCard? author, ActContext act)
    {
        var name = author?.DisplayName ?? act.ActorName;
        foreach (var group in drafts.GroupBy(GroupOf))
        {
            var versions = group.OrderBy(version => version.Parts.ContainedPart?.Order ?? 0).ToList();
            var first = versions[0];
            var course = first.ContainerId is { } container ? existing.GetValueOrDefault(container) : first;
            var title = group.Key.Length == ContentId.Length
                ? course?.DisplayText ?? first.DisplayText
                : versions.Count == 1 ? first.DisplayText : $"{KindName(first.ContentType)} – {manifest.Title}";
            var kind = group.Key.Length == ContentId.Length ? SubmissionKind.Course : SubmissionKind.Other;
            yield return new SubmissionPlan(title, kind, versions, author?.Id, name);
        }
    }

    /// <summary>A course and its lessons by the course's id, everything else by kind.</summary>
    private static string GroupOf(ContentVersion version) => version.ContentType switch
    {
        ContentTypes.Course => version.ItemId,
        ContentTypes.Lesson => version.ContainerId!,
        _ => version.ContentType,
    };

    private static string KindName(string contentType) => contentType switch
    {
        ContentTypes.Charter => "Chartes",
        ContentTypes.Page => "Pages",
        ContentTypes.Menu => "Menus",
        ContentTypes.TeachingMaterial => "Supports de formation",
        ContentTypes.Webinar => "Webinaires",
        ContentTypes.QuestionBank => "Banques de certification",
        _ => contentType,
    };
}

/// <summary>What an installation did.</summary>
internal sealed class InstallReport
{
    private readonly List<Finding> conflicts = [];

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Submissions { get; set; }

    /// <summary>Documents changed both here and in the package: left as they are here.</summary>
    public IReadOnlyList<Finding> Conflicts => conflicts;

    /// <summary>True when the document needs a new version.</summary>
    public bool Judge(PackagedDocument document, ContentVersion? latest)
    {
        if (latest is null)
        {
            Created++;
            return true;
        }

        var installed = latest.Parts.ProvenancePart?.SourceHash;
        if (latest.ContentHash == document.Content.Hash || installed == document.Content.Hash)
        {
            Unchanged++;
            return false;
        }

        if (latest.ContentHash != installed)
        {
            conflicts.Add(new Finding(document.Path, 0, Severity.Warning, $"« {latest.DisplayText} » a été modifié ici et dans le paquet : la version d’ici est gardée. Reportez le changement à la main dans /admin/contenus/{latest.ItemId}."));
            return false;
        }

        Updated++;
        return true;
    }
}

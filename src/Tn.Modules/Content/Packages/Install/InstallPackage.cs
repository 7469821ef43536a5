using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Offered;
using Tn.Content.Packages.Conflicts;
using Tn.Content.Packages.Medias;
using Tn.Content.Packages.Upgrade;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Platform.Data;

namespace Tn.Content.Packages.Install;

/// <summary>
/// Installs a valid package as its plan says: what is new or changed becomes a draft version and goes to review, one submission a
/// course and one a kind of other documents. A local edit is never overwritten: the package's text is kept beside it until somebody decides.
/// One transaction a course: an interruption leaves whole courses, and installing again goes on from there.
/// </summary>
internal sealed class InstallPackage(TnDbContext db, PlanPackage planner, TakeInMedias medias, DocumentReader reader, SubmitForReview review, PublicationGate gate, ContentCache cache)
{
    /// <param name="author">In whose name; their versions they cannot vote on.</param>
    public async Task<Outcome<InstallReport>> InstallAsync(PackageContents package, PersonCard? author, ActContext act, CancellationToken cancellationToken, IProgress<PackageProgress>? progress = null)
    {
        var planned = await planner.PlanAsync(package, act, cancellationToken);
        if (planned.IsRefused(out var refusal))
        {
            return refusal;
        }

        var plan = planned.Value;
        var report = new InstallReport();
        var work = plan.Work.ToList();
        foreach (var line in plan.Lines.Except(work))
        {
            report.Count(line);
        }

        await RegisterAsync(plan, act, cancellationToken);
        var taken = await medias.TakeInAsync(package, plan, author, act, cancellationToken);
        if (taken.IsRefused(out refusal))
        {
            return refusal;
        }

        report.Medias = taken.Value;
        var done = 0;
        foreach (var unit in work.GroupBy(GroupOf))
        {
            var lines = unit.ToList();
            if ((await InstallUnitAsync(package, lines, author, report, act, cancellationToken)).IsRefused(out refusal))
            {
                return refusal;
            }

            done += lines.Count;
            progress?.Report(new PackageProgress(done, work.Count, lines[0].Title));
        }

        await FinishAsync(plan, act, cancellationToken);
        cache.Renew();
        return report;
    }

    private async Task RegisterAsync(PackagePlan plan, ActContext act, CancellationToken cancellationToken)
    {
        var row = await db.Set<InstalledPackage>().SingleOrDefaultAsync(row => row.PackageId == plan.Manifest.Id, cancellationToken);
        if (row is null)
        {
            row = InstalledPackage.New(plan.Manifest.Id);
            db.Add(row);
        }

        row.Begin(plan.Manifest, plan.Work.Count(), act);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task FinishAsync(PackagePlan plan, ActContext act, CancellationToken cancellationToken)
    {
        await EnlistUnchangedAsync(plan, cancellationToken);
        (await db.Set<InstalledPackage>().SingleAsync(row => row.PackageId == plan.Manifest.Id, cancellationToken)).Finish(act);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Documents installed before packages were registered are registered now; a moved file is followed.</summary>
    private async Task EnlistUnchangedAsync(PackagePlan plan, CancellationToken cancellationToken)
    {
        var known = await db.Set<InstalledDocument>().AsNoTracking().Where(row => row.PackageId == plan.Manifest.Id).Select(row => row.ItemId).ToListAsync(cancellationToken);
        var unknown = plan.Lines.Where(line => line.Kind == PlanKind.Unchanged).ExceptBy(known, line => line.ItemId, StringComparer.Ordinal);
        db.AddRange(unknown.Select(line => InstalledDocument.New(line.Document!, plan.Manifest.Id)));
    }

    /// <summary>Texts are read and rendered before the transaction: nobody waits for Markdown at the gate.</summary>
    private async Task<Outcome> InstallUnitAsync(PackageContents package, List<PlanLine> lines, PersonCard? author, InstallReport report, ActContext act, CancellationToken cancellationToken)
    {
        var contents = new Dictionary<string, DraftContent>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Kind is PlanKind.New or PlanKind.Changed or PlanKind.Conflict))
        {
            var findings = new Rendering.Findings(line.Path);
            var content = await reader.ReadAsync(line.Document!.Place, package.Files!, package.Manifest!, package.Medias, findings, cancellationToken);
            if (content is null || content.Hash != line.Document.Hash)
            {
                return new Refusal("packages.changed-meanwhile").With("path", line.Path);
            }

            contents[line.ItemId] = content;
        }

        var outcome = await db.InTransactionAsync(() => WriteUnitAsync(package.Manifest!, lines, contents, author, act, cancellationToken), cancellationToken);
        db.ChangeTracker.Clear();
        if (outcome.IsRefused(out var refusal))
        {
            return refusal;
        }

        lines.ForEach(report.Count);
        report.Submissions += outcome.Value;
        return Outcome.Done;
    }

    private async Task<Outcome<int>> WriteUnitAsync(PackageManifest manifest, List<PlanLine> lines, Dictionary<string, DraftContent> contents, PersonCard? author, ActContext act, CancellationToken cancellationToken)
    {
        var ids = lines.Select(line => line.ItemId).Concat(lines.Select(line => line.Document?.ContainerId).OfType<string>()).Distinct(StringComparer.Ordinal).ToList();
        var latest = await db.Set<ContentVersion>().Where(row => row.LatestKey != null && ids.Contains(row.LatestKey)).ToDictionaryAsync(row => row.ItemId, StringComparer.Ordinal, cancellationToken);
        var known = await db.Set<InstalledDocument>().Where(row => ids.Contains(row.ItemId)).ToDictionaryAsync(row => row.ItemId, StringComparer.Ordinal, cancellationToken);
        var sent = new List<ContentVersion>();
        foreach (var line in lines)
        {
            var standing = latest.GetValueOrDefault(line.ItemId);
            if (standing?.VersionId != line.LatestVersionId)
            {
                return new Refusal("packages.edited-meanwhile").With("title", line.Title);
            }

            if (line.Kind == PlanKind.Removed)
            {
                await RemoveAsync(standing!, known[line.ItemId], act, cancellationToken);
            }
            else if (line.Kind == PlanKind.Conflict)
            {
                await AskAsync(line, contents[line.ItemId], manifest, act, cancellationToken);
                Enlist(line.Document!, manifest, known, takes: false, standing!.Parts.ProvenancePart?.SourceHash);
            }
            else
            {
                sent.Add(line.Kind == PlanKind.Restored ? standing! : Draft(line, contents[line.ItemId], standing, author, act));
                Enlist(line.Document!, manifest, known, takes: true, null);
            }
        }

        (await db.Set<InstalledPackage>().SingleAsync(row => row.PackageId == manifest.Id, cancellationToken)).Advance(lines.Count);
        await db.SaveChangesAsync(cancellationToken);
        return await SubmitAsync(manifest, sent, latest, author, act, cancellationToken);
    }

    private async Task<Outcome<int>> SubmitAsync(PackageManifest manifest, List<ContentVersion> sent, Dictionary<string, ContentVersion> latest, PersonCard? author, ActContext act, CancellationToken cancellationToken)
    {
        if (sent.Count == 0)
        {
            return 0;
        }

        if ((await review.SendAsync(SubmissionOf(manifest, sent, latest, author, act), act, cancellationToken)).IsRefused(out var refusal))
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return 1;
    }

    private ContentVersion Draft(PlanLine line, DraftContent content, ContentVersion? standing, PersonCard? author, ActContext act)
    {
        var draft = ContentVersion.Draft(line.ItemId, content, standing, author?.Id, author?.DisplayName ?? act.ActorName, act.At);
        db.Add(draft);
        return draft;
    }

    /// <summary>Keeps the package's text beside the one here, for a person to decide.</summary>
    private async Task AskAsync(PlanLine line, DraftContent content, PackageManifest manifest, ActContext act, CancellationToken cancellationToken)
    {
        if (await db.Set<PackageConflict>().SingleOrDefaultAsync(row => row.OpenKey == line.ItemId, cancellationToken) is { } earlier)
        {
            earlier.Settle(ConflictChoice.Superseded, act);
            // In a save of its own, so that the unique index never sees two open ones.
            await db.SaveChangesAsync(cancellationToken);
        }

        var incoming = ContentVersion.Aside(line.ItemId, content, $"Paquet {manifest.Id} {manifest.Version}", act.At);
        db.Add(incoming);
        db.Add(PackageConflict.Of(line.Document!, incoming, manifest, line.Title, act));
    }

    private void Enlist(PackagedDocument document, PackageManifest manifest, Dictionary<string, InstalledDocument> known, bool takes, string? sourceHash)
    {
        if (!known.TryGetValue(document.ItemId, out var row))
        {
            row = InstalledDocument.New(document, manifest.Id);
            db.Add(row);
            if (!takes && sourceHash is not null)
            {
                row.Take(document.Path, sourceHash);
            }
        }
        else if (takes)
        {
            row.Take(document.Path, document.Hash);
        }
    }

    /// <summary>
    /// A lesson leaves with its course's next edition. Anything else is archived, unless it was edited here: then it stays, ours from now on.
    /// </summary>
    private async Task RemoveAsync(ContentVersion standing, InstalledDocument known, ActContext act, CancellationToken cancellationToken)
    {
        known.Leave();
        if (standing.ContentType == ContentTypes.Lesson || standing.ContentHash != known.SourceHash)
        {
            return;
        }

        if (await db.Set<ContentVersion>().SingleOrDefaultAsync(row => row.PublishedKey == standing.ItemId, cancellationToken) is { } published)
        {
            await gate.ArchiveAsync(published, act, cancellationToken);
        }
    }

    private static SubmissionPlan SubmissionOf(PackageManifest manifest, List<ContentVersion> sent, Dictionary<string, ContentVersion> latest, PersonCard? author, ActContext act)
    {
        var versions = sent.OrderBy(version => version.Parts.ContainedPart?.Order ?? 0).ToList();
        var first = versions[0];
        var isCourse = first.ContentType is ContentTypes.Course or ContentTypes.Lesson;
        var course = versions.Find(version => version.ContentType == ContentTypes.Course) ?? latest.GetValueOrDefault(first.ContainerId ?? string.Empty);
        var title = isCourse ? course?.DisplayText ?? first.DisplayText
            : versions.Count == 1 ? first.DisplayText : $"{KindName(first.ContentType)} – {manifest.Title}";
        return new SubmissionPlan(title, isCourse ? SubmissionKind.Course : SubmissionKind.Other, versions, author?.Id, author?.DisplayName ?? act.ActorName);
    }

    /// <summary>A course and its lessons by the course's id, everything else by kind; what is removed apart.</summary>
    private static string GroupOf(PlanLine line) => line.ContentType switch
    {
        _ when line.Document is null => "removed",
        ContentTypes.Course => line.ItemId,
        ContentTypes.Lesson => line.Document.ContainerId!,
        _ => line.ContentType,
    };

    private static string KindName(string contentType) => contentType switch
    {
        ContentTypes.Charter => "Chartes",
        ContentTypes.Page => "Pages",
        ContentTypes.Axis => "Axes thématiques",
        ContentTypes.Menu => "Menus",
        ContentTypes.TeachingMaterial => "Supports de formation",
        ContentTypes.Webinar => "Webinaires",
        ContentTypes.QuestionBank => "Banques de certification",
        _ => contentType,
    };
}

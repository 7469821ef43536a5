using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.History;
using Tn.Content.Documents.Redirects;
using Tn.Content.Media;
using Tn.Content.Types;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Content.Review;

/// <summary>
/// The only way to publication, for votes, imports and schedules alike: it takes what the committee approved, as approved.
/// Runs in the caller's transaction. It checks everything before it changes anything.
/// </summary>
internal sealed class PublicationGate(TnDbContext db, KeepRedirects redirects, ReviewRules rules, MediaCheck medias)
{
    /// <summary>Makes an approved submission public: flags, the course's new edition, events. What is public already and came back by its date is confirmed.</summary>
    public async Task<Outcome> PublishAsync(ReviewSubmission approved, ActContext act, CancellationToken cancellationToken)
    {
        if (approved.State != ReviewState.Approved)
        {
            return new Refusal("content.not-approved");
        }

        var versions = await SubmittedAsync(approved, cancellationToken);
        if (versions.Any(version => !approved.Holds(version.VersionId, ContentHash.Of(version.ContentType, version.Slug, version.Parts))))
        {
            return new Refusal("content.vote-version-changed");
        }

        if (approved.Renewal)
        {
            var until = await rules.ConfirmedUntilAsync(act.At, cancellationToken);
            var readAgain = versions.FindAll(version => version.Published);
            readAgain.ForEach(version => version.KeepUntil(until));
            // Nothing new: no edition, and nobody is told of a change that there is not.
            if (readAgain.Count == versions.Count)
            {
                approved.Fire(ReviewTrigger.Confirm, $"Jusqu’au {French.ShortDate(until)}", act);
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            }
        }

        if ((await CheckAddressesAsync(versions, cancellationToken)).IsRefused(out var refusal))
        {
            return refusal;
        }

        if ((await medias.RequireDescribedAsync(versions, cancellationToken)).IsRefused(out var undescribed))
        {
            return undescribed;
        }

        var courses = await CoursesTouchedAsync(versions, cancellationToken);
        if (courses.FirstOrDefault(course => course.Missing is not null) is { } incomplete)
        {
            return new Refusal("content.lesson-missing").With("course", incomplete.Course.DisplayText).With("lesson", incomplete.Missing!);
        }

        var (replaced, retired) = await TakeDownAsync(versions, courses, cancellationToken);
        var editions = PutUp(approved, versions, courses, act);
        await redirects.FollowAsync(replaced, versions, retired.Join(editions, edition => edition.CourseItemId, edition => edition.CourseItemId, (before, after) => (before.Snapshot, after.Snapshot)), act, cancellationToken);
        approved.Fire(ReviewTrigger.Publish, "Publication", act);
        await SupersedeAsync(approved, replaced, versions, act, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Takes a document off the site; its versions and editions stay for those whose records point at them.</summary>
    public async Task ArchiveAsync(ContentVersion published, ActContext act, CancellationToken cancellationToken)
    {
        published.Unpublish();
        foreach (var edition in await db.Set<PublishedEdition>().Where(row => row.CurrentKey == published.ItemId).ToListAsync(cancellationToken))
        {
            edition.Retire();
        }

        var submission = await db.Set<ReviewSubmission>().AsSplitQuery()
            .Where(row => row.State == ReviewState.Published && row.Documents.Any(document => document.VersionId == published.VersionId))
            .OrderBy(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (submission is { Documents.Count: 1 })
        {
            submission.Fire(ReviewTrigger.Archive, "Retrait de la publication", act);
        }

        db.Add(DocumentStep.Of(published.ItemId, DocumentStepKind.Unpublished, published.DisplayText, act));
        db.Record(new ContentArchived(published.ItemId, published.ContentType, published.Slug), act);
        RecordSearchable(published, act);
        if (published.ContentType == ContentTypes.Course)
        {
            var lessons = await db.Set<ContentVersion>().Where(row => row.ContainerId == published.ItemId && row.PublishedKey != null).ToListAsync(cancellationToken);
            lessons.ForEach(lesson => RecordSearchable(lesson, act));
        }
    }

    private async Task<List<ContentVersion>> SubmittedAsync(ReviewSubmission approved, CancellationToken cancellationToken)
    {
        var ids = approved.Documents.Select(document => document.VersionId).ToList();
        return await db.Set<ContentVersion>().Where(row => ids.Contains(row.VersionId)).ToListAsync(cancellationToken);
    }

    private async Task<Outcome> CheckAddressesAsync(List<ContentVersion> versions, CancellationToken cancellationToken)
    {
        var addresses = versions.Select(version => version.Address).ToList();
        var items = versions.Select(version => version.ItemId).ToList();
        var taken = await db.Set<ContentVersion>()
            .Where(row => row.AddressKey != null && addresses.Contains(row.AddressKey) && !items.Contains(row.ItemId))
            .FirstOrDefaultAsync(cancellationToken);
        return taken is null ? Outcome.Done : new Refusal("content.address-taken").With("slug", taken.Slug).With("title", taken.DisplayText);
    }

    /// <summary>Every course that needs a new edition: itself published now, or public already with a lesson published now.</summary>
    private async Task<List<CoursePlan>> CoursesTouchedAsync(List<ContentVersion> versions, CancellationToken cancellationToken)
    {
        var courseIds = versions.Where(version => version.ContentType == ContentTypes.Course).Select(version => version.ItemId)
            .Concat(versions.Where(version => version.ContentType == ContentTypes.Lesson).Select(version => version.ContainerId).OfType<string>())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var publicNow = await db.Set<ContentVersion>()
            .Where(row => row.PublishedKey != null && (courseIds.Contains(row.ItemId) || courseIds.Contains(row.ContainerId!)))
            .ToListAsync(cancellationToken);
        var afterwards = publicNow.Concat(versions).GroupBy(version => version.ItemId).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        return [.. courseIds.Where(afterwards.ContainsKey).Select(id => CoursePlan.Of(afterwards[id], afterwards))];
    }

    /// <summary>What is replaced comes down in a save of its own, so that no unique index sees two at once.</summary>
    private async Task<(List<ContentVersion> Versions, List<PublishedEdition> Editions)> TakeDownAsync(List<ContentVersion> versions, List<CoursePlan> courses, CancellationToken cancellationToken)
    {
        var items = versions.Select(version => version.ItemId).ToList();
        var ids = versions.Select(version => version.VersionId).ToList();
        var replaced = await db.Set<ContentVersion>()
            .Where(row => row.PublishedKey != null && items.Contains(row.PublishedKey) && !ids.Contains(row.VersionId))
            .ToListAsync(cancellationToken);
        replaced.ForEach(version => version.Unpublish());

        var courseIds = courses.Select(plan => plan.Course.ItemId).ToList();
        var current = await db.Set<PublishedEdition>().Where(row => row.CurrentKey != null && courseIds.Contains(row.CurrentKey)).ToListAsync(cancellationToken);
        current.ForEach(edition => edition.Retire());
        await db.SaveChangesAsync(cancellationToken);
        return (replaced, current);
    }

    private List<PublishedEdition> PutUp(ReviewSubmission approved, List<ContentVersion> versions, List<CoursePlan> courses, ActContext act)
    {
        foreach (var version in versions)
        {
            version.Publish(approved, act.At);
            db.Record(new ContentPublished(version.ItemId, version.VersionId, version.ContentType, version.Slug), act);
            RecordSearchable(version, act);
        }

        var editions = courses.ConvertAll(plan => PublishedEdition.Of(plan.Course, plan.Lessons, act.At));
        db.AddRange(editions);
        courses.ForEach(plan => RecordSearchable(plan.Course, act));
        return editions;
    }

    /// <summary>Earlier submissions of which nothing is public any more.</summary>
    private async Task SupersedeAsync(ReviewSubmission approved, List<ContentVersion> replaced, List<ContentVersion> versions, ActContext act, CancellationToken cancellationToken)
    {
        var gone = replaced.Select(version => version.VersionId).ToList();
        var earlier = await db.Set<ReviewSubmission>().AsSplitQuery()
            .Where(row => row.State == ReviewState.Published && row.Id != approved.Id && row.Documents.Any(document => gone.Contains(document.VersionId)))
            .ToListAsync(cancellationToken);
        foreach (var submission in earlier)
        {
            var ids = submission.Documents.Select(document => document.VersionId).Except(gone).ToList();
            if (!await db.Set<ContentVersion>().AnyAsync(row => ids.Contains(row.VersionId) && row.PublishedKey != null, cancellationToken))
            {
                submission.Fire(ReviewTrigger.Supersede, $"Remplacé par « {approved.Title} »", act);
            }
        }
    }

    private void RecordSearchable(ContentVersion version, ActContext act)
    {
        if (SearchKinds.Of(version.ContentType) is { } kind)
        {
            db.Record(new SearchableChanged(kind, version.ItemId), act);
        }
    }

    private sealed record CoursePlan(ContentVersion Course, IReadOnlyList<ContentVersion> Lessons, string? Missing)
    {
        public static CoursePlan Of(ContentVersion course, Dictionary<string, ContentVersion> afterwards)
        {
            var ids = course.Parts.CoursePart?.Lessons ?? [];
            var lessons = ids.Select(id => afterwards.GetValueOrDefault(id)).OfType<ContentVersion>().ToList();
            return new CoursePlan(course, lessons, ids.FirstOrDefault(id => !afterwards.ContainsKey(id)));
        }
    }
}

/// <summary>The search kinds this module feeds.</summary>
internal static class SearchKinds
{
    public const string Lesson = "lesson";
    public const string Course = "course";
    public const string Material = "material";
    public const string Page = "page";

    /// <summary>The kind of a content type, or null when this module does not feed search with it.</summary>
    public static string? Of(string contentType) => ContentTypeCatalogue.Find(contentType)?.SearchKind;
}

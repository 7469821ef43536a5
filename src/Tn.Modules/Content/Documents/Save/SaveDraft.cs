using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.History;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Save;

/// <summary>
/// Saves what an author typed as a new version, with the lesson begun by the same gesture.
/// Two people saving from the same version: the second is told, and nothing is overwritten.
/// </summary>
internal sealed class SaveDraft(TnDbContext db, DraftWriter writer)
{
    public async Task<Outcome<SavedDraft>> SaveAsync(DraftInput input, ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.WriteContent) && act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        var latest = await db.Set<ContentVersion>().SingleAsync(row => row.LatestKey == input.ItemId, cancellationToken);
        if (!ContentTypeCatalogue.Of(latest.ContentType).MayChange(act, latest))
        {
            return new Refusal("access.denied");
        }

        if (latest.DeletedUtc is not null)
        {
            return new Refusal("content.deleted");
        }

        if (latest.VersionId != input.BaseVersionId)
        {
            return new Refusal("content.conflict").With("who", latest.AuthorName).With("when", French.Moment(latest.ModifiedUtc));
        }

        if (input.Comment.Length > ContentVersion.CommentLength)
        {
            return new Refusal("content.comment-too-long").With("maximum", $"{ContentVersion.CommentLength}");
        }

        return await WriteAsync(latest, input, act, cancellationToken);
    }

    private async Task<Outcome<SavedDraft>> WriteAsync(ContentVersion latest, DraftInput input, ActContext act, CancellationToken cancellationToken)
    {
        ContentVersion? lesson = null;
        if (input.NewLesson is { } title)
        {
            var begun = await BeginLessonAsync(latest, title.Trim(), act, cancellationToken);
            if (begun.IsRefused(out var notBegun))
            {
                return notBegun;
            }

            lesson = begun.Value;
        }

        var written = await writer.WriteAsync(latest, input, cancellationToken);
        if (written.IsRefused(out var refusal))
        {
            return refusal;
        }

        var content = lesson is null ? written.Value : WithLesson(written.Value, lesson);
        return content.Hash == latest.ContentHash
            ? new SavedDraft(latest.VersionId, IsNew: false)
            : await AddAsync(content, latest, lesson, input.Comment, act, cancellationToken);
    }

    private async Task<Outcome<ContentVersion>> BeginLessonAsync(ContentVersion course, string title, ActContext act, CancellationToken cancellationToken)
    {
        if (course.ContentType != ContentTypes.Course || title.Length == 0)
        {
            return new Refusal("content.title-missing").With("field", nameof(DraftInput.NewLesson));
        }

        if (title.Length > Fields.Title.Length)
        {
            return new Refusal("content.field-too-long").With("maximum", $"{Fields.Title.Length}").With("length", $"{title.Length}").With("field", nameof(DraftInput.NewLesson));
        }

        var slug = await writer.FreeSlugAsync(ContentTypes.Lesson, course.ItemId, Slug.Of(title), cancellationToken);
        var place = new ContainedPart(course.ItemId, ContentTypes.Course, (course.Parts.CoursePart?.Lessons.Count ?? 0) + 1);
        var blank = LessonType.Definition.Blank with { TitlePart = new TitlePart(title), ContainedPart = place };
        var begun = await writer.ComposeAsync(LessonType.Definition, slug, blank, cancellationToken);
        return begun.IsRefused(out var refusal)
            ? refusal
            : ContentVersion.Draft(ContentId.New(), begun.Value, null, act.Actor, act.ActorName, act.At);
    }

    private static DraftContent WithLesson(DraftContent course, ContentVersion lesson)
    {
        var part = course.Parts.CoursePart ?? CourseType.NewCourse;
        return course with { Parts = course.Parts with { CoursePart = part with { Lessons = [.. part.Lessons, lesson.ItemId] } } };
    }

    private async Task<Outcome<SavedDraft>> AddAsync(DraftContent content, ContentVersion latest, ContentVersion? lesson, string comment, ActContext act, CancellationToken cancellationToken)
    {
        var draft = ContentVersion.Draft(latest.ItemId, content, latest, act.Actor, act.ActorName, act.At, comment);
        db.Add(draft);
        if (lesson is not null)
        {
            db.Add(lesson);
            db.Add(DocumentStep.Of(lesson.ItemId, DocumentStepKind.Created, lesson.DisplayText, act));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody saved between our reading and our writing: the unique index on the latest version said so.
            return new Refusal("content.conflict").With("who", "quelqu’un").With("when", French.Moment(act.At));
        }

        return new SavedDraft(draft.VersionId, IsNew: true, lesson?.ItemId);
    }
}

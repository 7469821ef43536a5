using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.History;
using Tn.Content.Documents.Save;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Clone;

/// <summary>Copies a document, a course with its lessons, as a new draft of who copies it. Nothing of the first one changes.</summary>
internal sealed class CloneDocument(TnDbContext db, DraftWriter writer)
{
    /// <returns>The new item's id.</returns>
    public async Task<Outcome<string>> CloneAsync(string itemId, ActContext act, CancellationToken cancellationToken)
    {
        var latest = await db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.LatestKey == itemId, cancellationToken);
        var type = ContentTypeCatalogue.Of(latest.ContentType);
        if (!DocumentDoor.Opens(act, latest) || !type.MayCreate(act))
        {
            return new Refusal(act.Actor is null ? "access.sign-in" : "access.denied");
        }

        var title = $"Copie de {latest.DisplayText}";
        title = title.Length <= Fields.Title.Length ? title : title[..Fields.Title.Length];
        var slug = await writer.FreeSlugAsync(type.Name, latest.ContainerId, Slug.Of(title), cancellationToken);
        var id = ContentId.New();
        var lessons = latest.Parts.CoursePart is null ? [] : await LessonsAsync(latest, cancellationToken);
        var copies = lessons.ToDictionary(lesson => lesson.ItemId, _ => ContentId.New(), StringComparer.Ordinal);
        var parts = Bare(latest) with { TitlePart = new TitlePart(title) };
        if (parts.CoursePart is { } course)
        {
            parts = parts with { CoursePart = course with { Lessons = [.. course.Lessons.Where(copies.ContainsKey).Select(lesson => copies[lesson])] } };
        }

        if (await AddAsync(id, type, slug, parts, latest.DisplayText, act, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        foreach (var lesson in lessons)
        {
            var inside = Bare(lesson) with { ContainedPart = lesson.Parts.ContainedPart! with { ListContentItemId = id } };
            inside = inside with { AutoroutePart = new AutoroutePart(LessonType.Definition.AddressOf(lesson.Slug, slug)!) };
            var content = new DraftContent(lesson.ContentType, lesson.Slug, inside, lesson.Rendered);
            db.Add(ContentVersion.Draft(copies[lesson.ItemId], content, null, act.Actor, act.ActorName, act.At));
            db.Add(DocumentStep.Of(copies[lesson.ItemId], DocumentStepKind.Cloned, lesson.DisplayText, act));
        }

        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    private async Task<Refusal?> AddAsync(string id, TypeDefinition type, string slug, ContentParts parts, string from, ActContext act, CancellationToken cancellationToken)
    {
        var content = await writer.ComposeAsync(type, slug, parts, cancellationToken);
        if (content.IsRefused(out var refusal))
        {
            return refusal;
        }

        db.Add(ContentVersion.Draft(id, content.Value, null, act.Actor, act.ActorName, act.At));
        db.Add(DocumentStep.Of(id, DocumentStepKind.Cloned, from, act));
        return null;
    }

    /// <summary>Without what ties a document to its package and to its translations.</summary>
    private static ContentParts Bare(ContentVersion version) => version.Parts with { ProvenancePart = null, LocalizationPart = null };

    private Task<List<ContentVersion>> LessonsAsync(ContentVersion course, CancellationToken cancellationToken)
    {
        var ids = course.Parts.CoursePart!.Lessons;
        return db.Set<ContentVersion>().AsNoTracking().Where(row => row.LatestKey != null && row.DeletedUtc == null && ids.Contains(row.LatestKey)).ToListAsync(cancellationToken);
    }
}

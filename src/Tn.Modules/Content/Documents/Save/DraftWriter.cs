using Microsoft.EntityFrameworkCore;
using Tn.Content.Rendering;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Save;

/// <summary>Turns what was typed into a rendered document, or says what is wrong with it. Writes nothing.</summary>
internal sealed class DraftWriter(TnDbContext db, BodyRenderer renderer)
{
    /// <summary>The document that a version becomes with what was typed over it.</summary>
    public async Task<Outcome<DraftContent>> WriteAsync(ContentVersion latest, DraftInput input, CancellationToken cancellationToken)
    {
        var type = ContentTypeCatalogue.Of(latest.ContentType);
        var changed = Changed(type, latest, input);
        foreach (var (field, text) in changed)
        {
            if (FieldCheck.Refuse(field, text) is { } refusal)
            {
                return refusal.With("field", field.Name);
            }
        }

        var slug = changed.FirstOrDefault(change => change.Field.Kind == FieldKind.Slug).Text is { Length: > 0 } typed ? typed : latest.Slug;
        if (slug != latest.Slug && await IsTakenAsync(latest, slug, cancellationToken))
        {
            return new Refusal("content.slug-taken").With("slug", slug).With("field", Fields.Address.Name);
        }

        var parts = changed.Aggregate(latest.Parts, (before, change) => change.Field.Write(before, change.Text));
        if (await StrangerAmongAsync(latest, parts, cancellationToken))
        {
            return new Refusal("content.lesson-of-another-course").With("field", Fields.Lessons.Name);
        }

        return await RenderAsync(type, slug, changed.Count == 0 ? parts : await RoutedAsync(type, slug, Mirrored(type, parts), latest.ContainerId, cancellationToken), cancellationToken);
    }

    /// <summary>A new document of a type.</summary>
    /// <param name="parts">What it says; its address is written here.</param>
    public async Task<Outcome<DraftContent>> ComposeAsync(TypeDefinition type, string slug, ContentParts parts, CancellationToken cancellationToken) =>
        await RenderAsync(type, slug, await RoutedAsync(type, slug, parts, parts.ContainedPart?.ListContentItemId, cancellationToken), cancellationToken);

    /// <summary>An address like this one that no draft and no public document has.</summary>
    public async Task<string> FreeSlugAsync(string contentType, string? container, string wanted, CancellationToken cancellationToken)
    {
        var slug = wanted;
        for (var number = 2; await TakenBy(contentType, container, slug).AnyAsync(cancellationToken); number++)
        {
            slug = Slug.Numbered(wanted, number);
        }

        return slug;
    }

    private static List<(FieldDefinition Field, string Text)> Changed(TypeDefinition type, ContentVersion latest, DraftInput input) =>
        [.. type.Fields
            .Select(field => (Field: field, Typed: input.ValueOf(field)))
            .Where(one => one.Typed is not null)
            .Select(one => (one.Field, Text: FieldCheck.Normal(one.Field, one.Typed)))
            .Where(one => one.Text != FieldCheck.Normal(one.Field, Completeness.TextOf(one.Field, latest.Slug, latest.Parts)))];

    private static ContentParts Mirrored(TypeDefinition type, ContentParts parts)
    {
        if (!type.MirrorsFields)
        {
            return parts;
        }

        var withMinutes = Fields.WithValue(parts, "minutes", Fields.Minutes.Read(parts));
        return Fields.WithValue(withMinutes, "objectives", Fields.Objectives.Read(parts));
    }

    private async Task<ContentParts> RoutedAsync(TypeDefinition type, string slug, ContentParts parts, string? container, CancellationToken cancellationToken)
    {
        var folder = type.Container is null ? string.Empty
            : await db.Set<ContentVersion>().AsNoTracking().Where(row => row.LatestKey == container).Select(row => row.Slug).SingleOrDefaultAsync(cancellationToken) ?? string.Empty;
        return type.AddressOf(slug, folder) is { } path ? parts with { AutoroutePart = new AutoroutePart(path) } : parts;
    }

    private async Task<Outcome<DraftContent>> RenderAsync(TypeDefinition type, string slug, ContentParts parts, CancellationToken cancellationToken)
    {
        if (type.Body?.Kind != FieldKind.Rows && string.IsNullOrWhiteSpace(parts.Source))
        {
            // A draft may have no text yet; sending it to the committee is what asks for one.
            return new DraftContent(type.Name, slug, parts, RenderedBody.Empty);
        }

        var rendered = await renderer.RenderAsync(type.Name, parts.Source, slug, cancellationToken);
        if (rendered.Body is not null && rendered.Findings.All(finding => finding.Severity != Severity.Error))
        {
            return new DraftContent(type.Name, slug, parts, rendered.Body);
        }

        var first = rendered.Findings.First(finding => finding.Severity == Severity.Error);
        return new Refusal("content.text-refused").With("line", $"{first.Line}").With("reason", first.Message).With("field", type.Body?.Name ?? string.Empty);
    }

    private Task<bool> IsTakenAsync(ContentVersion latest, string slug, CancellationToken cancellationToken) =>
        TakenBy(latest.ContentType, latest.ContainerId, slug).AnyAsync(row => row.ItemId != latest.ItemId, cancellationToken);

    private IQueryable<ContentVersion> TakenBy(string contentType, string? container, string slug) => db.Set<ContentVersion>().AsNoTracking()
        .Where(row => row.Slug == slug && row.ContentType == contentType && row.ContainerId == container)
        .Where(row => (row.LatestKey != null && row.DeletedUtc == null) || row.PublishedKey != null);

    /// <summary>True when a course names a lesson that is not one of its own.</summary>
    private async Task<bool> StrangerAmongAsync(ContentVersion latest, ContentParts parts, CancellationToken cancellationToken)
    {
        var added = (parts.CoursePart?.Lessons ?? []).Except(latest.Parts.CoursePart?.Lessons ?? [], StringComparer.Ordinal).ToList();
        return added.Count > 0
            && await db.Set<ContentVersion>().CountAsync(row => row.LatestKey != null && added.Contains(row.LatestKey) && row.ContainerId == latest.ItemId, cancellationToken) < added.Count;
    }
}

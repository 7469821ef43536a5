using Tn.Content.Documents.History;
using Tn.Content.Documents.Save;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Create;

/// <summary>Begins a document from nothing but its type and title; it belongs to who begins it. A lesson is begun from its course.</summary>
internal sealed class CreateDocument(TnDbContext db, DraftWriter writer)
{
    /// <param name="typeName">One of <see cref="ContentTypes"/>.</param>
    /// <returns>The new item's id.</returns>
    public async Task<Outcome<string>> CreateAsync(string? typeName, string? title, ActContext act, CancellationToken cancellationToken)
    {
        if (ContentTypeCatalogue.Find(typeName) is not { Container: null } type)
        {
            return act.Actor is null ? new Refusal("access.sign-in") : new Refusal("content.type-missing");
        }

        if (!type.MayCreate(act))
        {
            return new Refusal(act.Actor is null ? "access.sign-in" : "access.denied");
        }

        var words = FieldCheck.Normal(Fields.Title, title);
        if (FieldCheck.Refuse(Fields.Title, words) is { } wrong)
        {
            return wrong;
        }

        var slug = await writer.FreeSlugAsync(type.Name, null, Slug.Of(words), cancellationToken);
        var content = await writer.ComposeAsync(type, slug, type.Blank with { TitlePart = new TitlePart(words) }, cancellationToken);
        if (content.IsRefused(out var refusal))
        {
            return refusal;
        }

        var draft = ContentVersion.Draft(ContentId.New(), content.Value, null, act.Actor, act.ActorName, act.At);
        db.Add(draft);
        db.Add(DocumentStep.Of(draft.ItemId, DocumentStepKind.Created, words, act));
        await db.SaveChangesAsync(cancellationToken);
        return draft.ItemId;
    }
}

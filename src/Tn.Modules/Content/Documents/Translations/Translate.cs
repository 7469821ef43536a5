using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.Save;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Translations;

/// <summary>Begins a translation, and says that one has caught up with its source. Both make drafts: the committee reads them like any other.</summary>
internal sealed class Translate(TnDbContext db, TranslationQueries queries)
{
    /// <summary>Makes an English draft of a page from the text of its source, to be written over.</summary>
    public async Task<Outcome<string>> BeginAsync(string itemId, ActContext act, CancellationToken cancellationToken)
    {
        var set = (await queries.FindAsync(itemId, cancellationToken))!;
        if (Check(set.Source, act).IsRefused(out var denied))
        {
            return denied;
        }

        if (set.Source.ContentType != ContentTypes.Page)
        {
            return new Refusal("content.translation-type");
        }

        var slug = $"{set.Source.Slug}-{LocalizationPart.English}";
        if (set.Translations.Any(line => line.Culture == LocalizationPart.English))
        {
            return new Refusal("content.translation-exists");
        }

        var parts = set.Current.Parts with
        {
            AutoroutePart = new AutoroutePart($"pages/{slug}"),
            LocalizationPart = new LocalizationPart(LocalizationPart.English, set.Source.ItemId, set.Current.VersionId),
            ProvenancePart = null,
        };
        // One identity for one language of one source: a second click in the same instant meets the first.
        var id = ContentId.Of(set.Source.ItemId, LocalizationPart.English);
        db.Add(ContentVersion.Draft(id, new DraftContent(set.Source.ContentType, slug, parts, set.Current.Rendered), null, act.Actor, act.ActorName, act.At, "Traduction à écrire"));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new Refusal("content.translation-exists");
        }

        return id;
    }

    /// <summary>Says that a translation tells what its source tells now: a new version with the same text.</summary>
    public async Task<Outcome<SavedDraft>> CatchUpAsync(string itemId, ActContext act, CancellationToken cancellationToken)
    {
        var set = (await queries.FindAsync(itemId, cancellationToken))!;
        var latest = await db.Set<ContentVersion>().SingleAsync(row => row.LatestKey == itemId, cancellationToken);
        if (Check(latest, act).IsRefused(out var denied))
        {
            return denied;
        }

        if (latest.Parts.LocalizationPart is not { SourceVersionId: not null } localization)
        {
            return new Refusal("content.translation-none");
        }

        if (localization.SourceVersionId == set.Current.VersionId)
        {
            return new SavedDraft(latest.VersionId, IsNew: false);
        }

        var parts = latest.Parts with { LocalizationPart = localization with { SourceVersionId = set.Current.VersionId } };
        var draft = ContentVersion.Draft(itemId, new DraftContent(latest.ContentType, latest.Slug, parts, latest.Rendered), latest, act.Actor, act.ActorName, act.At, "À jour de sa source");
        db.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new Refusal("content.restore-conflict");
        }

        return new SavedDraft(draft.VersionId, IsNew: true);
    }

    private static Outcome Check(ContentVersion version, ActContext act) =>
        DocumentDoor.Opens(act, version) ? Outcome.Done : new Refusal(act.Actor is null ? "access.sign-in" : "access.denied");
}

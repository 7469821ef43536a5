using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.History;
using Tn.Content.Review;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Discard;

/// <summary>Gives a draft up: the next edit begins from the published version again. The draft stays among the versions.</summary>
internal sealed class DiscardDraft(TnDbContext db, ReviewQueries reviews)
{
    public async Task<Outcome> DiscardAsync(string itemId, ActContext act, CancellationToken cancellationToken) =>
        await db.InTransactionAsync(() => DiscardNowAsync(itemId, act, cancellationToken), cancellationToken);

    private async Task<Outcome> DiscardNowAsync(string itemId, ActContext act, CancellationToken cancellationToken)
    {
        var draft = await db.Set<ContentVersion>().SingleAsync(row => row.LatestKey == itemId, cancellationToken);
        if (!ContentTypeCatalogue.Of(draft.ContentType).MayChange(act, draft))
        {
            return new Refusal(act.Actor is null ? "access.sign-in" : "access.denied");
        }

        var published = await db.Set<ContentVersion>().SingleOrDefaultAsync(row => row.PublishedKey == itemId, cancellationToken);
        if (published is null || draft.Published)
        {
            return new Refusal("content.nothing-to-discard");
        }

        if (await reviews.UndecidedOfAsync(itemId, cancellationToken) is { State: not ReviewState.ChangesRequested })
        {
            return new Refusal("content.under-review");
        }

        // Two saves, so that no unique index sees two latest versions at once.
        draft.StepBack();
        await db.SaveChangesAsync(cancellationToken);
        published.BecomeLatest();
        db.Add(DocumentStep.Of(itemId, DocumentStepKind.Discarded, draft.DisplayText, act));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}

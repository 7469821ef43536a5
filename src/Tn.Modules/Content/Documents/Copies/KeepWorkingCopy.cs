using System.Text;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.Save;
using Tn.Content.Rendering;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Copies;

/// <summary>Keeps, finds and forgets a person's working copy of a document.</summary>
internal sealed class KeepWorkingCopy(TnDbContext db)
{
    // The body at its most, and every other field beside it.
    private const int MaximumBytes = 2 * BodyRenderer.MaximumBytes;

    /// <summary>Keeps what is typed now; nothing is checked but its size, since a sentence half written is not an error.</summary>
    public async Task<Outcome> KeepAsync(DraftInput input, ActContext act, CancellationToken cancellationToken)
    {
        var latest = await db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.LatestKey == input.ItemId, cancellationToken);
        if (act.Actor is not { } person || !ContentTypeCatalogue.Of(latest.ContentType).MayChange(act, latest))
        {
            return new Refusal("access.denied");
        }

        if (!ContentId.IsValid(input.BaseVersionId) || input.Values.Sum(value => Encoding.UTF8.GetByteCount(value.Value ?? string.Empty)) > MaximumBytes)
        {
            return new Refusal("content.copy-too-long");
        }

        var known = await db.Set<WorkingCopy>().FindAsync([person, input.ItemId], cancellationToken);
        var copy = known ?? WorkingCopy.Of(person, input.ItemId);
        copy.Keep(input.BaseVersionId, input.Values, act.At);
        if (known is null)
        {
            db.Add(copy);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (known is null)
        {
            // Two tabs kept their first copy at once: the other one stands, and the next keystroke comes here again.
        }

        return Outcome.Done;
    }

    /// <summary>The person's copy, or null.</summary>
    public Task<WorkingCopy?> FindAsync(PersonId person, string itemId, CancellationToken cancellationToken) =>
        db.Set<WorkingCopy>().AsNoTracking().SingleOrDefaultAsync(row => row.Person == person && row.ItemId == itemId, cancellationToken);

    /// <summary>Forgets the person's copy: its text was saved, or put aside.</summary>
    public async Task ForgetAsync(PersonId person, string itemId, CancellationToken cancellationToken)
    {
        if (await db.Set<WorkingCopy>().FindAsync([person, itemId], cancellationToken) is { } copy)
        {
            db.Remove(copy);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}

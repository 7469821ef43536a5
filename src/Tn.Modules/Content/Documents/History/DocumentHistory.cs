using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Documents.History;

/// <summary>Reads what happened to a document beside its versions.</summary>
internal sealed class DocumentHistory(TnDbContext db)
{
    /// <summary>The last acts, newest first.</summary>
    public Task<List<DocumentStep>> OfAsync(string itemId, int take, CancellationToken cancellationToken) =>
        db.Set<DocumentStep>().AsNoTracking().Where(row => row.ItemId == itemId).OrderByDescending(row => row.Number).Take(take).ToListAsync(cancellationToken);
}

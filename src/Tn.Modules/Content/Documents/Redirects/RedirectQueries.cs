using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Content.Documents.Redirects;

internal sealed record RedirectPage(IReadOnlyList<Redirect> Rows, int Total);

/// <summary>Reads redirects: a page of them for the desk, one of them for a visitor whose page was not found.</summary>
internal sealed class RedirectQueries(TnDbContext db) : IMovedAddresses
{
    /// <summary>A page of them, by old address. Refused with <c>access.…</c>.</summary>
    /// <param name="text">Part of the old address or of the new one, or null for all.</param>
    /// <param name="page">From 1.</param>
    public async Task<Outcome<RedirectPage>> ListAsync(string? text, int page, int size, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.EditSite).IsRefused(out var denied))
        {
            return denied;
        }

        var rows = db.Set<Redirect>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(text))
        {
            var wanted = text.Trim().ToLowerInvariant();
            rows = rows.Where(row => row.From.Contains(wanted) || row.To.Contains(wanted));
        }

        return new RedirectPage(await rows.OrderBy(row => row.From).Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken), await rows.CountAsync(cancellationToken));
    }

    public async Task<string?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var from = RedirectAddress.Normal(path);
        return from.Length > Redirect.AddressLength ? null
            : await db.Set<Redirect>().AsNoTracking().Where(row => row.From == from).Select(row => row.To).SingleOrDefaultAsync(cancellationToken);
    }
}

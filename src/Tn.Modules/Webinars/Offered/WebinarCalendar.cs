using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Offered;

/// <summary>Tells other modules what is coming.</summary>
internal sealed class WebinarCalendar(TnDbContext db, TimeProvider clock) : IWebinarCalendar
{
    public async Task<IReadOnlyList<WebinarAhead>> NextAsync(int take, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Set<WebinarSession>().AsNoTracking()
            .Where(session => session.IsListed && session.StartsUtc > now)
            .OrderBy(session => session.StartsUtc)
            .Take(take)
            .Select(session => new WebinarAhead(session.Slug, session.Title, session.Summary, session.StartsUtc, session.Minutes))
            .ToListAsync(cancellationToken);
    }
}

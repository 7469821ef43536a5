using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Web;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Pages.Webinars;

/// <summary>Webinars to come, or past.</summary>
internal sealed class IndexModel(TnDbContext db, TimeProvider clock) : TnPageModel
{
    public const int Size = 12;

    [BindProperty(SupportsGet = true, Name = "quand")]
    public string? When { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public bool ShowsPast => When == "passes";

    public IReadOnlyList<WebinarSession> Sessions { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Number = Math.Clamp(Number, 1, 10_000);
        // A session of today stays to come for its longest hours; the page says when it begins.
        var limit = clock.GetUtcNow().AddHours(-2);
        var wanted = ShowsPast
            ? db.Set<WebinarSession>().Where(session => session.IsListed && session.StartsUtc <= limit).OrderByDescending(session => session.StartsUtc)
            : db.Set<WebinarSession>().Where(session => session.IsListed && session.StartsUtc > limit).OrderBy(session => session.StartsUtc);
        Total = await wanted.CountAsync(cancellationToken);
        Sessions = await wanted.AsNoTracking().Skip((Number - 1) * Size).Take(Size).ToListAsync(cancellationToken);
    }
}

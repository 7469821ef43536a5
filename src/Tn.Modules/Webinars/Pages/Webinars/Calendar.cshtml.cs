using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Web;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Pages.Webinars;

/// <summary>A webinar for one's own agenda.</summary>
internal sealed class CalendarModel(TnDbContext db) : TnPageModel
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var session = await db.Set<WebinarSession>().AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Slug && one.IsListed, cancellationToken);
        if (session is null)
        {
            return NotFound();
        }

        var page = new Uri($"{Request.Scheme}://{Request.Host}/webinaires/{session.Slug}");
        return File(Encoding.UTF8.GetBytes(CalendarFile.Write(session, page)), "text/calendar; charset=utf-8", $"{session.Slug}.ics");
    }
}

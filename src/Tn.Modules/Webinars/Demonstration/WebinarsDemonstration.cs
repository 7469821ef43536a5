using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;
using Tn.Webinars.Registrations;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Demonstration;

/// <summary>Some advisors have registered for what comes.</summary>
internal sealed class WebinarsDemonstration(TnDbContext db, SessionCalendar calendar, RegisterForWebinar register, IPeople people, TimeProvider clock) : IDemonstration
{
    public int Order => 70;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        await calendar.FollowAllAsync(ActContext.System(clock.GetUtcNow(), "demonstration"), cancellationToken);
        var now = clock.GetUtcNow();
        var slugs = await db.Set<WebinarSession>().Where(session => session.StartsUtc > now).OrderBy(session => session.StartsUtc).Select(session => session.Slug).ToListAsync(cancellationToken);
        foreach (var (number, advisor) in (await people.WithRoleAsync(Role.Advisor, cancellationToken)).Index())
        {
            foreach (var slug in slugs.Where((_, rank) => (number + rank) % (rank + 2) == 0))
            {
                var act = new ActContext(advisor.Id, advisor.DisplayName, advisor.Roles, clock.GetUtcNow(), "demonstration");
                await register.RegisterAsync(slug, act, cancellationToken);
            }
        }
    }
}

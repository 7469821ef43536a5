using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Events;
using Tn.Platform.Search;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Listening;

/// <summary>Sessions follow what is published and archived.</summary>
internal sealed class WhenContentChanges(TnDbContext db, SessionCalendar calendar, IPublishedDocuments documents)
    : IEventHandler<ContentPublished>, IEventHandler<ContentArchived>
{
    public async Task HandleAsync(ContentPublished happened, ActContext act, CancellationToken cancellationToken)
    {
        if (happened.ContentType == ContentTypes.Webinar
            && await documents.FindAsync(ContentTypes.Webinar, happened.Slug, cancellationToken) is { } document)
        {
            await calendar.FollowAsync(document, act, cancellationToken);
        }
    }

    public async Task HandleAsync(ContentArchived happened, ActContext act, CancellationToken cancellationToken)
    {
        if (happened.ContentType == ContentTypes.Webinar
            && await db.Set<WebinarSession>().SingleOrDefaultAsync(session => session.ItemId == happened.ItemId, cancellationToken) is { } session)
        {
            session.Archive();
            db.Record(new SearchableChanged(SessionCalendar.Kind, happened.Slug), act);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}

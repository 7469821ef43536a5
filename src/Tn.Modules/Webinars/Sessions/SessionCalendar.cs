using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Search;
using Tn.Webinars.Registrations;

namespace Tn.Webinars.Sessions;

/// <summary>Keeps one session for each published webinar.</summary>
internal sealed class SessionCalendar(TnDbContext db, IPublishedDocuments documents, MovedSession moved)
{
    /// <summary>The kind of webinars in the index.</summary>
    public const string Kind = "webinar";

    /// <summary>Takes up a published webinar; safe to do again.</summary>
    public async Task FollowAsync(PublishedDocument document, ActContext act, CancellationToken cancellationToken)
    {
        var session = await db.Set<WebinarSession>().SingleOrDefaultAsync(one => one.ItemId == document.ItemId, cancellationToken);
        if (session is null)
        {
            session = WebinarSession.Of(document, act.At);
            if (session is null)
            {
                return;
            }

            db.Add(session);
        }
        else if (session.Follow(document))
        {
            await moved.TellAsync(session, act, cancellationToken);
        }

        db.Record(new SearchableChanged(Kind, document.Slug), act);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes up every published webinar that has no session yet.</summary>
    public async Task FollowAllAsync(ActContext act, CancellationToken cancellationToken)
    {
        var known = await db.Set<WebinarSession>().Select(session => session.ItemId).ToListAsync(cancellationToken);
        foreach (var document in await documents.ListAsync(ContentTypes.Webinar, cancellationToken))
        {
            if (!known.Contains(document.ItemId))
            {
                await FollowAsync(document, act, cancellationToken);
            }
        }
    }
}

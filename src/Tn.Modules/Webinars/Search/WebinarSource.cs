using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Search;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Search;

/// <summary>Webinars, with their day. An id is a slug.</summary>
internal sealed class WebinarSource(TnDbContext db, IPublishedDocuments documents) : ISearchSource
{
    public IReadOnlyList<string> Kinds => [SessionCalendar.Kind];

    public async IAsyncEnumerable<SearchDocument> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sessions = await db.Set<WebinarSession>().AsNoTracking().Where(session => session.IsListed).ToListAsync(cancellationToken);
        foreach (var session in sessions)
        {
            if (await documents.FindAsync(ContentTypes.Webinar, session.Slug, cancellationToken) is { } document)
            {
                yield return Of(session, document);
            }
        }
    }

    public async Task<SearchDocument?> FindAsync(string kind, string id, CancellationToken cancellationToken)
    {
        var session = await db.Set<WebinarSession>().AsNoTracking().SingleOrDefaultAsync(one => one.Slug == id && one.IsListed, cancellationToken);
        var document = session is null ? null : await documents.FindAsync(ContentTypes.Webinar, id, cancellationToken);
        return document is null ? null : Of(session!, document);
    }

    private static SearchDocument Of(WebinarSession session, PublishedDocument document) => new(
        SessionCalendar.Kind, session.Slug, session.Title, $"{document.Summary} {PlainText.OfHtml(document.Html)}", $"/webinaires/{session.Slug}")
    {
        Axes = document.Axis is null ? [] : [document.Axis],
        Subtitle = French.Moment(session.StartsUtc),
        Keywords = $"webinaire {(document.Axis is null ? string.Empty : Axes.NameOf(document.Axis))}",
    };
}

using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Reminders.Notices;

/// <summary>Marks one's own notices read. Somebody else's notice is as if it did not exist.</summary>
internal sealed class MarkNoticesRead(TnDbContext db)
{
    /// <param name="only">One notice, or null for all of them.</param>
    public async Task<Outcome> MarkAsync(NoticeId? only, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Actor is not { } person)
        {
            return new Refusal("access.sign-in");
        }

        var unread = await db.Set<Notice>()
            .Where(notice => notice.Person == person && notice.ReadAt == null && (only == null || notice.Id == only))
            .ToListAsync(cancellationToken);
        unread.ForEach(notice => notice.Read(act.At));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Reminders.Notices;

/// <summary>A person's notices, newest first.</summary>
internal sealed class NoticeQueries(TnDbContext db)
{
    public async Task<IReadOnlyList<Notice>> OfAsync(PersonId person, int page, int size, CancellationToken cancellationToken) =>
        await db.Set<Notice>().AsNoTracking()
            .Where(notice => notice.Person == person)
            .OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id)
            .Skip((page - 1) * size).Take(size)
            .ToListAsync(cancellationToken);

    public Task<int> CountAsync(PersonId person, CancellationToken cancellationToken) =>
        db.Set<Notice>().CountAsync(notice => notice.Person == person, cancellationToken);

    public Task<int> CountUnreadAsync(PersonId person, CancellationToken cancellationToken) =>
        db.Set<Notice>().CountAsync(notice => notice.Person == person && notice.ReadAt == null, cancellationToken);
}

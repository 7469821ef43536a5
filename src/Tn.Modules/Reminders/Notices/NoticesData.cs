using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Reminders.Notices;

/// <summary>What was told to a person, given back on request.</summary>
internal sealed class NoticesData(TnDbContext db) : IPersonalData
{
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(PersonId person, CancellationToken cancellationToken)
    {
        var notices = await db.Set<Notice>().AsNoTracking().Where(notice => notice.Person == person).OrderBy(notice => notice.At).ToListAsync(cancellationToken);
        return new Dictionary<string, object>
        {
            ["Notifications"] = notices.Select(notice => new Dictionary<string, object?>
            {
                ["Reçue le"] = French.Moment(notice.At),
                ["Objet"] = notice.Subject,
                ["Texte"] = string.Join("\n", notice.Paragraphs),
                ["Lue le"] = notice.ReadAt is { } read ? French.Moment(read) : null,
            }).ToList(),
        };
    }
}

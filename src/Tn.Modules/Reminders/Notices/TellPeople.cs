using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Mail;

namespace Tn.Reminders.Notices;

/// <summary>A notice and a mail, in the caller's unit of work. Who has no account any more is told nothing.</summary>
internal sealed class TellPeople(TnDbContext db, IPeople people, LetterRenderer renderer) : INotifier
{
    public async Task TellAsync(PersonId to, string key, Letter letter, ActContext act, CancellationToken cancellationToken)
    {
        var notices = db.Set<Notice>();
        if (notices.Local.Any(notice => notice.Person == to && notice.Key == key)
            || await notices.AnyAsync(notice => notice.Person == to && notice.Key == key, cancellationToken)
            || await people.FindAsync(to, cancellationToken) is not { } card)
        {
            return;
        }

        notices.Add(new Notice(to, key, letter, act.At));
        db.Add(renderer.Compose($"{key}:{to.Value:N}", card.Email, card.DisplayName, letter, act.At));
    }
}

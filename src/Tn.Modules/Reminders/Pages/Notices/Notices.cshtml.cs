using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Platform.Web;
using Tn.Reminders.Notices;

namespace Tn.Reminders.Pages.Notices;

[Authorize]
internal sealed class NoticesModel(NoticeQueries notices, MarkNoticesRead mark) : TnPageModel
{
    public int Size => 20;

    public int PageNumber { get; private set; } = 1;

    public int Total { get; private set; }

    public int Unread { get; private set; }

    public IReadOnlyList<Notice> Shown { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "p")] int page, CancellationToken cancellationToken)
    {
        var person = Act.Person;
        Total = await notices.CountAsync(person, cancellationToken);
        Unread = await notices.CountUnreadAsync(person, cancellationToken);
        PageNumber = Math.Clamp(page, 1, Math.Max(1, (Total + Size - 1) / Size));
        Shown = await notices.OfAsync(person, PageNumber, Size, cancellationToken);
    }

    public async Task<IActionResult> OnPostOneAsync(Guid notice, int from, CancellationToken cancellationToken)
    {
        await mark.MarkAsync(new NoticeId(notice), Act, cancellationToken);
        Confirm("La notification est marquée comme lue.");
        return LocalRedirect(from > 1 ? $"/notifications?p={from}" : "/notifications");
    }

    public async Task<IActionResult> OnPostAllAsync(CancellationToken cancellationToken)
    {
        await mark.MarkAsync(null, Act, cancellationToken);
        Confirm("Toutes vos notifications sont marquées comme lues.");
        return LocalRedirect("/notifications");
    }
}

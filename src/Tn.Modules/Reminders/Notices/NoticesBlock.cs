using Tn.Platform.Web;

namespace Tn.Reminders.Notices;

/// <summary>The latest notices, in <c>/mon-espace</c>.</summary>
internal sealed class NoticesBlock(NoticeQueries notices, Texts texts) : IPersonalSpaceBlock
{
    private const int Latest = 5;

    public int Order => 90;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        var latest = await notices.OfAsync(act.Person, 1, Latest, cancellationToken);
        if (latest.Count == 0)
        {
            return null;
        }

        var unread = await notices.CountUnreadAsync(act.Person, cancellationToken);
        var sentence = unread == 0 ? texts["Vous avez tout lu."] : texts[$"Vous avez {texts.Count(unread, "notification non lue", "notifications non lues")}."];
        var lines = latest.Select(notice => new ProgressLine(
            notice.Subject,
            notice.ActionPath ?? "/notifications",
            Note: notice.ReadAt is null ? texts[$"Non lue · {texts.Moment(notice.At)}"] : texts.Moment(notice.At),
            Language: Languages.Of()));
        return new PersonalSpaceBlock(texts["Notifications"], sentence, texts["Voir toutes les notifications"], "/notifications", [.. lines]);
    }
}

using Tn.Content.Review;
using Tn.Platform.Web;

namespace Tn.Content.Pages;

/// <summary>In the personal space of a committee member: what waits for their vote.</summary>
internal sealed class ReviewDeskBlock(QueueQueries queue, Platform.Web.Texts texts) : IPersonalSpaceBlock
{
    private const int Shown = 3;

    public int Order => 20;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        var outcome = await queue.ListAsync(new QueueFilter(null, null, null, OnlyMine: true, Page: 1, Shown), act, cancellationToken);
        if (outcome.IsRefused(out _))
        {
            return null;
        }

        var mine = outcome.Value;
        return mine.Waiting == 0
            ? null
            : new PersonalSpaceBlock(
                texts["Comité pédagogique"],
                mine.Waiting == 1 ? texts["Un dossier attend votre voix."] : texts[$"{mine.Waiting} dossiers attendent votre voix."],
                texts["Ouvrir le bureau du comité"],
                "/comites/pedagogique",
                [.. mine.Rows.Select(one => new ProgressLine(one.Title, $"/comites/pedagogique/{one.Id}", Note: texts[$"avant le {texts.ShortDate(one.DueOn)}"], Language: Languages.Of()))]);
    }
}

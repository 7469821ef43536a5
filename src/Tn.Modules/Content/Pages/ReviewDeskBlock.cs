using Tn.Content.Review;
using Tn.Platform.Web;

namespace Tn.Content.Pages;

/// <summary>In the personal space of a committee member: what waits for their vote.</summary>
internal sealed class ReviewDeskBlock(ReviewQueries queries) : IPersonalSpaceBlock
{
    private const int Shown = 3;

    public int Order => 20;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.ReviewContent) || act.Actor is not { } person)
        {
            return null;
        }

        var open = await queries.OpenAsync(cancellationToken);
        var waiting = open.Where(one => one.IsOpen && !one.IsOwnWork(person) && one.CurrentVotes.All(vote => vote.Member != person)).ToList();
        return waiting.Count == 0
            ? null
            : new PersonalSpaceBlock(
                "Comité pédagogique",
                waiting.Count == 1 ? "Un dossier attend votre voix." : $"{waiting.Count} dossiers attendent votre voix.",
                "Ouvrir le bureau du comité",
                "/comites/pedagogique",
                [.. waiting.Take(Shown).Select(one => new ProgressLine(one.Title, $"/comites/pedagogique/{one.Id}", Note: $"avant le {French.ShortDate(one.DueOn)}"))]);
    }
}

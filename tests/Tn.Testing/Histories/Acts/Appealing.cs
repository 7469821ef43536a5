using Microsoft.EntityFrameworkCore;
using Tn.Certification.Appeals;
using Tn.Kernel;
using Tn.Platform.Data;

namespace Tn.Testing.Histories.Acts;

/// <summary>An appeal from its lodging to its decision.</summary>
internal static class Appealing
{
    private const string Reasons = "Je conteste cette décision : elle ne tient pas compte des pièces que j’ai remises.";

    public static async Task<bool> LodgeAsync(Visit visit)
    {
        var lodged = await visit.DoAsync<LodgeAppeal>("lodge an appeal", act => act.LodgeAsync(new AppealText(Reasons, null), visit.Herself(), default));
        visit.Who.FollowsAppeal |= lodged.IsDone;
        return lodged.IsDone;
    }

    /// <summary>The next step of the appeal she follows, whoever's turn it is.</summary>
    public static async Task FollowAsync(Visit visit)
    {
        var appeal = await visit.Site.AskAsync<TnDbContext, Appeal>(db => db.Set<Appeal>().AsNoTracking().Where(row => row.Appellant == visit.Person).OrderByDescending(row => row.Id).FirstAsync());
        switch (appeal.State)
        {
            case AppealState.Lodged:
                await AdmitAsync(visit, appeal);
                break;
            case AppealState.Inadmissible when visit.IsWilling():
                await visit.DoAsync<LodgeAppeal>("complete an appeal", act => act.LodgeAsync(new AppealText(Reasons, null), visit.Herself(), default));
                break;
            case AppealState.BeforePanel:
                await HearAsync(visit, appeal);
                break;
            default:
                visit.Who.FollowsAppeal = appeal.IsOpen;
                break;
        }
    }

    private static Task<Outcome> AdmitAsync(Visit visit, Appeal appeal) => visit.Chance(85)
        ? visit.DoAsync<HearAppeal>("admit an appeal", act => act.AdmitAsync(appeal.Id, visit.Random.Next(), visit.Partner(), default))
        : visit.DoAsync<HearAppeal>("declare an appeal inadmissible", act => act.DeclareInadmissibleAsync(appeal.Id, "Sans motif.", visit.Partner(), default));

    private static async Task HearAsync(Visit visit, Appeal appeal)
    {
        if (visit.Chance(5))
        {
            await visit.DoAsync<LodgeAppeal>("abandon an appeal", act => act.AbandonAsync(appeal.Id, visit.Herself(), default));
            return;
        }

        if (visit.Chance(10))
        {
            await visit.DoAsync<HearAppeal>("stand aside from an appeal", act => act.StandAsideAsync(appeal.Id, "Je le connais.", visit.As(appeal.Panel[0].Member), default));
            return;
        }

        var overturns = visit.Chance(55);
        foreach (var seat in appeal.Panel)
        {
            await visit.DoAsync<HearAppeal>("vote on an appeal", act => act.VoteAsync(appeal.Id, overturns ^ visit.Chance(10), "Au vu du dossier.", visit.As(seat.Member), default));
        }
    }
}

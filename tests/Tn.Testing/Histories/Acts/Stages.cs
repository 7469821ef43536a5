using Tn.Contracts;
using Tn.Journey.Admissibility;

namespace Tn.Testing.Histories.Acts;

/// <summary>What a visit does in each state of a file.</summary>
internal static class Stages
{
    private const int Seldom = 4;
    private const int LooksBeforeLeaving = 6;

    private static readonly Dictionary<PathState, Func<Visit, Task>> Acts = new()
    {
        [PathState.CensusInProgress] = FirstSteps.SubmitAsync,
        [PathState.UnderAdmissibility] = FirstSteps.InstructAsync,
        [PathState.PiecesRequested] = FirstSteps.SupplyAsync,
        [PathState.NotAdmissible] = FirstSteps.TakeUpAgainAsync,
        [PathState.Closed] = FirstSteps.TakeUpAgainAsync,
        [PathState.CharterToSign] = FirstSteps.SignAsync,
        [PathState.InTraining] = FirstSteps.LearnAsync,
        [PathState.ExamOpen] = Examined.SitAsync,
        [PathState.ExamRetake] = Examined.InspectAsync,
        [PathState.CaseStudy] = CaseAsync,
        [PathState.AwaitingJury] = Examined.InspectAsync,
        [PathState.Deferred] = DeferredAsync,
        [PathState.Rejected] = FirstSteps.TakeUpAgainAsync,
        [PathState.Certified] = InForce.LiveAsync,
        [PathState.Probationary] = InForce.LiveAsync,
        [PathState.RenewalOpen] = InForce.RenewAsync,
        [PathState.RenewalAwaitingJury] = InForce.LiveAsync,
        [PathState.Lapsed] = InForce.RenewLateAsync,
        [PathState.ResignatureDue] = InForce.SignAnewAsync,
        [PathState.ResignatureOverdue] = InForce.OverdueAsync,
        [PathState.Suspended] = InForce.SuspendedAsync,
        [PathState.Withdrawn] = InForce.WithdrawnAsync,
    };

    // Nothing presses there.
    private static readonly PathState[] Calm = [PathState.Certified, PathState.Probationary, PathState.Closed, PathState.NotAdmissible, PathState.Rejected, PathState.Lapsed, PathState.Withdrawn];
    private static readonly PathState[] Ended = [PathState.Closed, PathState.NotAdmissible, PathState.Rejected, PathState.Lapsed, PathState.Withdrawn];

    public static async Task LiveAsync(Visit visit)
    {
        var who = visit.Who;
        who.LookLater(visit.Today, visit.State is { } state && Calm.Contains(state) && !who.FollowsAppeal ? Seldom : 1);
        who.IsGone |= who.Character.Name == "silent" && visit.Chance(2);
        if (visit.State is not { } here)
        {
            await FirstSteps.BeginAsync(visit);
            return;
        }

        if (visit.Chance(who.Character.Tries))
        {
            await OutOfPlace.TryAsync(visit);
        }

        // An appeal goes on beside the file, wherever that stands by then.
        await (who.FollowsAppeal ? Appealing.FollowAsync(visit) : Acts[here](visit));
        who.IdleLooks = Ended.Contains(here) ? who.IdleLooks + 1 : 0;
        if (who.IdleLooks > LooksBeforeLeaving && !who.FollowsAppeal)
        {
            who.NextLook = Calendar.End;
        }
    }

    private static async Task CaseAsync(Visit visit)
    {
        await Examined.WorkOnCaseAsync(visit);
        await Examined.InspectAsync(visit);
    }

    private static async Task DeferredAsync(Visit visit)
    {
        if (visit.Chance(15))
        {
            await visit.DoAsync<InstructDossier>("return a file to the jury", act => act.ReturnToJuryAsync(visit.Dossier.Number, "Les prescriptions sont suivies.", visit.Partner(), default));
        }
    }
}

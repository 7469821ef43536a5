using Tn.Certification.Appeals;
using Tn.Certification.CaseStudies;
using Tn.Certification.Certificates;
using Tn.Certification.Exam;
using Tn.Certification.Jury;
using Tn.Contracts;
using Tn.Journey.Admissibility;
using Tn.Journey.Census.Reopen;
using Tn.Journey.Census.Submit;
using Tn.Journey.Charter;
using Tn.Kernel;

namespace Tn.Testing.Histories.Acts;

/// <summary>What somebody tries where her file does not allow it. The states where each is in place stand here by the rules of the domain, not as the machine has them.</summary>
internal static class OutOfPlace
{
    private static readonly IReadOnlyList<(PathState[] InPlace, Func<Visit, Task> Try)> Attempts =
    [
        ([PathState.CensusInProgress], visit => visit.TrespassAsync<SubmitCensus>("submit the census", act => act.SubmitAsync(visit.Herself(), default))),
        ([PathState.PiecesRequested], visit => visit.TrespassAsync<SupplyPieces>("supply pieces", act => act.SupplyAsync(["Une", "Deux"], visit.Herself(), default))),
        ([PathState.CharterToSign, PathState.ResignatureDue, PathState.ResignatureOverdue], SignTooEarlyAsync),
        ([PathState.ExamOpen, PathState.ExamRetake], visit => visit.TrespassAsync<StartSitting>("start a sitting", async act => Plain(await act.StartAsync(7, null, visit.Herself(), default)))),
        ([PathState.CaseStudy], visit => visit.TrespassAsync<WorkOnCase>("receive a case", act => act.ReceiveAsync(7, visit.Herself(), default))),
        ([PathState.RenewalOpen, PathState.Lapsed], visit => visit.TrespassAsync<RequestRenewal>("ask for a renewal", act => act.RequestAsync(visit.Herself(), default))),
        ([PathState.AwaitingJury, PathState.RenewalAwaitingJury], visit => visit.TrespassAsync<OpenMeeting>("put a file before the jury", async act => Plain(await act.OpenAsync(visit.Today, [visit.Dossier.Number], visit.Partner(), default)))),
        ([PathState.Deferred, PathState.Rejected], visit => visit.TrespassAsync<InstructDossier>("return a file to the jury", act => act.ReturnToJuryAsync(visit.Dossier.Number, "Elle insiste.", visit.Partner(), default))),
        ([PathState.NotAdmissible, PathState.Rejected, PathState.Suspended, PathState.Withdrawn], visit => visit.TrespassAsync<LodgeAppeal>("appeal", act => act.LodgeAsync(new AppealText(new string('x', 60), null), visit.Herself(), default))),
        ([PathState.NotAdmissible, PathState.Closed, PathState.Rejected, PathState.Lapsed, PathState.Withdrawn], visit => visit.TrespassAsync<ReopenCensus>("reopen the census", act => act.ReopenAsync(visit.Herself(), default))),
        ([PathState.Suspended, PathState.Withdrawn], visit => visit.TrespassAsync<DecideSanction>("reinstate", act => act.DecideAsync(visit.Person, new Sanction(FactKind.Reinstated, "Article 14", "Erreur."), visit.Partner(), default))),
        ([], visit => visit.TrespassAsync<InstructDossier>("declare her own file admissible", act => act.DeclareAdmissibleAsync(visit.Dossier.Number, null, visit.Herself(), default))),
        ([], visit => visit.TrespassAsync<DecideSanction>("reinstate herself", act => act.DecideAsync(visit.Person, new Sanction(FactKind.Reinstated, "Article 14", "Erreur."), visit.Herself(), default))),
        ([PathState.UnderAdmissibility], visit => visit.TrespassAsync<InstructDossier>("declare admissible", act => act.DeclareAdmissibleAsync(visit.Dossier.Number, null, visit.Partner(), default))),
    ];

    public static async Task TryAsync(Visit visit)
    {
        var drawn = Attempts[visit.Random.Next(Attempts.Count)];
        if (visit.State is { } state && !drawn.InPlace.Contains(state))
        {
            await drawn.Try(visit);
        }
    }

    // A version signed before is given back again, which is no trespass: a text of another version can only be refused.
    private static Task SignTooEarlyAsync(Visit visit) => visit.TrespassAsync<SignCharter>("sign the charter", async act => Plain(await act.SignAsync(
        new SignatureInput("v0", CharterText.IntentOf(visit.Dossier.DisplayName, visit.Site.Charters.Current)), visit.Herself(), default)));

    private static Outcome Plain<T>(Outcome<T> outcome) => outcome.Refusal is { } refusal ? refusal : Outcome.Done;
}

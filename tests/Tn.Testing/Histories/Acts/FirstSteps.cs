using Tn.Certification.Appeals;
using Tn.Contracts;
using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Census.Reopen;
using Tn.Journey.Census.Save;
using Tn.Journey.Census.Submit;
using Tn.Journey.Charter;
using Tn.Kernel;
using Tn.Platform.Data;

namespace Tn.Testing.Histories.Acts;

/// <summary>From the census to the exam: what the consultant and her instructor do.</summary>
internal static class FirstSteps
{
    public static Task BeginAsync(Visit visit) =>
        visit.DoAsync<SaveCensusStep>("begin the census", save => save.SaveAsync(CensusStep.Person, Censuses.PersonOf(visit.Who), visit.Herself(), default));

    public static async Task SubmitAsync(Visit visit)
    {
        if (visit.IsWilling())
        {
            await visit.DoAsync<TnDbContext>("fill in the census", db => Censuses.FillAsync(db, visit.Who, visit.Herself()));
            await visit.MovesAsync<SubmitCensus>("submit the census", submit => submit.SubmitAsync(visit.Herself(), default));
        }
    }

    public static async Task InstructAsync(Visit visit)
    {
        var number = visit.Dossier.Number;
        switch (visit.Random.Next(20))
        {
            case < 4:
                var asked = await visit.DoAsync<InstructDossier>("request pieces", act => act.RequestPiecesAsync(number, "Attestation d’assurance\nUn devis", visit.Partner(), default));
                if (asked.Refusal?.Code == "pieces.already-requested")
                {
                    await DeclareAsync(visit);
                }

                break;
            case < 6:
                await visit.DoAsync<InstructDossier>("declare not admissible", act => act.DeclareNotAdmissibleAsync(number, "Article 2", "Hors du champ.", visit.Partner(), default));
                break;
            default:
                await DeclareAsync(visit);
                break;
        }
    }

    public static async Task SupplyAsync(Visit visit)
    {
        // Most wait for a first reminder.
        var waited = visit.Today.DayNumber - French.Day(visit.Dossier.StateSince).DayNumber;
        if (visit.IsWilling() && visit.Chance(15 + waited))
        {
            await visit.MovesAsync<SupplyPieces>("supply the pieces", act => act.SupplyAsync(["Jointe", "Joint"], visit.Herself(), default));
        }
    }

    /// <summary>A refusal, or a file closed: contest it, begin again, or leave.</summary>
    public static async Task TakeUpAgainAsync(Visit visit)
    {
        if (ContestableDecisions.GroundOf(visit.Dossier.State) is not null && visit.Chance(visit.Who.Character.Contests) && await Appealing.LodgeAsync(visit))
        {
            return;
        }

        if (!visit.Who.FollowsAppeal && visit.IsWilling() && visit.Chance(35))
        {
            await visit.MovesAsync<ReopenCensus>("reopen the census", act => act.ReopenAsync(visit.Herself(), default));
        }
    }

    public static async Task SignAsync(Visit visit)
    {
        if (visit.IsWilling())
        {
            var charter = visit.Site.Charters.Current;
            var input = new SignatureInput(charter.VersionId, CharterText.IntentOf(visit.Dossier.DisplayName, charter));
            await visit.MovesAsync<SignCharter>("sign the charter", async act => (await act.SignAsync(input, visit.Herself(), default)).Refusal is { } refusal ? refusal : Outcome.Done);
        }
    }

    /// <summary>One more of the required courses, as the module of courses tells it.</summary>
    public static async Task LearnAsync(Visit visit)
    {
        var required = await visit.Site.AskAsync<IProgrammeRules, RuleInForce>(rules => rules.FindAsync(RuleKeys.TrainingRequiredCourses, visit.Today, default));
        var done = visit.Site.Completions.Of(visit.Person).Select(one => one.Slug).ToHashSet();
        if (required.List.FirstOrDefault(slug => !done.Contains(slug)) is { } next && visit.IsWilling())
        {
            var act = visit.Herself();
            visit.Site.Completions.Add(visit.Person, next, act.At);
            await visit.DoAsync<TnDbContext>("complete a course", async db =>
            {
                db.Record(new CourseCompleted(visit.Person, next, next, next), act);
                await db.SaveChangesAsync();
                return Outcome.Done;
            });
        }
    }

    private static Task<Outcome> DeclareAsync(Visit visit) =>
        visit.DoAsync<InstructDossier>("declare admissible", act => act.DeclareAdmissibleAsync(visit.Dossier.Number, null, visit.Partner(), default));
}

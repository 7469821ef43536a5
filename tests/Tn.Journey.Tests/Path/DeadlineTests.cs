using Tn.Journey.Admissibility;
using Tn.Journey.Path.Deadlines;

namespace Tn.Journey.Tests.Path;

public class DeadlineTests
{
    [Fact]
    public async Task Silence_closes_the_file_after_the_sixtieth_day_and_not_before()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await PiecesRequestedAsync(site);

        site.Clock.Pass(60);
        await SweepAsync(site);
        Assert.Equal(PathState.PiecesRequested, await site.StateAsync(person));

        site.Clock.Pass(1);
        await SweepAsync(site);
        Assert.Equal(PathState.Closed, await site.StateAsync(person));
    }

    [Fact]
    public async Task Days_down_change_nothing_and_a_second_sweep_does_nothing()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await PiecesRequestedAsync(site);
        site.Clock.Pass(90);
        await SweepAsync(site);
        await SweepAsync(site);
        Assert.Equal(PathState.Closed, await site.StateAsync(person));
        Assert.Single(site.Letters.Sent.Values, sent => sent.Letter.Subject == "Votre dossier est clos sans suite");
    }

    [Fact]
    public async Task A_retake_opens_on_the_fifteenth_day()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.AdmittedAsync();
        await site.SignAsync(person);
        await site.MoveAsync(person, PathTrigger.CompleteTraining);
        await site.MoveAsync(person, PathTrigger.FailExam);

        site.Clock.Pass(14);
        await SweepAsync(site);
        Assert.Equal(PathState.ExamRetake, await site.StateAsync(person));
        site.Clock.Pass(1);
        await SweepAsync(site);
        Assert.Equal(PathState.ExamOpen, await site.StateAsync(person));
    }

    private static async Task<PersonId> PiecesRequestedAsync(JourneySite site)
    {
        var person = await site.SubmittedAsync();
        var number = (await site.FileAsync(person))!.Number;
        Assert.True((await site.InAsync<InstructDossier, Outcome>(act => act.RequestPiecesAsync(number, "Attestation d’assurance", site.Instructor(), default))).IsDone);
        return person;
    }

    private static Task<bool> SweepAsync(JourneySite site) => site.InAsync<PathDeadlines, bool>(async work =>
    {
        await work.RunAsync(default);
        return true;
    });
}

using Tn.Contracts;
using Tn.Kernel;

namespace Tn.Browser.Tests;

/// <summary>
/// A session in a room: planned, entered with its code by a candidate with extra time, paused, resumed, marred by a question that is
/// wrong. The committee neutralises it, which turns the verdict; the candidate reads the result and why.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class InvigilatedSessionTests(BrowserSite site)
{
    private const string Account = "consultant05";
    private const string Desk = "/comites/partenaires-prives/epreuves";

    // A form has ten questions in each of four themes, and the mark of a theme is half: four right answers are one short.
    private const int OneShort = 4;

    [Fact]
    public async Task An_incident_in_the_room_is_settled_and_turns_the_verdict()
    {
        var file = await site.FileAsync(Account);
        await GrantExtraTimeAsync(file.Number);
        var (room, code) = await PlanAsync(file.Number);
        await using var candidate = await site.EnterAsync(Account);
        await using var invigilator = await site.EnterAsync("centres1");
        await EnterTheRoomAsync(candidate, invigilator, room, code);
        await PauseAndResumeAsync(candidate, invigilator, room);
        var wrong = await AnswerAsync(candidate);
        await ReportAsync(invigilator, room, wrong);
        await candidate.PressAsync("Terminer et voir le résultat");
        await candidate.ReadsAsync("Vos réponses sont gardées");
        var result = new Uri(candidate.Page.Url).AbsolutePath;

        await SettleAndPublishAsync(file.DisplayName, wrong);
        await candidate.GoAsync(result);
        await candidate.ReadsAsync("Vous avez réussi");
        await candidate.ReadsAsync($"Question {wrong} neutralisée : Deux réponses étaient justes.");
        await candidate.LookAgainAsync("epreuve-resultat-recalcule");
    }

    private async Task GrantExtraTimeAsync(string number)
    {
        await using var desk = await site.EnterAsync("partenaires1");
        await desk.GoAsync("/comites/partenaires-prives/amenagements");
        await desk.Page.GetByLabel("Candidat").SelectOptionAsync(number);
        await desk.FillAsync("Temps supplémentaire", "50");
        await desk.PressAsync("Accorder ce temps");
        await desk.ReadsAsync("50 % de temps en plus");
    }

    /// <returns>The session's page, and the code said in the room.</returns>
    private async Task<(string Room, string Code)> PlanAsync(string number)
    {
        await using var desk = await site.EnterAsync("partenaires1");
        await desk.GoAsync("/comites/partenaires-prives/seances");
        await desk.FillNamedAsync("Input.HeldOn", Days.FromToday(0));
        await desk.FillNamedAsync("Input.Room", "18 h, salle 4, maison des entreprises, Tours");
        await desk.FillNamedAsync("Input.Invigilator", "personne@exemple.test");
        await desk.FillNamedAsync("Input.Numbers", number);
        await desk.PressAsync("Prévoir la séance et prévenir chacun");
        await desk.LookAgainAsync("seances-surveillant-inconnu");
        await desk.FillNamedAsync("Input.Invigilator", "centres1@demo.test");
        await desk.PressAsync("Prévoir la séance et prévenir chacun");
        await desk.ReadsAsync("est prévue ; chacun est prévenu");
        return (new Uri(desk.Page.Url).AbsolutePath, await desk.Page.Locator("main .tn-figure strong").InnerTextAsync());
    }

    private static async Task EnterTheRoomAsync(Walker candidate, Walker invigilator, string room, string code)
    {
        await candidate.GoUntilAsync("/notifications", "vous êtes attendu en séance");
        await candidate.DoesNotReadAsync(code);
        await candidate.GoAsync("/mon-parcours/epreuve");
        await candidate.ReadsAsync("salle 4, maison des entreprises, Tours");
        await candidate.ReadsAsync($"prévoyez {French.Minutes(90)} au calme");
        await StartAsync(candidate, "XXXXXX");
        await candidate.ReadsAsync("Ce code d’accès n’est pas celui de la séance");
        await StartAsync(candidate, code);
        await candidate.ReadsAsync("Votre présence n’est pas encore constatée");

        await invigilator.GoUntilAsync("/notifications", "Vous surveillez une séance");
        await invigilator.GoAsync(room);
        await invigilator.PressAsync("Constater la présence");
        await invigilator.ReadsAsync("La présence est constatée");
        await StartAsync(candidate, code);
        await candidate.ReadsAsync("Question 1 sur 40");
        // Sixty minutes and half as many.
        var left = await candidate.Page.Locator("[data-exam-left]").EvaluateAsync<double>("one => (one.dataset.end - one.dataset.now) / 60000");
        Assert.InRange(left, 89, 90);
    }

    private static async Task StartAsync(Walker candidate, string code)
    {
        await candidate.FillAsync("Code d’accès", code);
        await candidate.TickAsync("J’ai le temps devant moi");
        await candidate.PressAsync("Commencer l’épreuve");
    }

    private static async Task PauseAndResumeAsync(Walker candidate, Walker invigilator, string room)
    {
        await invigilator.GoAsync(room);
        await TurnAsync(invigilator, "Pause", "Alarme incendie : la salle est évacuée.");
        await invigilator.ReadsAsync("Le temps est arrêté");
        await invigilator.ReadsAsync("En pause");
        await invigilator.LookAgainAsync("seance-en-pause");
        await candidate.PressAsync("Enregistrer et passer");
        await candidate.ReadsAsync("Votre épreuve est en pause");
        await candidate.LookAgainAsync("epreuve-en-pause");
        await TurnAsync(invigilator, "Resume", "Retour dans la salle.");
        await candidate.FollowAsync("Voir si l’épreuve a repris");
        await candidate.FollowAsync("Reprendre l’épreuve");
    }

    private static async Task TurnAsync(Walker invigilator, string action, string reason)
    {
        await invigilator.ChooseAsync("Clock.Action", action);
        await invigilator.FillNamedAsync("Clock.Reason", reason);
        await invigilator.PressAsync("Le faire maintenant");
    }

    /// <summary>All right, but for the theme of the first question, which stays one answer short.</summary>
    /// <returns>The number of a question left without answer.</returns>
    private async Task<int> AnswerAsync(Walker candidate)
    {
        var items = await site.AskAsync((IQuestionBanks banks) => banks.ItemsAsync(CancellationToken.None));
        var byChoice = items.SelectMany(item => item.Question.Choices.Select(choice => (choice.Id, Item: item))).ToLookup(one => one.Id, one => one.Item);
        (string? weak, var given, var left) = (null, 0, 0);
        for (var number = 1; number <= 40; number++)
        {
            var boxes = await candidate.Page.Locator("main input[name=Choices]").AllAsync();
            var item = byChoice[await boxes[0].GetAttributeAsync("value") ?? string.Empty].Single();
            weak ??= item.Axis;
            if (item.Axis != weak || given++ < OneShort)
            {
                await ChooseRightAsync(candidate, item);
            }
            else
            {
                left = number;
            }

            await candidate.PressAsync(number < 40 ? "Enregistrer et passer" : "Enregistrer et terminer");
        }

        return left;
    }

    private static async Task ChooseRightAsync(Walker candidate, BankItem item)
    {
        foreach (var choice in item.Question.Choices.Where(choice => choice.Weight > 0))
        {
            await candidate.ChooseAsync("Choices", choice.Id);
        }
    }

    private static async Task ReportAsync(Walker invigilator, string room, int wrong)
    {
        await invigilator.GoAsync(room);
        await invigilator.Page.Locator("main [name='Report.Kind']").SelectOptionAsync("ItemContent");
        await invigilator.FillNamedAsync("Report.Position", $"{wrong}");
        await invigilator.FillNamedAsync("Report.Text", "Deux réponses de cette question semblent justes.");
        await invigilator.PressAsync("Signaler cet incident");
        await invigilator.ReadsAsync("L’incident est signalé");
    }

    private async Task SettleAndPublishAsync(string candidate, int wrong)
    {
        await using var desk = await site.EnterAsync("partenaires1");
        await desk.GoAsync(Desk);
        await desk.GoToRowOfAsync(candidate);
        var file = new Uri(desk.Page.Url).AbsolutePath;
        await desk.ReadsAsync("Non réussie");
        await DecideAsync(desk, "Publish", "La séance s’est bien tenue.");
        await desk.ReadsAsync("Un incident attend une décision");

        await desk.GoAsync($"{file}/et-si?Items={wrong}");
        await desk.ReadsAsync("épreuve réussie");
        await desk.GoAsync(file);
        await desk.ChooseAsync("Settle.Resolution", "NeutraliseHere");
        await desk.FillNamedAsync("Settle.Reason", "Deux réponses étaient justes.");
        await desk.PressAsync("Régler cet incident");
        await desk.ReadsAsync($"Question {wrong} neutralisée : Deux réponses étaient justes.");
        await desk.ReadsAsync("verdict qui compte");
        await desk.LookAgainAsync("epreuve-dossier-regle");
        await DecideAsync(desk, "Publish", "La séance s’est bien tenue.");
        await desk.ReadsAsync("La décision est prise");
    }

    private static async Task DecideAsync(Walker desk, string decision, string reason)
    {
        await desk.ChooseAsync("Decide.Decision", decision);
        await desk.FillNamedAsync("Decide.Reason", reason);
        await desk.PressAsync("Prendre cette décision");
    }
}

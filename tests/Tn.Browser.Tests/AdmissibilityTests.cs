namespace Tn.Browser.Tests;

/// <summary>A file that is refused at the first door: with an article, with a reason, and with a way on.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AdmissibilityTests(BrowserSite site)
{
    private const string Account = "consultant02";

    [Fact]
    public async Task A_refusal_cites_its_article_and_leaves_two_ways_on()
    {
        var file = await site.FileAsync(Account);
        await using (var instructor = await site.EnterAsync("partenaires2"))
        {
            await instructor.GoAsync($"/comites/partenaires-prives/{file.Number}");
            await instructor.Page.GetByText("Déclarer non recevable").First.ClickAsync();
            await instructor.FillNamedAsync("Input.RefusalReason", "Aucune mission n’a été menée dans les thèmes demandés.");
            await instructor.PressAsync("Déclarer non recevable");
            await instructor.ReadsAsync("Citez l’article sur lequel repose le refus");
            await instructor.LookAgainAsync("dossier-refus-sans-article");
            await instructor.FillNamedAsync("Input.Article", "article 2.2 de la charte");
            await instructor.PressAsync("Déclarer non recevable");
            await instructor.ReadsAsync("Le dossier n’est pas recevable");
        }

        await using var consultant = await site.EnterAsync(Account);
        await consultant.GoAsync("/mon-parcours");
        await consultant.ReadsAsync("Votre dossier n’est pas recevable en l’état");
        await consultant.ReadsAsync("article 2.2 de la charte");
        await consultant.ReadsAsync("Aucune mission n’a été menée dans les thèmes demandés");
        await consultant.GoAsync("/mon-parcours/recours");
        await consultant.ReadsAsync("Vous pouvez contester la décision de non-recevabilité");
    }
}

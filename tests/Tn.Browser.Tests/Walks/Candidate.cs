using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tn.Contracts;

namespace Tn.Browser.Tests.Walks;

/// <summary>A private consultant, from an account to a certificate.</summary>
internal sealed class Candidate(BrowserSite site, Story story, bool javaScript)
{
    public async Task SignUpAsync()
    {
        await using var walker = await site.WalkAsync(javaScript);
        await walker.GoAsync("/compte/inscription");
        await walker.TickAsync("Consultant privé");
        await walker.FillAsync("Prénom", story.GivenName);
        await walker.Page.Locator("[name='Input.FamilyName']").FillAsync(story.FamilyName);
        await walker.FillAsync("Adresse électronique professionnelle", story.Email);
        await walker.FillAsync("Mot de passe", Story.Password);
        await walker.PressAsync("Créer mon compte");
        await walker.GoAsync(await site.LinkMailedToAsync(story.Email, "/compte/confirmer"));
        await walker.PressAsync("Confirmer mon adresse");
    }

    public async Task FillInTheCensusAsync()
    {
        await using var walker = await SignedInAsync();
        await walker.GoAsync("/mon-parcours");
        await walker.ReadsAsync("recensement");
        await StepAsync(walker, "personne", ("Person.GivenName", story.GivenName), ("Person.FamilyName", story.FamilyName));
        // One sign amiss: refused with what to look at, and nothing typed is lost.
        var amiss = story.Siret[..^1] + (story.Siret[^1] == '9' ? "0" : ((char)(story.Siret[^1] + 1)).ToString());
        await StepAsync(walker, "entreprise", ("Enterprise.Siret", amiss), ("Enterprise.Denomination", story.Enterprise));
        await walker.ReadsAsync("La clé de contrôle de ce SIRET est fausse");
        await StepAsync(
            walker,
            "entreprise",
            ("Enterprise.Siret", story.Siret), ("Enterprise.Denomination", story.Enterprise), ("Enterprise.LegalForm", "ei"), ("Enterprise.Naf", "62.02A"),
            ("Enterprise.CommuneName", "Orléans"), ("Enterprise.CommuneCode", "45234"));
        await StepAsync(
            walker,
            "garanties",
            ("Guarantees.Insurer", "Mutuelle des indépendants"), ("Guarantees.PolicyNumber", "RC-2026-118"), ("Guarantees.InsuredUntil", Days.FromToday(365)), ("Guarantees.NoVigilance", "✓"));
        await StepAsync(
            walker,
            "independance",
            ("Independence.AdvicePercent", "70"), ("Independence.IntegrationPercent", "20"), ("Independence.ResalePercent", "0"), ("Independence.TrainingPercent", "10"), ("Independence.NoTies", "✓"));
        await StepAsync(
            walker,
            "competences",
            ("Competences.Axes[0].Level", "avance"), ("Competences.Axes[0].LastPractised", Days.FromToday(0)[..4]), ("Competences.Axes[0].Evidence", "Douze sites refaits avec leurs gérants."), ("Competences.Modes", "sur-place"));
        await StepAsync(walker, "territoires", ("Territories.Departments", "45"));
        await StepAsync(walker, "references", [("References.Probationary", "")!, .. Missions()]);
        await StepAsync(walker, "reconnaissances", ("Recognitions.None", "✓"));
        await StepAsync(walker, "declarations", ("Statements.Truthful", "✓"), ("Statements.PrivacyRead", "✓"), ("Statements.NoConflict", "✓"));
        await walker.Page.GotoAsync("/mon-parcours/recensement/declarations");
        foreach (var box in await walker.Page.Locator("[name='Input.Statements.Published']").AllAsync())
        {
            await box.CheckAsync();
        }

        await walker.PressAsync("Enregistrer et continuer");
        await walker.GoAsync("/mon-parcours/recensement");
        await walker.ReadsAsync("Tout y est");
        await walker.PressAsync("Déposer mon recensement");
        await walker.GoAsync("/mon-parcours");
        await walker.ReadsAsync("instructeur");
    }

    public async Task SignTheCharterAsync()
    {
        await using var walker = await SignedInAsync();
        await walker.GoAsync("/mon-parcours/charte");
        var sentence = await walker.Page.GetByTestId("intent").TextContentAsync() ?? string.Empty;
        await walker.FillAsync("Phrase recopiée", "Je signe la charte.");
        await walker.PressAsync("Signer la charte");
        await walker.ReadsAsync("La phrase saisie n’est pas celle qui est attendue");
        await walker.FillAsync("Phrase recopiée", sentence.Trim('«', '»', ' ', '\u00a0', '\u202f'));
        await walker.PressAsync("Signer la charte");
        await walker.GoAsync("/mon-parcours");
        await walker.ReadsAsync("Récépissé");
    }

    public async Task TakeTheRequiredCoursesAsync()
    {
        await using var walker = await SignedInAsync();
        var learner = new Learner(site, story, javaScript);
        foreach (var slug in new[] { "proteger-une-petite-entreprise", "donnees-et-rgpd-en-petite-entreprise" })
        {
            await learner.TakeAsync(walker, slug);
        }
    }

    public async Task PassTheExamAsync()
    {
        await using var walker = await SignedInAsync();
        await WaitForTheExamAsync(walker);
        await walker.TickAsync("J’ai le temps devant moi");
        await walker.PressAsync("Commencer l’épreuve");
        var right = await RightChoicesAsync();
        for (var left = 40; left > 0; left--)
        {
            foreach (var box in await walker.Page.Locator("input[name=Choices]").AllAsync())
            {
                if (right.Contains(await box.GetAttributeAsync("value") ?? string.Empty))
                {
                    await box.CheckAsync();
                }
            }

            await walker.PressAsync(left > 1 ? "Enregistrer et passer" : "Enregistrer et terminer");
        }

        await walker.PressAsync("Terminer et voir le résultat");
        await walker.ReadsAsync("Vous avez réussi");
    }

    public async Task HandInTheCaseStudyAsync()
    {
        await using var walker = await SignedInAsync();
        await walker.GoAsync("/mon-parcours/etude-de-cas");
        await walker.PressAsync("Recevoir mon cas");
        await walker.FillAsync("Votre réponse", "Un début de réponse.");
        await walker.PressAsync("Enregistrer le brouillon");
        await walker.PressAsync("Remettre mon étude de cas");
        await walker.ReadsAsync("Écrivez au moins");
        await walker.FillAsync("Votre réponse", string.Concat(Enumerable.Repeat("Une seule entrée pour les demandes, sur le matériel déjà là, essayée trois semaines par toute l’équipe. ", 6)));
        await walker.PressAsync("Remettre mon étude de cas");
        await walker.ReadsAsync("Deux correcteurs");
        await walker.GoAsync("/mon-parcours");
        await walker.ReadsAsync("étude de cas");
    }

    public async Task<string> ReadTheCertificateAsync()
    {
        await using var walker = await SignedInAsync();
        await walker.GoAsync("/mon-parcours");
        await walker.ReadsAsync("Certifié");
        await walker.GoAsync("/mon-parcours/certificat");
        var link = await walker.Page.Locator("main a[href*='/verifier/']").First.GetAttributeAsync("href") ?? string.Empty;
        await walker.GoAsync("/mon-espace");
        await walker.GoAsync("/notifications");
        return new Uri(site.Site.Address, link).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)[1];
    }

    /// <summary>Nobody appears in the directory without saying so, line by line.</summary>
    public async Task ConsentToBeFoundAsync()
    {
        await using var walker = await SignedInAsync();
        await walker.GoAsync("/mon-profil");
        foreach (var line in await walker.Page.Locator("[name='Input.Consents']").AllAsync())
        {
            await line.CheckAsync();
        }

        await walker.PressAsync("Enregistrer ma fiche");
        await walker.ReadsAsync("Voir ma fiche dans l’annuaire");
    }

    private async Task<Walker> SignedInAsync()
    {
        var walker = await site.WalkAsync(javaScript);
        await walker.SignInAsync(story.Email, Story.Password);
        return walker;
    }

    private static async Task StepAsync(Walker walker, string step, params (string Field, string Value)[] values)
    {
        await walker.GoAsync($"/mon-parcours/recensement/{step}");
        foreach (var (field, value) in values.Where(one => one.Value.Length > 0))
        {
            var input = walker.Page.Locator($"[name='Input.{field}']:not([type=hidden])");
            var kind = await input.First.EvaluateAsync<string>("one => one.tagName === 'SELECT' ? 'select' : one.type");
            await (kind switch
            {
                "select" => input.SelectOptionAsync(value),
                "checkbox" or "radio" when value != "✓" => walker.Page.Locator($"[name='Input.{field}'][value='{value}']").CheckAsync(),
                "checkbox" or "radio" => input.First.CheckAsync(),
                _ => input.First.FillAsync(value),
            });
        }

        await walker.PressAsync("Enregistrer et continuer");
    }

    private static IEnumerable<(string Field, string Value)> Missions()
    {
        foreach (var at in Enumerable.Range(0, 3))
        {
            yield return ($"References.Missions[{at}].ClientSiret", "73282932000074");
            yield return ($"References.Missions[{at}].Axis", "presence-en-ligne");
            yield return ($"References.Missions[{at}].EndedOn", Days.MonthsAgo(at + 3));
            yield return ($"References.Missions[{at}].Result", "Deux fois plus de demandes par le site.");
            yield return ($"References.Missions[{at}].ClientConsents", "✓");
        }
    }

    // What follows a completed course follows its event, within moments: the page is asked again until it says so.
    private static async Task WaitForTheExamAsync(Walker walker)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            await walker.Page.GotoAsync("/mon-parcours/epreuve");
            if (await walker.Page.GetByRole(AriaRole.Button, new() { Name = "Commencer l’épreuve" }).CountAsync() > 0)
            {
                await walker.GoAsync("/mon-parcours/epreuve");
                return;
            }
        }

        Assert.Fail(await walker.TextAsync());
    }

    private async Task<HashSet<string>> RightChoicesAsync()
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        var items = await scope.ServiceProvider.GetRequiredService<IQuestionBanks>().ItemsAsync(CancellationToken.None);
        return [.. items.SelectMany(item => item.Question.Choices).Where(choice => choice.Weight > 0).Select(choice => choice.Id)];
    }
}

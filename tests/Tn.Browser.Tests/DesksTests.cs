using Microsoft.Playwright;

namespace Tn.Browser.Tests;

/// <summary>The desks of certification and what people see of them, opened by whom they are for and looked at as every page is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DesksTests(BrowserSite site)
{
    [Fact]
    public async Task The_committee_of_private_partners_opens_its_desks_and_their_files()
    {
        await using var member = await site.EnterAsync("partenaires1");
        await member.GoAsync("/comites/partenaires-prives/epreuves?etat=Published");
        await member.GoToFirstAsync("main tbody a");
        await member.FollowAsync("Et si une question");
        await member.GoAsync("/comites/partenaires-prives/seances");
        await member.GoToFirstAsync("main tbody a");
        await member.GoAsync("/comites/jury/recours");
        await member.GoToFirstAsync("main tbody a");
        await member.GoAsync("/comites/reclamations");
        await member.GoToFirstAsync("main tbody a");
        await member.GoAsync("/comites/surveillance");
        await member.GoToFirstAsync("main tbody a");
        await member.GoAsync("/comites/partenaires-prives/doublons");
        var file = await site.FileAsync("consultant.recense");
        await member.GoAsync($"/comites/partenaires-prives/{file.Number}/doublons");
        await member.GoAsync($"/comites/partenaires-prives/{file.Number}/papiers");
    }

    [Fact]
    public async Task The_committee_of_private_partners_reads_what_the_coming_months_would_bring()
    {
        await using var member = await site.EnterAsync("partenaires2");
        await member.GoAsync("/comites/partenaires-prives/simulation");
        await member.FillAsync("Nombre de mois", "2");
        await member.PressAsync("Lancer la simulation");
        await member.GoUntilAsync("/comites/partenaires-prives/simulation", "À partir du");
        await member.LookAgainAsync("simulation-resultat");
        await member.GoToFirstAsync("main tbody th a");
        await member.LookAgainAsync("simulation-detail");
    }

    [Fact]
    public async Task The_pedagogical_committee_opens_the_bank_its_proof_and_a_work_to_mark()
    {
        await using var member = await site.EnterAsync("pedago1");
        await member.GoAsync("/comites/pedagogique/banque?theme=gestion");
        await member.GoAsync("/comites/pedagogique/banque/preuve");
        await member.GoAsync("/comites/etudes-de-cas");
    }

    [Theory]
    [InlineData("consultant.suspendu", "/mon-parcours/recours")]
    [InlineData("consultant.certifie", "/mon-parcours/reclamations", "/mon-parcours/declaration")]
    [InlineData("consultant.renouvellement", "/mon-parcours/declaration")]
    [InlineData("consultant18", "/mon-parcours/etude-de-cas", "/mon-parcours/recours", "/mon-parcours/renouvellement", "/mon-parcours/certificat")]
    [InlineData("consultant03", "/mon-parcours/pieces", "/mon-parcours/papiers", "/mon-parcours/codes?liste=naf&q=conseil")]
    public async Task A_consultant_opens_what_concerns_her(string account, params string[] pages)
    {
        await using var consultant = await site.EnterAsync(account);
        foreach (var page in pages)
        {
            await consultant.GoAsync(page);
            await consultant.LookAgainAsync($"{account}{page.Split('?')[0].Replace('/', '-')}");
        }
    }

    [Fact]
    public async Task A_client_complains_and_confirms_it_and_a_stranger_checks_a_file()
    {
        await using var client = await site.WalkAsync();
        await client.GoAsync($"{await CertificateOfAsync("consultant15")}/reclamation");
        await client.PressAsync("Envoyer ma réclamation");
        await client.LookAgainAsync("reclamation-incomplete");
        await client.FillAsync("Votre nom", "Ludivine Prat");
        await client.FillAsync("Votre adresse électronique", "ludivine.prat@exemple.test");
        await client.FillAsync("Ce qui s’est passé", "Le site promis pour septembre n’est pas en ligne, et nos messages restent sans réponse depuis six semaines.");
        await client.PressAsync("Envoyer ma réclamation");
        await client.GoAsync(await site.LinkMailedToAsync("ludivine.prat@exemple.test", "/reclamations/confirmer"));
        await client.PressAsync("Confirmer ma réclamation");
        await client.ReadsAsync("Votre réclamation est transmise au comité");
        await client.LookAgainAsync("reclamation-transmise");

        await client.GoAsync("/verifier/document");
        await client.Page.GetByLabel("Fichier du certificat").SetInputFilesAsync(new FilePayload { Name = "certificat.json", MimeType = "application/json", Buffer = "{}"u8.ToArray() });
        await client.PressAsync("Vérifier le fichier");
        await client.ReadsAsync("Non vérifié");
        await client.LookAgainAsync("document-non-verifie");
        await client.GoAsync("/programme/cycles-de-vie");
    }

    [Fact]
    public async Task A_client_who_was_cited_confirms_the_mission()
    {
        await using var consultant = await site.EnterAsync("consultant03");
        await consultant.GoAsync("/mon-parcours/references");
        await consultant.Page.GetByLabel("Mission", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await consultant.FillAsync("Adresse électronique du client", "gerante@exemple.test");
        await consultant.TickAsync("Mon client accepte");
        await consultant.PressAsync("Envoyer la demande");
        await consultant.LookAgainAsync("references-demandees");

        await using var client = await site.WalkAsync();
        await client.GoAsync(await site.LinkMailedToAsync("gerante@exemple.test", "/references/"));
        await client.Page.Locator("main [name='Input.Answer']").First.CheckAsync();
        await client.FillAsync("Votre nom", "Sylviane Lucas");
        await client.PressAsync("Envoyer ma réponse");
        await client.ReadsAsync("Votre réponse est enregistrée");
        await client.LookAgainAsync("reference-merci");
    }

    private async Task<string> CertificateOfAsync(string account)
    {
        using var holder = await site.Site.Visit().SignInAsync($"{account}@demo.test");
        return (await holder.GetAsync("/mon-parcours/certificat")).Document.QuerySelector("main a[href^='/verifier/']:not([href$='.pdf'])")!.GetAttribute("href")!;
    }
}

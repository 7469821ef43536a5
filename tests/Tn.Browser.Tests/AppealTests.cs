using Microsoft.Playwright;
using Tn.Contracts;
using Tn.Kernel;

namespace Tn.Browser.Tests;

/// <summary>
/// A consultant contests a suspension. The committee that decided it admits the appeal and hears nothing of it: three others do, one of
/// whom stands aside; the certificate holds again, for its holder and for strangers.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class AppealTests(BrowserSite site)
{
    private const string Appellant = "consultant19";
    private const string Reasons = "Le devis a été remis par courrier électronique la veille des travaux : le message est joint à ce recours.";

    [Fact]
    public async Task A_suspension_is_contested_before_three_people_who_did_not_decide_it_and_falls()
    {
        var file = await site.FileAsync(Appellant);
        var check = await SuspendAsync(file.Number);
        await LodgeAsync(check);
        var hearing = await AdmitAsync(file.DisplayName);
        await StandAsideAsync(hearing);
        foreach (var member in await PanelAsync(hearing))
        {
            await VoteAsync(hearing, member);
        }

        await ReadTheDecisionAsync(check);
    }

    private async Task<string> SuspendAsync(string number)
    {
        await using var decider = await site.EnterAsync("partenaires1");
        await decider.GoAsync($"/comites/partenaires-prives/{number}/certificat");
        await decider.ChooseAsync("Input.Kind", "Suspended");
        await decider.FillAsync("Motifs", "Une entreprise n’a reçu aucun devis écrit avant les travaux.");
        await decider.FillAsync("Dernier jour de la suspension", Days.FromToday(60));
        await decider.PressAsync("Prendre cette décision");
        await decider.ReadsAsync("Citez l’article");
        await decider.FillNamedAsync("Input.Article", "article 14 de la charte");
        await decider.PressAsync("Prendre cette décision");
        await decider.ReadsAsync("La décision est prise et notifiée");
        return await decider.Page.Locator("main a[href^='/verifier/']").First.GetAttributeAsync("href") ?? string.Empty;
    }

    private async Task LodgeAsync(string check)
    {
        await using var stranger = await site.WalkAsync();
        await stranger.GoAsync(check);
        await stranger.ReadsAsync("Ce certificat est suspendu : il ne vaut pas aujourd’hui");

        await using var appellant = await site.EnterAsync(Appellant);
        await appellant.GoAsync("/mon-parcours");
        await appellant.ReadsAsync("Votre certification est suspendue");
        await appellant.FollowAsync("Former ou suivre un recours");
        await appellant.FillAsync("Vos raisons", "C’est injuste.");
        await appellant.PressAsync("Déposer mon recours");
        await appellant.ReadsAsync("C’est injuste.");
        await appellant.FillAsync("Vos raisons", Reasons);
        await appellant.Page.GetByLabel("Une pièce").SetInputFilesAsync(new FilePayload { Name = "devis.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await appellant.PressAsync("Déposer mon recours");
        await appellant.ReadsAsync("Votre recours est déposé");
        await appellant.ReadsAsync("Télécharger votre pièce");
    }

    /// <returns>The address of the hearing.</returns>
    private async Task<string> AdmitAsync(string appellant)
    {
        await using var decider = await site.EnterAsync("partenaires1");
        await decider.GoAsync("/comites/jury/recours");
        await decider.GoToRowOfAsync(appellant);
        await decider.ReadsAsync(Reasons);
        await decider.PressAsync("Déclarer recevable et tirer la formation au sort");
        await decider.ReadsAsync("la formation est tirée au sort et prévenue");
        Assert.Equal(0, await decider.Page.GetByRole(AriaRole.Button, new() { Name = "Voter" }).CountAsync());
        await decider.LookAgainAsync("recours-devant-la-formation");
        return new Uri(decider.Page.Url).AbsolutePath;
    }

    private async Task StandAsideAsync(string hearing)
    {
        // The private college has one member left when the committee that decided is set apart: another college draws again.
        var leaving = (await PanelAsync(hearing)).First(account => account.StartsWith("pedago", StringComparison.Ordinal) || account == "jury2");
        await using var member = await site.EnterAsync(leaving);
        await member.GoAsync(hearing);
        await member.FillAsync("Pourquoi", "Nous avons un client commun.");
        await member.PressAsync("Me déporter de ce recours");
        await member.ReadsAsync("Votre déport est enregistré");

        var now = await PanelAsync(hearing);
        Assert.Equal(3, now.Count);
        Assert.DoesNotContain(leaving, now);
    }

    private async Task VoteAsync(string hearing, string account)
    {
        await using var member = await site.EnterAsync(account);
        await member.GoAsync("/comites/jury/recours");
        await member.GoToFirstAsync($"main a[href='{hearing}']");
        await member.ReadsAsync("Déport de");
        await member.ChooseAsync("Vote.Choice", "Overturn");
        await member.FillNamedAsync("Vote.Reason", "Le message joint porte le devis, la veille des travaux.");
        await member.PressAsync("Voter");
    }

    private async Task ReadTheDecisionAsync(string check)
    {
        await using var appellant = await site.EnterAsync(Appellant);
        await appellant.GoUntilAsync("/notifications", "Votre recours est accueilli");
        await appellant.GoAsync("/mon-parcours/recours");
        await appellant.ReadsAsync("Motifs de la décision");
        await appellant.ReadsAsync("Le message joint porte le devis, la veille des travaux.");
        await appellant.ReadsAsync("Le certificat est rétabli");
        await appellant.LookAgainAsync("recours-accueilli");
        await appellant.GoAsync("/mon-parcours");
        await appellant.ReadsAsync("Vous êtes certifié : rien ne vous bloque");

        await using var stranger = await site.WalkAsync();
        await stranger.GoAsync(check);
        await stranger.ReadsAsync("En cours de validité");
        await stranger.ReadsAsync("rétabli");
    }

    /// <summary>The accounts of those who sit, in no order; nobody of the committee that decided is among them.</summary>
    private async Task<IReadOnlyList<string>> PanelAsync(string hearing)
    {
        await using var reader = await site.EnterAsync("partenaires2");
        await reader.GoAsync(hearing);
        var seated = await reader.Page.Locator("main aside li").AllInnerTextsAsync();
        var accounts = new List<string>();
        foreach (var role in new[] { Role.JuryMember, Role.PedagogyMember, Role.CentresMember, Role.PartnersMember })
        {
            var people = await site.AskAsync((IPeople all) => all.WithRoleAsync(role, CancellationToken.None));
            accounts.AddRange(people.Where(person => seated.Any(seat => seat.StartsWith(person.DisplayName, StringComparison.Ordinal))).Select(person => person.Email.Split('@')[0]));
        }

        Assert.DoesNotContain(accounts, account => account.StartsWith("partenaires", StringComparison.Ordinal));
        return [.. accounts.Distinct()];
    }
}

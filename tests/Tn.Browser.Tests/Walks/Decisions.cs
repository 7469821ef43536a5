using Tn.Contracts;

namespace Tn.Browser.Tests.Walks;

/// <summary>The instructor, then the three colleges of the jury.</summary>
internal sealed class Decisions(BrowserSite site, Story story, bool javaScript)
{
    public async Task DeclareAdmissibleAsync()
    {
        await using var walker = await site.WalkAsync(javaScript);
        await walker.SignInAsync("partenaires2@demo.test");
        await walker.GoAsync($"/comites/partenaires-prives?etat={PathState.UnderAdmissibility}");
        await OpenFileAsync(walker);
        await walker.PressAsync("Déclarer recevable");
        await walker.ReadsAsync("Charte à signer");
    }

    /// <summary>Nobody knows whose work it is, nor who was drawn: each member marks all that waits for them.</summary>
    public async Task MarkTheCaseStudyAsync()
    {
        foreach (var member in Enumerable.Range(1, 5))
        {
            await using var walker = await site.WalkAsync(javaScript);
            await walker.SignInAsync($"pedago{member}@demo.test");
            await walker.GoAsync("/comites/etudes-de-cas");
            while (await walker.Page.Locator("main a[href*='/comites/etudes-de-cas/']").First.IsVisibleAsync())
            {
                await MarkAsync(walker);
            }
        }
    }

    public async Task CertifyByTheJuryAsync()
    {
        await ConveneAsync();
        foreach (var member in new[] { "jury1", "jury2", "jury3" })
        {
            await VoteAsync($"{member}@demo.test");
        }
    }

    private async Task MarkAsync(Walker walker)
    {
        await walker.GoAsync(await walker.Page.Locator("main a[href*='/comites/etudes-de-cas/']").First.GetAttributeAsync("href") ?? string.Empty);
        Assert.DoesNotContain(story.FullName, await walker.TextAsync(), StringComparison.Ordinal);
        for (var criterion = 0; criterion < 5; criterion++)
        {
            await walker.Page.Locator($"input[name='Marks[{criterion}].Level'][value='3']").CheckAsync();
            await walker.Page.Locator($"[name='Marks[{criterion}].Comment']").FillAsync("Juste, à la taille de l’entreprise.");
        }

        await walker.PressAsync("Donner mes notes");
    }

    private async Task ConveneAsync()
    {
        await using var walker = await site.WalkAsync(javaScript);
        await walker.SignInAsync("partenaires1@demo.test");
        await walker.GoAsync("/comites/jury");
        await walker.FillAsync("Jour de la séance", Days.FromToday(1));
        await walker.PressAsync("Ouvrir la séance");
    }

    private async Task VoteAsync(string member)
    {
        await using var walker = await site.WalkAsync(javaScript);
        await walker.SignInAsync(member);
        await walker.GoAsync("/comites/jury");
        await OpenFileAsync(walker);
        await walker.Page.Locator("input[name='Vote.Choice'][value=Certify]").CheckAsync();
        await walker.FillAsync("Vos raisons", "Épreuve solide, missions vérifiables, aucun lien.");
        await walker.PressAsync("Voter");
    }

    private async Task OpenFileAsync(Walker walker)
    {
        var row = walker.Page.Locator("tr", new() { HasText = story.FullName });
        await walker.GoAsync(await row.Locator("a").First.GetAttributeAsync("href") ?? string.Empty);
    }
}

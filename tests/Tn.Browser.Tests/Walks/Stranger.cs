namespace Tn.Browser.Tests.Walks;

/// <summary>A business owner without an account: checks the certificate, then finds the person.</summary>
internal sealed class Stranger(BrowserSite site, Story story, bool javaScript)
{
    public async Task CheckAndFindAsync(string code)
    {
        await using var walker = await site.WalkAsync(javaScript);
        await walker.GoAsync("/");
        await walker.GoAsync("/verifier");
        await walker.FillAsync("Code", code.ToLowerInvariant());
        await walker.PressAsync("Vérifier");
        await walker.ReadsAsync(story.FullName);
        await walker.ReadsAsync("Présence en ligne");
        await FindAsync(walker);
    }

    // The directory follows the certificate's event: asked again until it says so.
    private async Task FindAsync(Walker walker)
    {
        var found = walker.Page.Locator("main").GetByText(story.FullName).First;
        for (var tries = 0; tries < 100 && await found.CountAsync() == 0; tries++)
        {
            await walker.Page.GotoAsync($"/annuaire?q={Uri.EscapeDataString(story.FamilyName)}");
        }

        await walker.GoAsync($"/annuaire?q={Uri.EscapeDataString(story.FamilyName)}");
        await walker.ReadsAsync(story.FullName);
        await walker.FollowAsync(story.FullName);
        await walker.ReadsAsync("Certifié");
        await walker.GoAsync("/recherche?q=facture");
    }
}

using Microsoft.Playwright;

namespace Tn.Browser.Tests;

/// <summary>The header is written once: a wide screen shows it whole, a small one opens it as a popover.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MenuTests(BrowserSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_small_screen_the_menu_opens_leads_on_and_closes_by_keyboard(bool javaScript)
    {
        await using var walker = await site.WalkAsync(javaScript);
        var page = walker.Page;
        await page.SetViewportSizeAsync(320, 640);
        await page.GotoAsync("/");
        var opener = page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true });
        var links = page.GetByRole(AriaRole.Navigation, new() { Name = "Navigation principale" });
        Assert.False(await links.IsVisibleAsync());

        await opener.PressAsync("Enter");
        Assert.True(await links.IsVisibleAsync());
        Assert.True(await page.GetByRole(AriaRole.Searchbox, new() { Name = "Rechercher sur le site" }).IsVisibleAsync());

        await page.Keyboard.PressAsync("Escape");
        Assert.False(await links.IsVisibleAsync());
        Assert.Equal("Menu", await page.Locator(":focus").TextContentAsync());

        await opener.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fermer" }).PressAsync("Enter");
        Assert.False(await links.IsVisibleAsync());

        await opener.PressAsync("Enter");
        await links.GetByRole(AriaRole.Link, new() { Name = "Annuaire" }).PressAsync("Enter");
        await page.WaitForURLAsync("**/annuaire");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_open_menu_of_somebody_with_desks_has_no_fault(ColorScheme scheme)
    {
        await using var walker = await site.WalkAsync();
        await walker.SignInAsync("pedago1@demo.test");
        var page = walker.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.SetViewportSizeAsync(320, 640);
        await page.GotoAsync("/formations");
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await page.GetByText("Mes espaces", new() { Exact = true }).ClickAsync();
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Comité pédagogique" }).IsVisibleAsync());

        Assert.Equal(string.Empty, await Axe.FaultsAsync(page, coloursOnly: false));
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task On_a_wide_screen_all_of_it_stands_in_the_header()
    {
        await using var walker = await site.WalkAsync();
        var page = walker.Page;
        await page.SetViewportSizeAsync(1280, 800);
        await page.GotoAsync("/");

        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Se connecter", Exact = true }).IsVisibleAsync());
        Assert.True(await page.GetByRole(AriaRole.Navigation, new() { Name = "Navigation principale" }).IsVisibleAsync());
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).IsVisibleAsync());
        Assert.Equal(1, await page.GetByRole(AriaRole.Searchbox, new() { Name = "Rechercher sur le site" }).CountAsync());
    }
}

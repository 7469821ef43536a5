namespace Tn.Browser.Tests;

/// <summary>The pictures of the README; they stand in <c>artifacts/screenshots</c> after a run and are copied to <c>docs/screenshots</c>.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PicturesTests(BrowserSite site)
{
    [Fact]
    public async Task The_home_page_a_lesson_the_path_and_the_check_are_shown_as_they_are()
    {
        await using var stranger = await site.WalkAsync();
        await stranger.GoAsync("/");
        await stranger.PictureAsync("readme-accueil");
        await stranger.GoAsync("/annuaire?q=facture");
        await stranger.PictureAsync("readme-annuaire");

        await using var advisor = await site.WalkAsync();
        await advisor.SignInAsync("conseiller@demo.test");
        await advisor.GoAsync("/mon-espace");
        await advisor.PictureAsync("readme-mon-espace");
        await advisor.GoAsync("/formations/proteger-une-petite-entreprise/inventaire-de-ce-qui-compte");
        await advisor.PictureAsync("readme-lecon");

        await using var consultant = await site.WalkAsync();
        await consultant.SignInAsync("consultant.renouvellement@demo.test");
        await consultant.GoAsync("/mon-parcours");
        await consultant.PictureAsync("readme-mon-parcours");
        await consultant.GoAsync("/mon-parcours/certificat");
        await consultant.GoAsync(await consultant.Page.Locator("main a[href*='/verifier/']:not([href$='.pdf'])").First.GetAttributeAsync("href") ?? string.Empty);
        await consultant.PictureAsync("readme-verifier");
    }

    [Theory]
    [InlineData("/certification")]
    [InlineData("/programme/indicateurs")]
    [InlineData("/programme/regles")]
    [InlineData("/charte")]
    [InlineData("/ressources")]
    [InlineData("/webinaires")]
    [InlineData("/centres")]
    [InlineData("/carte")]
    [InlineData("/plan-du-site")]
    [InlineData("/accessibilite")]
    public async Task The_public_pages_are_clean_in_light_and_dark_wide_and_narrow(string page)
    {
        await using var walker = await site.WalkAsync();
        await walker.GoAsync(page);
    }

    [Theory]
    [InlineData("admin@demo.test", "/admin", "/admin/utilisateurs", "/admin/contenus", "/admin/relances", "/notifications", "/mes-donnees", "/compte/securite")]
    [InlineData("centres1@demo.test", "/comites/centres-de-ressources", "/mon-profil")]
    [InlineData("partenaires1@demo.test", "/comites/partenaires-prives", "/comites/partenaires-prives/amenagements")]
    [InlineData("consultant.suspendu@demo.test", "/mon-parcours", "/mon-parcours/certificat")]
    public async Task The_desks_are_clean_in_light_and_dark_wide_and_narrow(string who, params string[] pages)
    {
        await using var walker = await site.WalkAsync();
        await walker.SignInAsync(who);
        foreach (var page in pages)
        {
            await walker.GoAsync(page);
        }
    }
}

using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Menus;
using Tn.Content.Review;
using Tn.Content.Review.Submit;

namespace Tn.Content.Tests.Menus;

public sealed class Furnishing
{
    [Fact]
    public async Task A_menu_is_what_the_committee_published_and_changes_with_the_next_publication()
    {
        await using var site = await WithMenuAsync("Formations | /formations\nAilleurs | https://exemple.fr/\n");
        Assert.Empty(await MenuAsync(site));
        await site.ApproveAllAsync();
        Assert.Equal([new("Formations", "/formations"), new("Ailleurs", "https://exemple.fr/")], await MenuAsync(site));

        Assert.True((await SaveAsync(site, "principal", "Ressources | /ressources\n")).IsDone);
        Assert.Equal(2, (await MenuAsync(site)).Count);
        await SubmitAsync(site, "principal");
        await site.ApproveAllAsync();

        Assert.Equal([new SiteLink("Ressources", "/ressources")], await MenuAsync(site));
    }

    [Theory]
    [InlineData("Formations\n")]
    [InlineData(" | /formations\n")]
    [InlineData("Piège | javascript:alert(1)\n")]
    [InlineData("Piège | //ailleurs.example\n")]
    [InlineData("Piège | /\\ailleurs.example\n")]
    [InlineData("Piège | http://ailleurs.example\n")]
    [InlineData("Piège | https://moi@ailleurs.example\n")]
    [InlineData("\n")]
    public async Task A_link_that_leads_astray_is_refused_with_its_line(string lines)
    {
        await using var site = await WithMenuAsync("Formations | /formations\n");

        Assert.Equal("content.text-refused", (await SaveAsync(site, "principal", lines)).Refusal!.Code);
    }

    [Fact]
    public async Task The_home_page_shows_its_blocks_in_order_and_unknown_ones_are_refused()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse().With("home/accueil.md", "---\ntitle: Bienvenue\nsummary: Résumé.\nreviewBy: 2027-11-30\n---\n\nchiffres | Nos chiffres\ntexte | Un mot | Bonjour <b>à tous</b>\n"));
        await site.ApproveAllAsync();

        var home = await site.AskAsync<ISiteFurniture, HomePage>(furniture => furniture.HomeAsync(default));

        Assert.Equal("Bienvenue", home.Headline);
        Assert.Equal([new("chiffres", "Nos chiffres", string.Empty), new("texte", "Un mot", "Bonjour <b>à tous</b>")], home.Blocks);
        Assert.DoesNotContain("<b>", (await site.LatestAsync("accueil")).Rendered.Html);
        Assert.Equal("content.text-refused", (await SaveAsync(site, "accueil", "inconnu | Titre\n")).Refusal!.Code);
    }

    [Fact]
    public void Lines_read_and_written_again_are_the_same()
    {
        Assert.Equal("A | /a\nB | https://b.fr/?x=1\n", MenuPart.Read("A | /a\n\n B|https://b.fr/?x=1").Source);
        Assert.Equal("texte | Un | Deux | trois\nchiffres | Quatre\n", HomePart.Read("texte | Un | Deux | trois\nchiffres | Quatre\n").Source);
    }

    [Fact]
    public void The_package_of_the_programme_brings_menus_before_any_is_published()
    {
        var shipped = new ShippedFurniture(Path.Combine(Root(), "content", "programme"));

        Assert.Contains(new MenuItem("Formations", "/formations"), MenuPart.Read(shipped.SourceOf("menus/principal.md")).Items);
        Assert.Contains(new MenuItem("Mentions légales", "/mentions-legales"), MenuPart.Read(shipped.SourceOf("menus/pied-de-page.md")).Items);
        Assert.Equal(4, HomePart.Read(shipped.SourceOf("home/accueil.md")).Blocks.Count);
        Assert.Empty(MenuPart.Read(shipped.SourceOf("menus/aucun.md")).Items);
    }

    private static async Task<ContentSite> WithMenuAsync(string lines)
    {
        var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse().With("menus/principal.md", $"---\ntitle: Menu principal\nsummary: Résumé.\nreviewBy: 2027-11-30\n---\n\n{lines}"));
        return site;
    }

    private static Task<IReadOnlyList<SiteLink>> MenuAsync(ContentSite site) =>
        site.AskAsync<ISiteFurniture, IReadOnlyList<SiteLink>>(furniture => furniture.MenuAsync(SiteMenus.Main, default));

    private static async Task<Outcome<SavedDraft>> SaveAsync(ContentSite site, string slug, string source)
    {
        var latest = await site.LatestAsync(slug);
        return await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act => act.SaveAsync(new DraftInput(latest.ItemId, latest.VersionId, latest.DisplayText, "Résumé.", source), Cast.As(site.People.EditorInChief), default));
    }

    private static async Task SubmitAsync(ContentSite site, string slug)
    {
        var latest = await site.LatestAsync(slug);
        await site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(act => act.SubmitAsync(latest.ItemId, Cast.As(site.People.Author), default));
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}

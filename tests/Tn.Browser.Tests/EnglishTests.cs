namespace Tn.Browser.Tests;

/// <summary>The same pages in English: other lengths of words, contents that say they are French. Looked at as every page is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EnglishTests(BrowserSite site)
{
    [Fact]
    public async Task A_stranger_reads_public_pages()
    {
        await using var walker = await site.WalkAsync();
        await walker.GoAsync("/langue/en?retour=/");
        await walker.ReadsAsync("I am looking for an advisor");
        await walker.GoAsync("/formations");
        await walker.GoAsync("/formations/proteger-une-petite-entreprise/inventaire-de-ce-qui-compte");
        await walker.GoAsync("/annuaire");
        await walker.GoAsync("/compte/inscription");
    }

    [Theory]
    [InlineData("auteur@demo.test", "/admin/contenus")]
    [InlineData("pedago1@demo.test", "/comites/pedagogique")]
    [InlineData("conseiller@demo.test", "/mon-espace/formations")]
    public async Task Who_works_here_opens_the_desk_and_its_first_document(string account, string desk)
    {
        await using var walker = await site.WalkAsync();
        await walker.SignInAsync(account);
        await walker.GoAsync($"/langue/en?retour={desk}");

        var first = await walker.Page.Locator($"main :is(td, th) a[href^='{desk}/'], main a[href^='/formations/']").First.GetAttributeAsync("href");
        await walker.GoAsync(first!);

        Assert.Equal("en", await walker.Page.EvaluateAsync<string>("document.documentElement.lang"));
    }
}

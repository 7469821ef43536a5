namespace Tn.Browser.Tests;

/// <summary>An author corrects a text, compares, takes the old one up again; the editor-in-chief says when it appears.</summary>
[Collection(BrowserCollection.Name)]
public sealed class VersionsTests(BrowserSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_versions_are_compared_one_is_restored_and_its_publication_is_planned(bool javaScript)
    {
        await using var author = await site.WalkAsync(javaScript);
        var item = await EditAsync(author, javaScript ? "inventaire" : "mots de passe");
        await CompareAndRestoreAsync(author, item);
        var submission = await SubmitAsync(author, item);

        await using var editor = await site.WalkAsync(javaScript);
        await editor.SignInAsync("redaction@demo.test");
        await PlanAsync(editor, submission);
        await CallOffAsync(editor);
        await KeepARedirectAsync(editor, javaScript ? "/pages/ancienne" : "/pages/plus-ancienne");
        await BeginATranslationAsync(editor, javaScript ? "accessibilite" : "mentions-legales");
    }

    private static async Task<string> EditAsync(Walker author, string title)
    {
        await author.SignInAsync("auteur@demo.test");
        await author.GoAsync($"/admin/contenus?q={Uri.EscapeDataString(title)}&type=Lesson");
        await author.Page.ArriveAfterAsync(() => author.Page.Locator("main table th a").First.ClickAsync());
        var item = new Uri(author.Page.Url).AbsolutePath.Split('/')[3];
        var source = author.Page.Locator("textarea[data-body]");
        await source.FillAsync("Une phrase ajoutée par l’autrice.\n\n" + await source.InputValueAsync());
        await author.PressAsync("Enregistrer une version");
        return item;
    }

    private static async Task CompareAndRestoreAsync(Walker author, string item)
    {
        await author.GoAsync($"/admin/contenus/{item}/versions");
        await author.PressAsync("Comparer les deux versions");
        Assert.Contains("Une phrase ajoutée par l’autrice.", await author.Page.Locator("main .tn-compare ins").First.TextContentAsync(), StringComparison.Ordinal);

        await author.GoAsync($"/admin/contenus/{item}/versions");
        await author.Page.ArriveAfterAsync(() => author.Page.Locator("main table tbody tr").Last.Locator("th a").ClickAsync());
        await author.Page.GetByText("Reprendre cette version").ClickAsync();
        await author.FillAsync("Pourquoi", "La première était plus claire.");
        await author.PressAsync("Reprendre comme brouillon");
        Assert.DoesNotContain("Une phrase ajoutée", await author.Page.Locator("textarea[data-body]").InputValueAsync(), StringComparison.Ordinal);
        await author.GoAsync($"/admin/contenus/{item}/versions");
        await author.ReadsAsync("La première était plus claire.");
    }

    private static async Task<string> SubmitAsync(Walker author, string item)
    {
        // The restored text says what is public: a word more makes it worth reading.
        await author.GoAsync($"/admin/contenus/{item}");
        var source = author.Page.Locator("textarea[data-body]");
        await source.FillAsync("Une autre phrase.\n\n" + await source.InputValueAsync());
        await author.PressAsync("Enregistrer une version");
        await author.PressAsync("Envoyer au comité");
        return new Uri(author.Page.Url).AbsolutePath;
    }

    private static async Task PlanAsync(Walker editor, string submission)
    {
        await editor.GoAsync(submission);
        await editor.FollowAsync("Programmer la publication");
        await editor.FillAsync("Jour et heure", "2040-01-14T09:30");
        await editor.PressAsync("Programmer une publication");
        await editor.ReadsAsync("samedi 14 janvier 2040 à 9 h 30");
        await editor.GoAsync("/admin/programmation");
        await editor.ReadsAsync("Programmé");
        await editor.GoAsync(submission);
        await editor.ReadsAsync("Publication programmée");
    }

    private static async Task CallOffAsync(Walker editor)
    {
        await editor.FollowAsync("Voir la programmation");
        await editor.PressAsync("Annuler la programmation");
        await editor.GoAsync("/admin/programmation?etat=passe");
        await editor.ReadsAsync("Annulé");
    }

    private static async Task KeepARedirectAsync(Walker editor, string old)
    {
        await editor.GoAsync("/admin/redirections");
        await editor.FillAsync("Ancienne adresse", old);
        await editor.FillAsync("Nouvelle adresse", "/programme");
        await editor.PressAsync("Ajouter la redirection");
        await editor.ReadsAsync(old);
        await editor.GoAsync(old);
        Assert.EndsWith("/programme", editor.Page.Url, StringComparison.Ordinal);
    }

    private static async Task BeginATranslationAsync(Walker editor, string slug)
    {
        await editor.GoAsync($"/admin/contenus?q={slug}&type=Page");
        await editor.Page.Locator("main table th a").First.ClickAsync();
        await editor.FollowAsync("Langues");
        await editor.PressAsync("Commencer une traduction en anglais");
        await editor.FollowAsync("Langues");
        await editor.ReadsAsync("Brouillon");
    }
}

using Tn.Testing;

namespace Tn.Browser.Tests;

/// <summary>
/// Two members discuss a paragraph, ask for changes, read what changed, vote and publish. The first member touches nothing but
/// the keyboard, from signing in to the vote that publishes.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ReviewTests(BrowserSite site)
{
    private const string Title = "Répondre à un avis";
    private const string Hostile = "<img src=x onerror=\"document.title='pris'\"> Pourquoi dans l’heure ?";

    [Fact]
    public async Task A_text_is_discussed_changed_voted_on_and_published()
    {
        await InstallAsync("1.0.0", "Répondez à chaque avis dans l’heure, point par point.");
        await using var first = await site.WalkAsync();
        var keys = new Keyboard(first.Page);
        await keys.SignInAsync("pedago1@demo.test");
        await OpenAsync(first, keys);
        await CommentAsync(first, keys);
        await AnswerAsAuthorAsync();

        await VoteWithKeysAsync(first, keys, "RequestChanges", "La hâte se lit.");
        await using var second = await VoteAsSecondAsync("RequestChanges");
        await InstallAsync("1.1.0", "Répondez à chaque avis le lendemain, point par point.");

        await OpenAsync(first, keys);
        await first.ReadsAsync("Ce qui a changé depuis votre dernière lecture");
        Assert.Equal("l’heure", (await first.Page.Locator(".tn-compare del").First.TextContentAsync())!.Trim().Split(' ')[^1].TrimEnd(','));
        await first.ReadsAsync("Passage modifié Il disait : Répondez à chaque avis dans l’heure");
        await first.LookAgainAsync("review-resubmitted");
        await keys.PressAsync("Marquer comme résolu");
        await first.ReadsAsync("Résolu");
        await VoteWithKeysAsync(first, keys, "Approve", "C’est juste maintenant.");

        await second.GoAsync("/comites/pedagogique");
        await second.FollowAsync(Title);
        await ApproveAsync(second);
        await second.ReadsAsync("Lire le procès-verbal");
        await second.FollowAsync("Lire le procès-verbal");
        await second.ReadsAsync("2 membres présents");
        await second.LookAgainAsync("review-minutes");
        await second.GoAsync("/pages/repondre-a-un-avis");
        await second.ReadsAsync("le lendemain");
    }

    private static async Task OpenAsync(Walker walker, Keyboard keys)
    {
        await walker.GoAsync("/comites/pedagogique");
        await walker.LookAgainAsync("review-queue");
        await keys.PressAsync(Title);
        await walker.ReadsAsync("Contrôle automatique");
    }

    private static async Task CommentAsync(Walker walker, Keyboard keys)
    {
        await keys.ReachAsync("Commenter « Répondez à chaque avis");
        await walker.Page.Keyboard.PressAsync("Enter");
        await walker.Page.Keyboard.PressAsync("Tab");
        await walker.Page.Keyboard.TypeAsync(Hostile);
        await keys.PressAsync("Envoyer la remarque");
        await walker.ReadsAsync(Hostile);
        Assert.NotEqual("pris", await walker.Page.TitleAsync());
        Assert.Equal(0, await walker.Page.Locator("main img[src=x]").CountAsync());
        await walker.LookAgainAsync("review-thread");
    }

    private async Task AnswerAsAuthorAsync()
    {
        await using var author = await site.WalkAsync(javaScript: false);
        await author.SignInAsync("auteur@demo.test");
        await author.GoAsync("/notifications");
        await author.FollowAsync("Lire et répondre");
        await author.Page.Locator(".tn-talk summary", new() { HasText = "Répondre" }).First.ClickAsync();
        await author.FillAsync("Votre réponse", "Vous avez raison, je reprends.");
        await author.PressAsync("Envoyer la réponse");
        await author.ReadsAsync("Vous avez raison, je reprends.");
    }

    private static async Task VoteWithKeysAsync(Walker walker, Keyboard keys, string choice, string reason)
    {
        await keys.ChooseAsync("Choice", choice);
        await walker.Page.Keyboard.PressAsync("Tab");
        await walker.Page.Keyboard.TypeAsync(reason);
        await keys.PressAsync("Donner ma voix");
        await walker.ReadsAsync("Votre voix est enregistrée.");
    }

    private async Task<Walker> VoteAsSecondAsync(string choice)
    {
        var walker = await site.WalkAsync();
        await walker.SignInAsync("pedago2@demo.test");
        await walker.GoAsync("/comites/pedagogique");
        await walker.FollowAsync(Title);
        await walker.Page.Locator($"input[name=Choice][value={choice}]").CheckAsync();
        await walker.FillAsync("Raison", "Comme Françoise.");
        await walker.PressAsync("Donner ma voix");
        await walker.ReadsAsync("Le dossier retourne à son auteur");
        return walker;
    }

    private static async Task ApproveAsync(Walker walker)
    {
        await walker.Page.Locator("input[name=Choice][value=Approve]").CheckAsync();
        await walker.FillAsync("Raison", "D’accord.");
        await walker.PressAsync("Donner ma voix");
        await walker.ReadsAsync("le dossier est publié");
    }

    private async Task InstallAsync(string version, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("tn-review-").FullName;
        var pages = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "package.yml"), $"id: essai.relecture\nversion: {version}\ntitle: Relecture\nlanguage: fr\nlicence: Licence Ouverte 2.0\nauthors: [Une autrice]\naxis: presence-en-ligne\ndescription: Pour une relecture.\nengine: 1.0.0\n");
        await File.WriteAllTextAsync(Path.Combine(pages, "repondre-a-un-avis.md"), $"---\ntitle: {Title}\nsummary: Une page à relire.\nreviewBy: 2027-11-30\n---\n\n## Quand répondre\n\n{sentence}\n\nRemerciez, nommez le fait, dites ce que vous faites.\n");
        var (exitCode, output) = await ChildSite.RunVerbAsync("packages", "install", folder, "--author", "auteur@demo.test", "--data", site.Site.Folder);
        Directory.Delete(folder, recursive: true);
        Assert.True(exitCode == 0, output);
    }
}

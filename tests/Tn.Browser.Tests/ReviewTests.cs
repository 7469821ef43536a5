using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
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
        await LooksWellAsync(first, "review-resubmitted");
        await keys.PressAsync("Marquer comme résolu");
        await first.ReadsAsync("Résolu");
        await VoteWithKeysAsync(first, keys, "Approve", "C’est juste maintenant.");

        await second.GoAsync("/comites/pedagogique");
        await second.FollowAsync(Title);
        await ApproveAsync(second);
        await second.ReadsAsync("Lire le procès-verbal");
        await second.FollowAsync("Lire le procès-verbal");
        await second.ReadsAsync("2 membres présents");
        await LooksWellAsync(second, "review-minutes");
        await second.GoAsync("/pages/repondre-a-un-avis");
        await second.ReadsAsync("le lendemain");
    }

    private static async Task OpenAsync(Walker walker, Keyboard keys)
    {
        await walker.GoAsync("/comites/pedagogique");
        await LooksWellAsync(walker, "review-queue");
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
        await LooksWellAsync(walker, "review-thread");
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
        await keys.ChooseAsync(choice);
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

    /// <summary>As it is now, with its threads: the walker looks at each kind of page once only.</summary>
    private static async Task LooksWellAsync(Walker walker, string name)
    {
        foreach (var width in new[] { 320, 1280 })
        {
            await walker.Page.SetViewportSizeAsync(width, 900);
            var faults = (await walker.Page.RunAxe()).Violations;
            Assert.True(faults.Length == 0, $"{name} at {width}: {string.Join("; ", faults.Select(fault => $"{fault.Id} {string.Join(", ", fault.Nodes.Take(3).Select(node => node.Html))}"))}");
            Assert.True(await walker.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"{name} sticks out at {width} px.");
            await walker.PictureAsync($"{name}-{width}", whole: true);
        }
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

    /// <summary>Somebody who has a keyboard and nothing else.</summary>
    private sealed class Keyboard(IPage page)
    {
        private const int Patience = 300;

        public async Task SignInAsync(string email)
        {
            await page.GotoAsync("/compte/connexion");
            await ReachAsync("Adresse électronique");
            await page.Keyboard.TypeAsync(email);
            await ReachAsync("Mot de passe");
            await page.Keyboard.TypeAsync(Visitor.DemoPassword);
            await PressAsync("Se connecter");
            await page.WaitForURLAsync("**/mon-espace");
        }

        /// <summary>Tabs to what is called so.</summary>
        public Task ReachAsync(string words) => ReachAsync(words, "(document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent || '').replace(/\\s+/g, ' ').trim().startsWith(words)");

        /// <summary>Tabs to it and presses Enter; waits for the page that comes.</summary>
        public async Task PressAsync(string words)
        {
            await ReachAsync(words);
            await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), one => one.Request.IsNavigationRequest && one.Status is < 300 or >= 400);
            await page.WaitForLoadStateAsync(LoadState.Load);
        }

        /// <summary>Tabs to the vote's choices and moves with the arrows.</summary>
        public async Task ChooseAsync(string value)
        {
            await ReachAsync("Choice", "document.activeElement.name === words");
            await page.Keyboard.PressAsync("Space");
            for (var at = 0; at < Patience && !await page.EvaluateAsync<bool>("value => document.activeElement.value === value", value); at++)
            {
                await page.Keyboard.PressAsync("ArrowDown");
            }
        }

        private async Task ReachAsync(string words, string isThere)
        {
            for (var at = 0; at < Patience; at++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<bool>($"words => {isThere}", words))
                {
                    return;
                }
            }

            Assert.Fail($"The keyboard does not reach « {words} » on {page.Url}.");
        }
    }
}

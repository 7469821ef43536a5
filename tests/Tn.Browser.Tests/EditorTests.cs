using Microsoft.Playwright;

namespace Tn.Browser.Tests;

/// <summary>The editor as authors live it: from nothing to the committee, interrupted, contradicted, attacked.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EditorTests(BrowserSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_author_writes_a_course_of_two_lessons_from_nothing_and_sends_it(bool javaScript)
    {
        await using var author = await site.WalkAsync(javaScript);
        await author.SignInAsync("auteur@demo.test");
        var title = $"Tenir son agenda {(javaScript ? "avec" : "sans")} scripts";
        await BeginAsync(author, "Cours", title);
        await author.ReadsAsync("il manque :");
        await author.FillAsync("Résumé", "Un agenda partagé, sans y passer ses soirées.");
        await author.Page.GetByLabel("Axe").SelectOptionAsync("gestion");
        await author.Page.GetByLabel("Public").SelectOptionAsync("conseiller");
        await author.Page.GetByLabel("Niveau").SelectOptionAsync("pratique");
        await author.FillAsync("Durée, en minutes", "vingt");
        await author.FillAsync("Objectifs", "Choisir un agenda\nLe partager");
        await author.FillAsync("À relire avant le", "2027-11-30");
        await author.PressAsync("Enregistrer une version");
        await author.ReadsAsync("Écrivez un nombre entier");
        Assert.Equal("Choisir un agenda\nLe partager", await author.Page.GetByLabel("Objectifs").InputValueAsync());
        await author.FillAsync("Durée, en minutes", "20");

        foreach (var lesson in new[] { "Choisir un agenda", "Partager sans se tromper" })
        {
            await author.FillAsync("Titre d’une nouvelle leçon", lesson);
            await author.PressAsync("Ajouter la leçon");
            await author.FillAsync("Durée, en minutes", "10");
            await Body(author).FillAsync($"## Pourquoi\n\nLe texte de **{lesson}**.\n\n:::a-retenir\nUn seul agenda.\n:::\n");
            if (javaScript)
            {
                await author.Page.Locator(".tn-editor__page strong", new() { HasText = lesson }).WaitForAsync();
                await CleanAsync(author);
            }
            else
            {
                await author.PressAsync("Voir l’aperçu");
                Assert.Equal(lesson, await author.Page.Locator("#apercu strong").First.TextContentAsync());
            }

            await author.PressAsync("Enregistrer une version");
            await author.FollowAsync(title);
        }

        await author.PressAsync("Monter « Partager sans se tromper »");
        Assert.Equal(["Partager sans se tromper", "Choisir un agenda"], await author.Page.Locator("#lecons ol li > a").AllTextContentsAsync());
        await author.PressAsync("Envoyer au comité (3 documents)");
        await author.ReadsAsync("envoyé au comité");
        await author.GoAsync($"/admin/contenus?q={Uri.EscapeDataString(title)}");
        await author.ReadsAsync(title);
    }

    [Fact]
    public async Task What_was_typed_survives_a_closed_browser_and_is_offered_again()
    {
        string address;
        await using (var author = await site.WalkAsync())
        {
            await author.SignInAsync("auteur@demo.test");
            await BeginAsync(author, "Actualité", "Une frappe interrompue");
            address = new Uri(author.Page.Url).AbsolutePath;
            await Body(author).FillAsync("Ce que je n’ai pas enregistré.");
            await author.Page.GetByText("Texte gardé à").WaitForAsync();
        }

        await using var later = await site.WalkAsync();
        await later.SignInAsync("auteur@demo.test");
        await later.GoAsync(address);
        await later.ReadsAsync("Un texte non enregistré vous attend");
        Assert.Equal(string.Empty, (await Body(later).InputValueAsync()).Trim());
        await later.FollowAsync("Reprendre ce texte");
        Assert.Contains("Ce que je n’ai pas enregistré.", await Body(later).InputValueAsync(), StringComparison.Ordinal);
        await later.PressAsync("Enregistrer une version");
        await later.ReadsAsync("La version est enregistrée");
        Assert.DoesNotContain("vous attend", await later.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_texts_that_meet_are_shown_side_by_side_and_none_is_lost(bool javaScript)
    {
        await using var author = await site.WalkAsync(javaScript);
        await author.SignInAsync("auteur@demo.test");
        await BeginAsync(author, "Actualité", $"Deux textes {javaScript}");
        var address = new Uri(author.Page.Url).AbsolutePath;
        await using var editor = await site.WalkAsync(javaScript);
        await editor.SignInAsync("redaction@demo.test");
        await editor.GoAsync(address);
        await Body(editor).FillAsync("Commun.\n\nDe la rédaction.");
        await editor.PressAsync("Enregistrer une version");

        await Body(author).FillAsync("Commun.\n\nDe l’auteur.");
        await author.PressAsync("Enregistrer une version");
        await author.ReadsAsync("Deux textes se rencontrent");
        Assert.Equal("De la rédaction.", await author.Page.Locator("main .tn-sides del").First.TextContentAsync());
        Assert.Equal("De l’auteur.", await author.Page.Locator("main .tn-sides ins").First.TextContentAsync());
        if (javaScript)
        {
            await CleanAsync(author);
        }

        await author.PressAsync("Prendre l’autre texte");
        Assert.Contains("De la rédaction.", await Body(author).InputValueAsync(), StringComparison.Ordinal);
        await author.FollowAsync("Reprendre ce texte");
        Assert.Contains("De l’auteur.", await Body(author).InputValueAsync(), StringComparison.Ordinal);
        await author.PressAsync("Enregistrer");
        await author.ReadsAsync("La version est enregistrée");
        Assert.Contains("De l’auteur.", await Body(author).InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_author_runs_nothing_in_the_preview_even_without_the_policy()
    {
        const string attack = """
            <script>window.ran = 1</script><img src=x onerror="window.ran = 1"><svg onload="window.ran = 1"></svg>
            <iframe srcdoc="<script>parent.ran = 1</script>"></iframe><a href="javascript:window.ran = 1" id="piege">lien</a>
            [x](javascript:window.ran=1) # h {onclick=window.ran=1}
            <form action="/compte/deconnexion" method="post"><button>Ici</button></form><base href="https://ailleurs.example/">

            ```gift
            ::q-piege:: <img src\=x onerror\="window.ran \= 1"> {
              =<script>window.ran \= 1</script> oui #<svg onload\="window.ran \= 1"></svg> bien
              ~Non #<img src\=x onerror\="window.ran \= 1">
            }
            ```

            À la fin du piège.
            """;
        await using var author = await site.WalkAsync(bypassPolicy: true);
        await author.SignInAsync("auteur@demo.test");
        await BeginAsync(author, "Actualité", "<img src=x onerror=\"window.ran = 1\">");
        await author.FillAsync("Résumé", "<script>window.ran = 1</script>\"><img src=x onerror=window.ran=1>");
        await Body(author).FillAsync(attack);
        await author.Page.Locator(".tn-editor__page", new() { HasText = "À la fin du piège" }).WaitForAsync();
        foreach (var link in await author.Page.Locator(".tn-editor__page a").AllAsync())
        {
            Assert.DoesNotContain("javascript", await link.GetAttributeAsync("href") ?? string.Empty, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(0, await author.Page.Locator(".tn-editor__page :is(script, iframe, form, base, svg:has(script), [onerror], [onload], [onclick])").CountAsync());
        await author.PressAsync("Enregistrer une version");
        await author.Page.Locator(".tn-editor__page", new() { HasText = "À la fin du piège" }).WaitForAsync();
        await author.FollowAsync("Autres actions");
        await author.GoAsync("/admin/contenus");
        Assert.Null(await author.Page.EvaluateAsync<int?>("window.ran ?? null"));
    }

    private static ILocator Body(Walker walker) => walker.Page.Locator("textarea[data-body]");

    private static async Task BeginAsync(Walker author, string type, string title)
    {
        await author.GoAsync("/admin/contenus");
        await author.FollowAsync("Écrire un document");
        await author.Page.GetByLabel(type, new() { Exact = true }).CheckAsync();
        await author.FillAsync("Titre", title);
        await author.PressAsync("Commencer");
    }

    private static Task CleanAsync(Walker walker) =>
        walker.LookAgainAsync($"editeur-{(walker.Page.Url.Contains("Save", StringComparison.Ordinal) ? "conflit" : "texte")}");
}

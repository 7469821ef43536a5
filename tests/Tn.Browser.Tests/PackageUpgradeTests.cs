using System.IO.Compression;
using Microsoft.Playwright;

namespace Tn.Browser.Tests;

/// <summary>An administrator installs a package, edits its page here, then upgrades the package: a conflict, both texts, a decision.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PackageUpgradeTests(BrowserSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_upgrade_with_a_conflict_shows_both_texts_and_asks(bool javaScript)
    {
        var id = javaScript ? "avec" : "sans";
        await using var walker = await site.WalkAsync(javaScript);
        await walker.SignInAsync("admin@demo.test");
        await walker.GoAsync("/admin/paquets");

        await UploadAsync(walker, Package(id, "1.0.0", "Le texte du paquet."));
        await walker.ReadsAsync("Ce paquet n’est pas encore installé");
        await walker.ReadsAsync("1 nouveau");
        await walker.PressAsync("Installer et envoyer en relecture");
        await EndedAsync(walker);
        await walker.ReadsAsync("Rien n’est publié avant que le comité pédagogique");
        await walker.FollowAsync("Revenir aux paquets");
        await walker.ReadsAsync($"tn.navigateur.{id}");

        await walker.GoAsync($"/admin/contenus?q=page-{id}");
        await walker.FollowAsync($"Une page {id}");
        await walker.Page.Locator("textarea[data-body]").FillAsync("## Ici\n\nNotre correction.\n");
        await walker.PressAsync("Enregistrer");

        await walker.GoAsync("/admin/paquets");
        await UploadAsync(walker, Package(id, "1.1.0", "Le texte corrigé du paquet."));
        await walker.ReadsAsync("Modifié ici et dans le paquet");
        await walker.PressAsync("Installer et envoyer en relecture");
        await EndedAsync(walker);
        await walker.FollowAsync("Trancher les conflits");
        await walker.FollowAsync($"Une page {id}");
        await walker.ReadsAsync("Notre correction.");
        await walker.ReadsAsync("Le texte corrigé du paquet.");
        await walker.FillAsync("Réunir les deux", "## Ici\n\nNotre correction, et celle du paquet.\n");
        await walker.PressAsync("Enregistrer le texte réuni");

        Assert.Equal(0, await walker.Page.GetByRole(AriaRole.Link, new() { Name = $"Une page {id}" }).CountAsync());
        await walker.GoAsync($"/admin/contenus?q=page-{id}");
        await walker.FollowAsync($"Une page {id}");
        Assert.Contains("et celle du paquet", await walker.Page.Locator("textarea[data-body]").InputValueAsync(), StringComparison.Ordinal);
    }

    // With scripts the page follows by itself; without, a person asks again.
    private static async Task EndedAsync(Walker walker)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await walker.Page.Locator("[data-installation=ended]").CountAsync() == 0)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), "The installation does not end.");
            await beat.WaitForNextTickAsync();
            await walker.Page.ReloadAsync();
        }
    }

    private static async Task UploadAsync(Walker walker, byte[] zip)
    {
        await walker.Page.GetByLabel("Archive zip du paquet").SetInputFilesAsync(new FilePayload { Name = "paquet.zip", MimeType = "application/zip", Buffer = zip });
        await walker.PressAsync("Voir ce qui change");
    }

    private static byte[] Package(string id, string version, string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "package.yml", $"id: tn.navigateur.{id}\nversion: {version}\ntitle: Essai du navigateur {id}\nlanguage: fr\nlicence: Licence Ouverte 2.0\nauthors: [Équipe]\nengine: 1.0.0\n");
            Add(zip, $"pages/page-{id}.md", $"---\ntitle: Une page {id}\nsummary: Résumé.\nreviewBy: 2027-11-30\n---\n\n## Ici\n\n{text}\n");
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open());
        writer.Write(text);
    }
}

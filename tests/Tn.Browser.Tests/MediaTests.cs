using System.Net;
using Microsoft.Playwright;
using SkiaSharp;
using Tn.Testing;

namespace Tn.Browser.Tests;

/// <summary>An image's way: sent by an author, described, used in a lesson, published by the committee, seen by a stranger.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MediaTests(BrowserSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_image_goes_from_the_authors_folder_to_a_strangers_page(bool javaScript)
    {
        await using var author = await site.WalkAsync(javaScript);
        await author.SignInAsync("auteur@demo.test");
        await author.GoAsync("/admin/medias");
        await SendAsync(author, javaScript);
        await author.ReadsAsync("À écrire dans un texte");
        var markdown = await author.Page.Locator("main pre code").First.TextContentAsync() ?? string.Empty;
        var address = markdown[(markdown.IndexOf('(', StringComparison.Ordinal) + 1)..^1];
        using var stranger = site.Site.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PeekAsync(address)).Status);

        var lesson = await WriteAsync(author, markdown, javaScript ? 0 : 1);
        await author.PressAsync("Envoyer au comité");
        await author.ReadsAsync("le texte de remplacement");
        await author.GoAsync(address[..address.LastIndexOf('/')].Replace("/medias/", "/admin/medias/", StringComparison.Ordinal));
        await author.FillAsync("Texte de remplacement", "Deux moitiés, une rouge et une bleue");
        await author.FillAsync("Licence", "CC BY 4.0");
        await author.FillAsync("Auteur", "Atelier d’essai");
        await author.PressAsync("Enregistrer la fiche");
        await author.GoAsync(lesson.Edit);
        await author.PressAsync("Envoyer au comité");
        foreach (var member in new[] { "pedago1", "pedago2", "pedago4" })
        {
            await VoteAsync($"{member}@demo.test", new Uri(author.Page.Url).AbsolutePath);
        }

        await SeeAsync(lesson.Public, javaScript);
        Assert.Equal(HttpStatusCode.OK, (await stranger.PeekAsync(address)).Status);
    }

    private static async Task SendAsync(Walker author, bool javaScript)
    {
        var file = new FilePayload { Name = $"Schéma {(javaScript ? "un" : "deux")}.jpg", MimeType = "image/jpeg", Buffer = Image() };
        await author.Page.Locator("main input[type=file]").SetInputFilesAsync(javaScript ? [file, new FilePayload { Name = "faux.png", MimeType = "image/png", Buffer = "MZ"u8.ToArray() }] : [file]);
        await author.FillAsync("Dossier", "Essais");
        if (!javaScript)
        {
            await author.PressAsync("Envoyer les fichiers");
            return;
        }

        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer les fichiers" }).ClickAsync();
        await author.Page.Locator("main li", new() { HasText = "n’est pas d’un type accepté" }).WaitForAsync();
        await author.FollowAsync("compléter sa fiche");
    }

    private static async Task<(string Edit, string Public)> WriteAsync(Walker author, string markdown, int which)
    {
        await author.Page.GotoAsync("/admin/contenus?type=Lesson&etat=publie");
        var edit = await author.Page.Locator("main th a[href^='/admin/contenus/']").Nth(which).GetAttributeAsync("href") ?? string.Empty;
        await author.GoAsync(edit);
        var page = await author.Page.GetByRole(AriaRole.Link, new() { Name = "Voir sur le site" }).GetAttributeAsync("href") ?? string.Empty;
        await author.FillAsync("Texte, en Markdown", $"## Un schéma\n\n{markdown}\n\nLa suite.\n");
        await author.PressAsync("Enregistrer une version");
        return (edit, page);
    }

    private async Task VoteAsync(string member, string submission)
    {
        await using var walker = await site.WalkAsync();
        await walker.SignInAsync(member);
        await walker.Page.GotoAsync(submission);
        await walker.Page.Locator("input[name=Choice][value=Approve]").CheckAsync();
        await walker.FillAsync("Raison", "Image décrite et sous licence.");
        await walker.PressAsync("Donner ma voix");
    }

    private async Task SeeAsync(string page, bool javaScript)
    {
        await using var stranger = await site.WalkAsync(javaScript);
        await stranger.GoAsync(page);
        var picture = stranger.Page.Locator("main figure.tn-picture");
        await picture.ScrollIntoViewIfNeededAsync();
        var image = picture.Locator("img");
        Assert.Equal("Deux moitiés, une rouge et une bleue", await image.GetAttributeAsync("alt"));
        Assert.Equal(("900", "450", "lazy"), (await image.GetAttributeAsync("width"), await image.GetAttributeAsync("height"), await image.GetAttributeAsync("loading")));
        Assert.Contains("Atelier d’essai · CC BY 4.0", await picture.TextContentAsync() ?? string.Empty, StringComparison.Ordinal);
        if (javaScript)
        {
            Assert.True(await image.EvaluateAsync<bool>("async (image) => { await image.decode(); return image.naturalWidth > 0; }"));
            await stranger.PictureAsync("media-lesson", whole: true);
        }
    }

    private static byte[] Image()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(900, 450, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, 450, 450, red);
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QRCoder;

namespace Tn.Browser.Tests;

/// <summary>The file that a consultant hands over, opened from a disk without a network; and the square of a certificate, read from a photo.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class OfflineFileTests(BrowserSite site)
{
    [Fact]
    public async Task The_file_verifies_itself_without_a_network_and_altered_copies_say_so()
    {
        var file = await FileAsync();
        await using var walker = await site.WalkAsync();
        await walker.Page.Context.SetOfflineAsync(true);

        var (said, facts) = await OpenAsync(walker.Page, file);
        Assert.StartsWith("Signatures valables", said, StringComparison.Ordinal);
        Assert.Contains("valable ce jour-là", said, StringComparison.Ordinal);
        Assert.Contains("Numéro", facts, StringComparison.Ordinal);

        foreach (var altered in Altered(file))
        {
            (said, facts) = await OpenAsync(walker.Page, altered);
            Assert.StartsWith("Ce fichier a été modifié", said, StringComparison.Ordinal);
            Assert.Equal(string.Empty, facts.Trim());
        }
    }

    [Fact]
    public async Task A_photo_of_the_square_leads_to_the_certificate()
    {
        var code = await CodeAsync();
        await using var walker = await site.WalkAsync();
        await walker.GoAsync("/verifier");
        using var generator = new QRCodeGenerator();
        using var square = new PngByteQRCode(generator.CreateQrCode($"https://ailleurs.test/verifier/{code}", QRCodeGenerator.ECCLevel.M));
        var photo = new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = square.GetGraphic(8) };

        await walker.Page.ArriveAfterAsync(() => walker.Page.Locator("#scan-photo").SetInputFilesAsync(photo));

        Assert.EndsWith($"/verifier/{code}", walker.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_a_credential_are_fit_to_look_at()
    {
        var code = await CodeAsync();
        await using var walker = await site.WalkAsync();
        await walker.GoAsync($"/credentials/{code}");
        await walker.GoAsync("/credentials/issuer");
        await walker.GoAsync("/verifier/document");
        await walker.Page.Locator("#document").SetInputFilesAsync(new FilePayload { Name = "x.json", MimeType = "application/json", Buffer = "{}"u8.ToArray() });
        await walker.PressAsync("Vérifier le fichier");
        await walker.ReadsAsync("n’est pas signé");
    }

    // One character in twenty of each signed part, each in a copy of its own; then the parts exchanged.
    private static IEnumerable<string> Altered(string file)
    {
        foreach (var name in new[] { "credential", "statement" })
        {
            var token = TokenOf(file, name);
            for (var at = 3; at < token.Length; at += token.Length / 30)
            {
                if (token[at] != '.')
                {
                    yield return file.Replace(token, $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}", StringComparison.Ordinal);
                }
            }
        }

        yield return file.Replace(TokenOf(file, "statement"), TokenOf(file, "credential"), StringComparison.Ordinal);
        yield return file.Replace(TokenOf(file, "credential"), TokenOf(file, "statement"), StringComparison.Ordinal);
        yield return file.Replace("\"x\":\"", "\"x\":\"A", StringComparison.Ordinal);
    }

    private static string TokenOf(string file, string name) => Regex.Match(file, $"\"{name}\":\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;

    private static async Task<(string Said, string Facts)> OpenAsync(IPage page, string file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"tn-hors-ligne-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(path, file);
        try
        {
            await page.GotoAsync(new Uri(path).AbsoluteUri);
            await page.Locator("#answer.good, #answer.bad").WaitForAsync();
            return (await page.Locator("#answer").InnerTextAsync(), await page.Locator("#facts").TextContentAsync() ?? string.Empty);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<string> FileAsync()
    {
        using var visitor = site.Site.Visit();
        return await visitor.Http.GetStringAsync(new Uri($"/credentials/{await CodeAsync()}/hors-ligne.html", UriKind.Relative));
    }

    private async Task<string> CodeAsync()
    {
        using var holder = await site.Site.Visit().SignInAsync("consultant.certifie@demo.test");
        return Link().Match((await holder.GetAsync("/mon-parcours/certificat")).Body).Groups["code"].Value;
    }

    [GeneratedRegex("/credentials/(?<code>[0-9a-z]{26})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}

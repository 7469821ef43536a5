using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;
using Tn.Testing;

namespace Tn.Browser.Tests;

/// <summary>
/// One person at a browser. At each page passed, the page is looked at as everybody will see it:
/// axe in light and in dark, wide and at 320 px, and nothing may stick out sideways.
/// </summary>
/// <param name="lastErrors">What the site logged last, to tell why a page failed.</param>
public sealed class Walker(IPage page, bool javaScript, Func<string> lastErrors) : IAsyncDisposable
{
    // The sweeps of the site come round once a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    // For people to look at, when they ask: a whole page drawn four times costs more than reading it.
    private static readonly bool Pictures = Environment.GetEnvironmentVariable("TN_TEST_PICTURES") is not null;
    private static readonly ConcurrentDictionary<string, bool> Looked = new();
    private static readonly string Gallery = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;

    // As the context opens; motion is reduced at the first look.
    private (ColorScheme? Scheme, int Width) shown = (null, 1280);

    /// <summary>The page, for what has no shorter word here.</summary>
    public IPage Page => page;

    /// <summary>Goes to an address and looks at it.</summary>
    public async Task GoAsync(string path)
    {
        var answer = await page.GotoAsync(path);
        Assert.True(answer is { Ok: true }, $"{path}: {answer?.Status} {lastErrors()}");
        await LookAsync();
    }

    /// <summary>Asks for a page again until it says what follows from an event: within moments, but not at once.</summary>
    public async Task GoUntilAsync(string path, string words)
    {
        using var beat = new PeriodicTimer(Pause);
        for (var waited = Stopwatch.StartNew(); !await SaysAsync(path, words); await beat.WaitForNextTickAsync())
        {
            Assert.True(waited.Elapsed < Patience, $"{path} does not come to say « {words} »: {await TextAsync()} {lastErrors()}");
        }

        await LookAsync();
    }

    /// <summary>Goes where the first link of this kind leads.</summary>
    /// <param name="kind">A selector.</param>
    public async Task GoToFirstAsync(string kind)
    {
        Assert.True(await page.Locator(kind).CountAsync() > 0, $"{page.Url} has no {kind}: {await TextAsync()}");
        await GoAsync(await AddressAsync(page.Locator(kind).First));
    }

    /// <summary>Goes where the first link of the table's row about somebody or something leads.</summary>
    public async Task GoToRowOfAsync(string words) =>
        await GoAsync(await AddressAsync(page.Locator("main tr", new() { HasText = words }).First.Locator("a").First));

    /// <summary>Follows the link with these words and looks at what comes.</summary>
    public Task FollowAsync(string words) => ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = words }).First, words);

    /// <summary>Fills in the field with this label.</summary>
    public Task FillAsync(string label, string value) => page.GetByLabel(label).First.FillAsync(value);

    /// <summary>Ticks the box or the radio with this label.</summary>
    public Task TickAsync(string label) => page.GetByLabel(label).First.CheckAsync();

    /// <summary>Fills in the field of this name, for a page that has several of one label.</summary>
    public Task FillNamedAsync(string name, string value) => page.Locator($"main [name='{name}']").FillAsync(value);

    /// <summary>Chooses one of the values of the field of this name.</summary>
    public Task ChooseAsync(string name, string value) => page.Locator($"main [name='{name}'][value='{value}']").CheckAsync();

    /// <summary>Presses the button with these words and looks at what comes.</summary>
    public Task PressAsync(string words) => ClickAsync(page.Locator("main").GetByRole(AriaRole.Button, new() { Name = words }).First, words);

    /// <summary>Signs in with a demonstration account.</summary>
    public async Task SignInAsync(string email, string password = Visitor.DemoPassword)
    {
        await GoAsync("/compte/connexion");
        await FillAsync("Adresse électronique", email);
        await FillAsync("Mot de passe", password);
        await PressAsync("Se connecter");
        Assert.DoesNotContain("/compte/connexion", page.Url, StringComparison.Ordinal);
    }

    /// <summary>Asserts that the page's main part says something.</summary>
    public async Task ReadsAsync(string words) => Assert.Contains(Folded(words), await TextAsync(), StringComparison.Ordinal);

    /// <summary>Asserts that the page's main part does not say something.</summary>
    public async Task DoesNotReadAsync(string words) => Assert.DoesNotContain(Folded(words), await TextAsync(), StringComparison.Ordinal);

    /// <summary>The main part's words, white space (also the French narrow ones) folded.</summary>
    public async Task<string> TextAsync() => Folded(await page.Locator("main").TextContentAsync() ?? string.Empty);

    /// <summary>Takes a picture for the README and for people to look at.</summary>
    public async Task PictureAsync(string name, bool whole = false) =>
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Gallery, name + ".png"), FullPage = whole });

    /// <summary>Looks at the page as it stands now, with what was typed and answered: each kind of page is else looked at once only.</summary>
    public async Task LookAgainAsync(string name)
    {
        foreach (var width in new[] { 320, 1280 })
        {
            await LookAtAsync(ColorScheme.Light, width, name);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    private async Task ClickAsync(ILocator what, string words)
    {
        var answer = await page.ArriveAfterAsync(() => what.ClickAsync());
        Assert.True(answer.Ok, $"« {words} » led to {answer.Url}: {answer.Status} {lastErrors()}");
        await LookAsync();
    }

    private async Task LookAsync()
    {
        var place = new Uri(page.Url).AbsolutePath;
        Assert.False(await page.Locator("main").CountAsync() == 0, $"{place} has no main part.");
        // Without scripts the HTML is the same, and axe itself is one: those walks prove that the way passes.
        if (!javaScript)
        {
            return;
        }

        var shape = $"{(await page.EvaluateAsync<string>("document.documentElement.lang") == "en" ? "/en" : string.Empty)}{Shape(place)}";
        if (!Looked.TryAdd(shape, true))
        {
            return;
        }

        // In this order, one thing changes at a time.
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Dark, 320), (ColorScheme.Light, 320) })
        {
            await LookAtAsync(scheme, width, shape.Length > 1 ? shape.Trim('/').Replace('/', '-') : "accueil");
        }

        await ShowAsync(ColorScheme.Light, 1280);
    }

    private async Task LookAtAsync(ColorScheme scheme, int width, string name)
    {
        await ShowAsync(scheme, width);
        var faults = await Axe.FaultsAsync(page, coloursOnly: scheme == ColorScheme.Dark);
        Assert.True(faults.Length == 0, $"{page.Url} ({scheme}, {width} px): {faults}");
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} sticks out by {overflow} px at {width} px.");
        if (Pictures)
        {
            await PictureAsync($"{name}-{width}-{scheme}".ToLowerInvariant(), whole: true);
        }
    }

    // Only what differs is asked of the browser: it would lay out and draw the same page again.
    private async Task ShowAsync(ColorScheme scheme, int width)
    {
        if (shown.Scheme != scheme)
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        }

        if (shown.Width != width)
        {
            await page.SetViewportSizeAsync(width, 900);
        }

        shown = (scheme, width);
    }

    // As the browser resolves it, from the page where the link stands.
    private static Task<string> AddressAsync(ILocator link) => link.EvaluateAsync<string>("one => one.href");

    private async Task<bool> SaysAsync(string path, string words)
    {
        await page.GotoAsync(path);
        return (await TextAsync()).Contains(Folded(words), StringComparison.Ordinal);
    }

    private static string Folded(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // One lesson stands for all, one dossier for all: codes, ids and numbers are folded.
    private static string Shape(string path) => string.Join('/', path.Split('/').Select(part =>
        part.Any(char.IsDigit) ? "x" : part));
}

using Microsoft.Playwright;
using Tn.Testing;

namespace Tn.Browser.Tests;

/// <summary>
/// Somebody who has a keyboard and nothing else. At each stop of the Tab key, what has the focus must be seen to have it, and stand
/// after the stop before in the order of reading.
/// </summary>
internal sealed class Keyboard(IPage page)
{
    private const int Patience = 300;

    private const string Stop = """
        () => {
            const at = document.activeElement;
            if (!at || at === document.body) { window.tnLastStop = null; return ''; }
            const last = window.tnLastStop, style = getComputedStyle(at), box = at.getBoundingClientRect();
            window.tnLastStop = at;
            // Within a date field, the calendar's button is the browser's, and so is the ring around it.
            const isSeen = at.type === 'date' && !at.matches(':focus') || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.height > 0
                && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            // After the last stop the first comes again.
            const isNext = !last || last === at || at.matches('.tn-skip') || (last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
            return isSeen ? isNext ? '' : 'comes before the stop before it' : 'is not seen to have the focus';
        }
        """;

    public async Task SignInAsync(string email)
    {
        await page.GotoAsync("/compte/connexion");
        await WriteAsync("Adresse électronique", email);
        await WriteAsync("Mot de passe", Visitor.DemoPassword);
        await PressAsync("Se connecter");
        Assert.EndsWith("/mon-espace", page.Url, StringComparison.Ordinal);
    }

    /// <summary>Tabs to what is called so.</summary>
    public Task ReachAsync(string words) => ReachAsync(words, "(document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent || '').replace(/\\s+/g, ' ').trim().startsWith(words)");

    /// <summary>Tabs to the field with this label and types.</summary>
    public async Task WriteAsync(string label, string words)
    {
        await ReachAsync(label);
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Tabs to it and presses Enter; waits for the page that comes.</summary>
    public async Task PressAsync(string words)
    {
        await ReachAsync(words);
        await page.ArriveAfterAsync(() => page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Tabs to a field's choices and moves with the arrows.</summary>
    public async Task ChooseAsync(string field, string value)
    {
        await ReachAsync(field, "document.activeElement.name === words");
        await page.Keyboard.PressAsync("Space");
        for (var at = 0; at < Patience && !await page.EvaluateAsync<bool>("value => document.activeElement.value === value", value); at++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    /// <summary>The first stop of a page leads past its header, into what it has to say.</summary>
    public async Task SkipToContentAsync(string path)
    {
        await page.GotoAsync(path);
        await ReachAsync("Aller au contenu");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("contenu", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.True(await TabAsync("main", "document.querySelector(words).contains(document.activeElement)"), $"After the skip link, the focus leaves what {path} says.");
    }

    private async Task ReachAsync(string words, string isThere)
    {
        for (var at = 0; at < Patience; at++)
        {
            if (await TabAsync(words, isThere))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach « {words} » on {page.Url}.");
    }

    private async Task<bool> TabAsync(string words, string isThere)
    {
        await page.Keyboard.PressAsync("Tab");
        var said = await page.EvaluateAsync<string[]>($"words => [({Stop})(), String({isThere})]", words);
        Assert.True(said[0].Length == 0, $"On {page.Url}, {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)")} {said[0]}.");
        return said[1] == "true";
    }
}

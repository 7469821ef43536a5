using System.Collections.Concurrent;
using Microsoft.Playwright;
using Tn.Testing;

namespace Tn.Browser.Tests.Hostile;

/// <summary>Looks over a page's shoulder: what ran, and what was asked of anybody else.</summary>
internal sealed class Watch
{
    // Runs before the page's own scripts: what calls alert is written down, and nothing waits for a dialog.
    private const string Trap = "window.__ran = []; window.alert = (x) => window.__ran.push(String(x)); window.confirm = window.prompt = window.alert;";

    // Every event that a payload waits for, on every element of the page; links and buttons are not followed by the poking, only by people.
    private const string Poke = """
        () => {
          const events = ['mouseover', 'mouseenter', 'mousedown', 'mouseup', 'pointerover', 'pointerenter', 'focus', 'blur', 'input', 'change', 'toggle', 'beforetoggle', 'animationstart',
            'animationend', 'transitionend', 'load', 'error', 'begin', 'end', 'start', 'finish', 'wheel', 'scroll', 'slotchange', 'close', 'click', 'keydown', 'play', 'canplay'];
          const stay = (event) => event.preventDefault();
          for (const name of ['click', 'submit']) document.addEventListener(name, stay, true);
          for (const element of document.querySelectorAll('main *, body > *:not(main):not(header):not(footer)')) {
            for (const name of events) {
              element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
            }
          }
          for (const name of ['click', 'submit']) document.removeEventListener(name, stay, true);
          const bad = [];
          for (const link of document.querySelectorAll('a[href], area[href]')) {
            if (!['http:', 'https:', 'mailto:'].includes(link.protocol)) bad.push(link.outerHTML);
          }
          for (const element of document.querySelectorAll('main *')) {
            for (const attribute of element.attributes) {
              if (/^on/i.test(attribute.name) || attribute.name === 'style' || attribute.name === 'srcdoc') bad.push(element.outerHTML.slice(0, 200));
            }
          }
          if (document.querySelector('main :is(iframe, object, embed, base, meta, link, svg script, math, form form)')) bad.push('an element that has no place in a text');
          return bad.concat(window.__ran ?? ['the trap is gone']);
        }
        """;

    private readonly IPage page;
    private readonly string site;
    private readonly ConcurrentQueue<string> elsewhere = [];
    private readonly ConcurrentQueue<string> dialogs = [];

    private Watch(IPage page, string site)
    {
        this.page = page;
        this.site = site;
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && request.Url != "about:blank")
            {
                elsewhere.Enqueue(request.Url);
            }
        };
        page.Dialog += async (_, dialog) =>
        {
            // The editor asks before one leaves what was typed: the poking typed.
            if (dialog.Type == DialogType.BeforeUnload)
            {
                await dialog.AcceptAsync();
                return;
            }

            dialogs.Enqueue(dialog.Message);
            await dialog.DismissAsync();
        };
    }

    public static async Task<Watch> OverAsync(IPage page, Uri site)
    {
        await page.AddInitScriptAsync(Trap);
        return new Watch(page, site.ToString());
    }

    /// <summary>Opens an address, pokes at everything, and says what was wrong; null when nothing was.</summary>
    public async Task<string?> FaultAtAsync(string path)
    {
        var answer = await page.GotoAsync(path);
        return answer is { Ok: true } ? await FaultAsync(path) : $"{path}: {answer?.Status}";
    }

    /// <summary>Pokes at the page as it stands.</summary>
    public async Task<string?> FaultAsync(string what)
    {
        var found = await page.EvaluateAsync<string[]>(Poke);
        string[] faults = [.. found, .. elsewhere.Select(url => $"asked {url}"), .. dialogs.Select(words => $"dialog {words}")];
        elsewhere.Clear();
        dialogs.Clear();
        return faults.Length == 0 ? null : $"{what}: {string.Join(" | ", faults.Distinct().Take(5))}";
    }

    /// <summary>Shows HTML as another program would, a mail reader or a reader of feeds, without any policy.</summary>
    public async Task<string?> FaultOfHtmlAsync(string html, string what)
    {
        await page.GotoAsync(site + "health/live");
        await page.EvaluateAsync("(html) => { window.__ran = []; const main = document.createElement('main'); document.body.append(main); main.innerHTML = html; }", html);
        return await FaultAsync(what);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Tn.Testing;

namespace Tn.Browser.Tests;

/// <summary>One site with its demonstration and one Chromium, shared by the tests of this project.</summary>
public class BrowserSite : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private TestSite? site;

    /// <summary>The site walked through.</summary>
    public TestSite Site => site ?? throw new InvalidOperationException("Not started.");

    /// <summary>What a site of another kind changes in its services.</summary>
    protected virtual Action<WebApplicationBuilder>? Adjust => null;

    /// <summary>Opens a browser of its own for one person.</summary>
    /// <param name="javaScript">False to walk as somebody whose scripts do not run.</param>
    /// <param name="bypassPolicy">True to switch the content security policy off, so that the sanitiser stands alone.</param>
    public async Task<Walker> WalkAsync(bool javaScript = true, bool bypassPolicy = false)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address.ToString(),
            JavaScriptEnabled = javaScript,
            BypassCSP = bypassPolicy,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        return new Walker(await context.NewPageAsync(), javaScript, () => Site.LastErrors);
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(adjust: Adjust);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TN_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (site is not null)
        {
            await site.DisposeAsync();
        }
    }
}

/// <summary>All browser tests share the site: they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserSite>
{
    public const string Name = "browser";
}

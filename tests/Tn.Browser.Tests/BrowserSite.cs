using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using Tn.Contracts;
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

    /// <summary>What differs from the program's services; never what the demonstration plays.</summary>
    protected virtual Action<WebApplicationBuilder> Adjust => Axe.ServeFrom;

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

    /// <summary>Opens a browser for somebody of the demonstration, signed in.</summary>
    /// <param name="account">What stands before the at sign.</param>
    public async Task<Walker> EnterAsync(string account)
    {
        var walker = await WalkAsync();
        await walker.SignInAsync($"{account}@demo.test");
        return walker;
    }

    /// <summary>Asks the site's own services: for what no page shows.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> question)
        where TService : notnull
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The file of a consultant of the demonstration.</summary>
    public async Task<ConsultantFile> FileAsync(string account)
    {
        var person = await AskAsync((IPeople people) => people.FindByEmailAsync($"{account}@demo.test", CancellationToken.None));
        return (await AskAsync((IConsultantPath path) => path.FindAsync(person!.Id, CancellationToken.None)))!;
    }

    /// <summary>The path of the link that a mail carries, once the mail has left.</summary>
    /// <param name="beginning">How the path begins.</param>
    public async Task<string> LinkMailedToAsync(string email, string beginning)
    {
        var link = new Regex($@"https?://[^/\s]+(?<path>{Regex.Escape(beginning)}\S+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var mails = Path.Combine(Site.Folder, "mails");
        // A mail is there whole or not at all, and the demonstration wrote hundreds: each is read once.
        var read = new HashSet<string>(StringComparer.Ordinal);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        do
        {
            foreach (var file in Directory.Exists(mails) ? Directory.EnumerateFiles(mails, "*.eml").Where(read.Add) : [])
            {
                var mail = await MimeMessage.LoadAsync(file, patience.Token);
                if (mail.To.Mailboxes.Any(box => box.Address == email) && link.Match(mail.TextBody ?? string.Empty) is { Success: true } found)
                {
                    return found.Groups["path"].Value;
                }
            }
        }
        while (await beat.WaitForNextTickAsync(CancellationToken.None) && !patience.IsCancellationRequested);

        throw new TimeoutException($"No mail with a link to {beginning} was written to {email} within 30 seconds.");
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync(adjust: Adjust, played: true);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TN_TEST_CHROMIUM") ?? "/usr/bin/chromium-headless-shell",
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

/// <summary>All but the longest browser tests share a site: they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserSite>
{
    public const string Name = "browser";
}

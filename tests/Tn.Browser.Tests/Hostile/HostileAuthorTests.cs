using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;
using Tn.Testing;

namespace Tn.Browser.Tests.Hostile;

/// <summary>
/// A hostile author's texts on every path they are shown by, in a real browser with the content security policy off:
/// nothing runs, and nothing is asked of anybody else.
/// </summary>
public sealed partial class HostileAuthorTests(UnprotectedSite site) : IClassFixture<UnprotectedSite>
{
    private readonly ConcurrentQueue<string> faults = [];

    /// <summary>Charters, pages and materials of the package: of each kind so many.</summary>
    private static int Sheets => (HostileCorpus.Payloads.Count + HostilePackage.PerSheet - 1) / HostilePackage.PerSheet;

    [Fact]
    public async Task Nothing_runs_and_no_request_leaves_wherever_a_text_is_shown()
    {
        await InstallAsync(1);
        await using var reviewer = await WatcherAsync("pedago1@demo.test");
        var submissions = await LinksAsync(reviewer.Page, "/comites/pedagogique", "/comites/pedagogique/0");
        foreach (var submission in submissions)
        {
            Keep(await reviewer.Watch.FaultAtAsync(submission));
        }

        foreach (var member in new[] { "pedago1", "pedago2", "pedago4" })
        {
            await VoteAsync($"{member}@demo.test");
        }

        Assert.Contains("Hostile", (await site.Site.Visit().GetAsync($"/formations/{HostilePackage.Course}")).Text, StringComparison.Ordinal);
        // The votes' reasons are hostile too, and now stand on the page.
        Keep(await reviewer.Watch.FaultAtAsync(submissions[0]));
        await Task.WhenAll(ReadLessonsAsync(), ReadListsAsync(), ReadBankAsync(reviewer), SitExamAsync());
        await InstallAsync(2);
        await Task.WhenAll(ReadSinceAsync(reviewer), CompareAsync());
        Assert.True(faults.IsEmpty, string.Join(Environment.NewLine, faults.Take(20)));
    }

    [Fact]
    public async Task The_watch_itself_sees_a_live_script_a_request_and_a_bad_link()
    {
        await using var walker = await WatcherAsync(null);
        foreach (var live in new[] { "<img src=x onerror=alert(1)>", $"<img src='https://{HostileCorpus.Host}/a'>", "<a href='javascript:alert(1)'>x</a>", "<p onwheel=alert(1)>x</p>" })
        {
            Assert.NotNull(await walker.Watch.FaultOfHtmlAsync(live, live));
        }

        Assert.Null(await walker.Watch.FaultOfHtmlAsync("<p>Un texte.</p>", "plain"));
    }

    private async Task ReadLessonsAsync()
    {
        await using var learner = await WatcherAsync("conseiller@demo.test");
        await learner.Page.GotoAsync($"/formations/{HostilePackage.Course}");
        Keep(await learner.Watch.FaultAsync("course"));
        await learner.Page.GotoAsync($"/formations/{HostilePackage.Course}");
        await learner.Page.GetByRole(AriaRole.Button, new() { Name = "S’inscrire à la formation" }).ClickAsync();
        await learner.Page.GetByRole(AriaRole.Button, new() { Name = "S’inscrire à la formation" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        // A learner of this role reads the notes for the facilitator too.
        for (var number = 0; number < Sheets; number++)
        {
            Keep(await learner.Watch.FaultAtAsync($"/ressources/hostile-{number}"));
        }

        using var reader = site.Site.Visit();
        for (var number = 0; number < HostileCorpus.Payloads.Count; number++)
        {
            var lesson = $"/formations/{HostilePackage.Course}/l-{number:000}";
            Keep(await learner.Watch.FaultAtAsync(lesson));
            // Every third one is answered: the three feedbacks are cleaned by the same hand.
            if (number % 3 == 0)
            {
                await learner.Page.Locator("main form[data-answer] input[name=choice]").Nth(number / 3 % 3).CheckAsync();
                await learner.Page.GetByRole(AriaRole.Button, new() { Name = "Répondre" }).First.ClickAsync();
                await learner.Page.Locator("text=Retour").First.WaitForAsync();
                Keep(await learner.Watch.FaultAsync($"feedback of {lesson}"));
            }

            if (number % 10 == 0)
            {
                using var answer = System.Text.Json.JsonDocument.Parse(await reader.Http.GetStringAsync(new Uri($"/api/v1/courses/{HostilePackage.Course}/lessons/l-{number:000}", UriKind.Relative)));
                Keep(await learner.Watch.FaultOfHtmlAsync(answer.RootElement.GetProperty("html").GetString()!, $"api of {lesson}"));
            }
        }
    }

    private async Task ReadListsAsync()
    {
        await using var stranger = await WatcherAsync(null);
        foreach (var path in new[] { "/formations", "/charte", "/", "/recherche?q=alert", "/recherche?q=%3Cscript%3Ealert(1)%3C/script%3E", "/recherche?q=hostile&p=2", "/plan-du-site" })
        {
            Keep(await stranger.Watch.FaultAtAsync(path));
        }

        for (var number = 0; number < Sheets; number++)
        {
            Keep(await stranger.Watch.FaultAtAsync($"/ressources/hostile-{number}"));
            Keep(await stranger.Watch.FaultAtAsync($"/charte/hostile-{number}"));
            Keep(await stranger.Watch.FaultAtAsync($"/pages/hostile-{number}"));
        }

        using var reader = site.Site.Visit();
        var feed = XDocument.Parse(await reader.Http.GetStringAsync(new Uri("/formations.atom", UriKind.Relative)));
        var entry = feed.Descendants().First(element => element.Name.LocalName == "title" && element.Value.Contains("Hostile", StringComparison.Ordinal));
        Assert.Contains("onerror", entry.Value, StringComparison.Ordinal);
        Assert.Null(entry.Attribute("type"));
        await MailsAsync(stranger.Watch);
    }

    /// <summary>Mails that quote a title, as a mail reader shows them. Styles and head that other mails carry too are the template's own.</summary>
    private async Task MailsAsync(Watch watch)
    {
        var mails = new List<(string Subject, string Html)>();
        foreach (var file in Directory.EnumerateFiles(site.Site.Folder, "*.eml", SearchOption.AllDirectories))
        {
            var mail = await MimeKit.MimeMessage.LoadAsync(file);
            mails.Add((mail.Subject ?? string.Empty, mail.HtmlBody ?? string.Empty));
        }

        var quoting = mails.Where(mail => mail.Html.Contains("alert(1)", StringComparison.Ordinal) || mail.Html.Contains("Hostile", StringComparison.Ordinal)).ToList();
        var own = mails.Except(quoting).SelectMany(mail => OfTheTemplate().Matches(mail.Html)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(quoting);
        Assert.NotEmpty(own);
        foreach (var (subject, html) in quoting)
        {
            Keep(await watch.FaultOfHtmlAsync(own.Aggregate(html, (text, piece) => text.Replace(piece, string.Empty, StringComparison.Ordinal)), $"mail {subject}"));
        }
    }

    private async Task CompareAsync()
    {
        await using var author = await WatcherAsync("auteur@demo.test");
        var items = new List<string>();
        for (var page = 1; page <= 12; page++)
        {
            items.AddRange(await LinksAsync(author.Page, $"/admin/contenus?etat=brouillon&p={page}", "/admin/contenus/"));
        }

        Assert.True(items.Count > 50, "The second edition is to be found among the drafts.");
        var compared = 0;
        foreach (var item in items.Where((_, number) => number % 4 == 0))
        {
            Keep(await author.Watch.FaultAtAsync(item));
            var versions = await LinksAsync(author.Page, $"{item}/versions", $"{item}/versions/");
            if (versions is [var now, var before, ..])
            {
                Keep(await author.Watch.FaultAtAsync(now));
                Keep(await author.Watch.FaultAtAsync($"{item}/comparer?de={Id(before)}&vers={Id(now)}"));
                compared += await author.Page.Locator(".tn-compare").CountAsync();
            }
        }

        Assert.True(compared > 20, $"Only {compared} comparisons were looked at.");
        static string Id(string path) => path[(path.LastIndexOf('/') + 1)..];
    }

    /// <summary>The bank as the committee reads it, with its keys.</summary>
    private async Task ReadBankAsync(Watcher reviewer)
    {
        var items = new HashSet<string>(StringComparer.Ordinal);
        for (var (page, more) = (1, true); more; page++)
        {
            Keep(await reviewer.Watch.FaultAtAsync($"/comites/pedagogique/banque?theme=donnees&p={page}"));
            var shown = await reviewer.Page.Locator("main h2 code").AllTextContentsAsync();
            items.UnionWith(shown.Where(item => item.Contains(".hb-", StringComparison.Ordinal)));
            more = shown.Count > 0;
        }

        Assert.Equal(HostileCorpus.Payloads.Count, items.Count);
    }

    /// <summary>An exam drawn from that bank, as its candidate reads it.</summary>
    private async Task SitExamAsync()
    {
        await using var candidate = await WatcherAsync("consultant09@demo.test");
        await candidate.Page.GotoAsync("/mon-parcours/epreuve");
        await candidate.Walker.TickAsync("J’ai le temps devant moi");
        await candidate.Page.ArriveAfterAsync(() => candidate.Page.GetByRole(AriaRole.Button, new() { Name = "Commencer l’épreuve" }).ClickAsync());
        var first = candidate.Page.Url;
        Assert.EndsWith("/1", first, StringComparison.Ordinal);
        var hostile = 0;
        for (var number = 1; number <= 40; number++)
        {
            Keep(await candidate.Watch.FaultAtAsync($"{first[..^1]}{number}"));
            hostile += await candidate.Page.Locator("main legend", new() { HasText = "Énoncé" }).CountAsync();
        }

        Assert.True(hostile > 0, "No item of the hostile bank was drawn: this proves nothing.");
    }

    /// <summary>What changed since the member's last reading, on the second edition's submissions.</summary>
    private async Task ReadSinceAsync(Watcher reviewer)
    {
        var changes = 0;
        foreach (var submission in await LinksAsync(reviewer.Page, "/comites/pedagogique", "/comites/pedagogique/0"))
        {
            Keep(await reviewer.Watch.FaultAtAsync(submission));
            changes += await reviewer.Page.Locator(".tn-since .tn-compare").CountAsync();
        }

        Assert.True(changes > 0, "No page told the member what had changed: this proves nothing.");
    }

    private async Task InstallAsync(int edition)
    {
        var folder = Directory.CreateTempSubdirectory("tn-hostile-").FullName;
        await HostilePackage.WriteAsync(folder, edition);
        var (exitCode, output) = await ChildSite.RunVerbAsync("packages", "install", folder, "--author", "auteur@demo.test", "--data", site.Site.Folder);
        Directory.Delete(folder, recursive: true);
        var refusals = output.Split('\n').Where(line => !line.Contains("avertissement", StringComparison.Ordinal));
        Assert.True(exitCode == 0, string.Join('\n', refusals.Take(20)));
    }

    private async Task VoteAsync(string member)
    {
        using var voter = await site.Site.Visit().SignInAsync(member);
        var desk = await voter.GetAsync("/comites/pedagogique");
        foreach (var link in desk.Document.QuerySelectorAll("main a[href^='/comites/pedagogique/0']").Select(link => link.GetAttribute("href")!).Distinct().ToList())
        {
            var page = await voter.GetAsync(link);
            if (page.Document.QuerySelector("form[action*='handler=Vote' i]") is not null && page.Body.Contains("ostile", StringComparison.Ordinal))
            {
                var after = await voter.SubmitAsync(page, "form[action*='handler=Vote' i]", ("Choice", "Approve"), ("Reason", string.Concat(HostileCorpus.Payloads.Where(payload => !payload.Contains('\0')).Take(40))));
                Assert.True(after.Text.Contains("voix", StringComparison.Ordinal) && after.Document.QuerySelector(".tn-errors, [role=alert]") is null, $"{member} at {link}: {after.Text[..Math.Min(after.Text.Length, 1500)]}");
            }
        }
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(IPage page, string path, string start)
    {
        await page.GotoAsync(path);
        var links = await page.Locator($"main a[href^='{start}']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        return [.. links.Where(link => !link.Contains('?', StringComparison.Ordinal)).Distinct()];
    }

    private async Task<Watcher> WatcherAsync(string? email)
    {
        var walker = await site.WalkAsync();
        if (email is not null)
        {
            await walker.Page.GotoAsync("/compte/connexion");
            await walker.FillAsync("Adresse électronique", email);
            await walker.FillAsync("Mot de passe", Visitor.DemoPassword);
            await walker.Page.ArriveAfterAsync(() => walker.Page.Locator("main form button[type=submit]").First.ClickAsync());
            Assert.DoesNotContain("/compte/connexion", walker.Page.Url, StringComparison.Ordinal);
        }

        return new Watcher(walker, await Watch.OverAsync(walker.Page, site.Site.Address));
    }

    private void Keep(string? fault)
    {
        if (fault is not null)
        {
            faults.Enqueue(fault);
        }
    }

    [GeneratedRegex("style=\"[^\"]*\"|<meta[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex OfTheTemplate();

    private sealed record Watcher(Walker Walker, Watch Watch) : IAsyncDisposable
    {
        public IPage Page => Walker.Page;

        public ValueTask DisposeAsync() => Walker.DisposeAsync();
    }
}

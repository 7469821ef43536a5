using System.Net;
using AngleSharp.Dom;
using Tn.Testing;

namespace Tn.Web.Tests;

/// <summary>Every link that a page shows leads somewhere, for whoever sees it.</summary>
[Collection(OnSqlite.Name)]
public sealed class LinksTests(SqliteSite sqlite)
{
    private const int Enough = 250;

    [Theory]
    [InlineData(null)]
    [InlineData("conseiller@demo.test")]
    [InlineData("consultant.certifie@demo.test")]
    [InlineData("pedago1@demo.test")]
    [InlineData("partenaires1@demo.test")]
    [InlineData("jury1@demo.test")]
    [InlineData("admin@demo.test")]
    public async Task No_link_leads_nowhere(string? who)
    {
        using var visitor = sqlite.Site.Visit();
        if (who is not null)
        {
            await visitor.SignInAsync(who);
        }

        var faults = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var shapes = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<(string Path, string From)>([("/", "start"), ("/plan-du-site", "start"), .. who is null ? Array.Empty<(string, string)>() : [("/mon-espace", "start")]]);
        while (waiting.TryDequeue(out var next) && seen.Count < Enough)
        {
            if (!seen.Add(next.Path) || !IsOneOfAFew(shapes, next.Path))
            {
                continue;
            }

            var page = await visitor.GetAsync(next.Path);
            if (page.Status != HttpStatusCode.OK)
            {
                faults.Add($"{next.Path} ({(int)page.Status}), linked from {next.From}");
            }

            foreach (var link in InternalLinks(page))
            {
                waiting.Enqueue((link, next.Path));
            }
        }

        Assert.True(seen.Count > 20, $"Only {seen.Count} pages were reached.");
        Assert.Equal([], faults);
    }

    // The dashboard's pages are Hangfire's; the verification page counts its visitors.
    private static IEnumerable<string> InternalLinks(PageSeen page) => page.Document.QuerySelectorAll("a[href]")
        .Select(link => link.GetAttribute("href")!.Split('#')[0])
        .Where(href => href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal)
            && !href.StartsWith("/admin/taches", StringComparison.Ordinal)
            && !href.StartsWith("/verifier/", StringComparison.Ordinal));

    // Three pages of a kind tell as much as three hundred: last parts and queries are folded.
    private static bool IsOneOfAFew(Dictionary<string, int> shapes, string path)
    {
        var bare = path.Split('?')[0];
        var shape = bare.LastIndexOf('/') is > 0 and var cut ? bare[..cut] : bare;
        shapes[shape] = shapes.GetValueOrDefault(shape) + 1;
        return shapes[shape] <= 12;
    }
}

using AngleSharp.Html.Parser;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>What a first visit to a lesson brings over the wire.</summary>
internal static class PageWeight
{
    /// <summary>The page and all that its own HTML asks for, as a browser that accepts brotli receives it.</summary>
    public static async Task<IReadOnlyList<Measure>> RunAsync(ChildSite site)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        var html = await http.GetStringAsync(new Uri(LessonMeasures.Lesson, UriKind.Relative));
        var document = await new HtmlParser().ParseDocumentAsync(html);
        var assets = document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload], script[src], img[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Where(address => !address.StartsWith("data:", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        var bytes = 0;
        foreach (var address in assets.Prepend(LessonMeasures.Lesson))
        {
            bytes += (await http.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
        }

        return
        [
            new Measure("Cold lesson, over the wire", bytes / 1000d, "kB", 120, "bodies of the page and of every style sheet, script, font, icon and image its HTML names, brotli or gzip"),
            new Measure("Cold lesson, requests", assets.Count + 1, "requests", 12, "the page and the same assets; fonts that only the style sheet names come on top when a text needs them"),
        ];
    }
}

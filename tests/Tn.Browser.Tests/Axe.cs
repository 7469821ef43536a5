using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Tn.Browser.Tests;

/// <summary>
/// axe, put into a page once and asked as often as the page changes its looks. The package's own runner puts it in anew for every
/// question and carries all that passed back, which cost most of this project's time. The page fetches it from the site, as it does
/// its own scripts: 650 kB handed through the browser's driver cost as much as what axe does with them.
/// </summary>
internal static class Axe
{
    private const string Place = "/axe.min.js";

    private const string Ask = """
        (rules) => axe.run(document, { resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }) })
            .then(found => found.violations.map(fault => `${fault.id}: ${fault.help} → ${fault.nodes.slice(0, 3).map(node => node.html).join(', ')}`))
        """;

    // What a change of colours can change. Every other rule judges the document and its layout, which the other scheme shares.
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];
    private static readonly string Source = Read();

    /// <summary>Has a site serve axe beside its pages.</summary>
    public static void ServeFrom(WebApplicationBuilder builder) => builder.Services.AddSingleton<IStartupFilter, Served>();

    /// <summary>What is wrong on the page as it stands; empty when nothing is.</summary>
    /// <param name="coloursOnly">True when all else was judged at this width in the other colours.</param>
    public static async Task<string> FaultsAsync(IPage page, bool coloursOnly)
    {
        // Into frames, only the package's runner knows the way.
        if (page.Frames.Count > 1)
        {
            return string.Join("; ", (await page.RunAxe()).Violations.Select(fault => $"{fault.Id}: {fault.Help} → {string.Join(", ", fault.Nodes.Take(3).Select(node => node.Html))}"));
        }

        if (!await page.EvaluateAsync<bool>("typeof window.axe?.run === 'function'"))
        {
            await page.AddScriptTagAsync(new() { Url = Place });
        }

        return string.Join("; ", await page.EvaluateAsync<string[]>(Ask, coloursOnly ? OfColours : []));
    }

    private sealed class Served : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map(Place, axe => axe.Run(context =>
            {
                context.Response.Headers.CacheControl = "max-age=3600";
                context.Response.ContentType = "text/javascript; charset=utf-8";
                return context.Response.WriteAsync(Source, context.RequestAborted);
            }));
            next(app);
        };
    }

    private static string Read()
    {
        using var script = new StreamReader(typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")
            ?? throw new InvalidOperationException("The package no longer carries axe.min.js under this name."));
        return script.ReadToEnd();
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tn.Benchmarks;

/// <summary>The most this machine's Kestrel can do for a page: 20 kB from memory, no work. All rates are told as ratios to it.</summary>
internal static class Ceiling
{
    /// <summary>Serves until killed.</summary>
    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var body = new string('a', 20_000);
        app.MapGet("/", () => Results.Text(body, "text/html; charset=utf-8"));
        app.MapGet("/health/ready", () => "ok");
        await app.RunAsync(url);
    }
}

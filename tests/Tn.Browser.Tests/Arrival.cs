using System.Diagnostics;
using Microsoft.Playwright;

namespace Tn.Browser.Tests;

/// <summary>
/// Waiting for the page that something leads to. The document itself is asked whether it has come: Playwright's own waits for an
/// address or a load can lose the event they wait for (microsoft/playwright-dotnet, issue 3364).
/// </summary>
internal static class Arrival
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    // Between two looks: who asks without a pause takes from the site and the browser the processor they would answer with.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Does what leads to another document, and waits until that one has loaded.</summary>
    /// <returns>The document's answer, redirects aside.</returns>
    public static async Task<IResponse> ArriveAfterAsync(this IPage page, Func<Task> departure)
    {
        var before = await LoadedAsync(page);
        var answer = await page.RunAndWaitForResponseAsync(departure, one => one.Request.IsNavigationRequest && one.Status is < 300 or >= 400);
        await answer.FinishedAsync();
        using var beat = new PeriodicTimer(Pause);
        for (var waited = Stopwatch.StartNew(); await LoadedAsync(page) is var now && (now == 0 || now == before); await beat.WaitForNextTickAsync())
        {
            Assert.True(waited.Elapsed < Patience, $"{answer.Url} does not finish loading.");
        }

        return answer;
    }

    // When the loaded document began, 0 while one is coming.
    private static async Task<double> LoadedAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<double>("document.readyState === 'complete' ? performance.timeOrigin : 0");
        }
        catch (PlaywrightException)
        {
            // The document left while it was asked.
            return 0;
        }
    }
}

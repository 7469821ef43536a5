using System.Net;
using Tn.Testing;
using Tn.Web.Tests.Access;

namespace Tn.Web.Tests;

/// <summary>Walls that hold on every page.</summary>
[Collection(OnSqlite.Name)]
public sealed class SecurityTests(SqliteSite sqlite)
{
    [Fact]
    public async Task Every_post_without_its_token_is_refused_before_anything_happens()
    {
        using var visitor = await sqlite.Site.Visit().SignInAsync("admin@demo.test");
        var posts = (await RouteTable.ReadAsync(sqlite.Site.Services))
            .Where(door => door.Method == "POST" && !door.Template.StartsWith("/admin/taches", StringComparison.Ordinal)
                && !door.Template.StartsWith("/erreur", StringComparison.Ordinal)
                && !door.Template.StartsWith("/health", StringComparison.Ordinal)
                && door.Template != "/admin/styles")
            .ToList();

        Assert.NotEmpty(posts);
        foreach (var door in posts)
        {
            using var answer = await visitor.Http.PostAsync(new Uri(Fill(door.Template), UriKind.Relative), new FormUrlEncodedContent([]));
            Assert.True(
                answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
                // The API takes JSON with a token, and no form at all.
                || (door.Template.StartsWith("/api/", StringComparison.Ordinal) && answer.StatusCode is HttpStatusCode.UnsupportedMediaType or HttpStatusCode.Unauthorized),
                $"{door.Template}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/formations")]
    [InlineData("/cette-page-n-existe-pas")]
    [InlineData("/compte/connexion")]
    [InlineData("/health/live")]
    public async Task Every_answer_forbids_inline_script_and_framing(string path)
    {
        using var visitor = sqlite.Site.Visit();
        using var answer = await visitor.Http.GetAsync(new Uri(path, UriKind.Relative));
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", string.Join(' ', answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_job_dashboard_is_for_administrators_only()
    {
        using var stranger = sqlite.Site.Visit();
        using var author = await sqlite.Site.Visit().SignInAsync("auteur@demo.test");
        using var administrator = await sqlite.Site.Visit().SignInAsync("admin@demo.test");

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.PeekAsync("/admin/taches")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.GetAsync("/admin/taches")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/admin/taches")).Status);
    }

    // The token is asked before the route's values are used: any value does.
    private static string Fill(string template) =>
        System.Text.RegularExpressions.Regex.Replace(template, @"\{[^}]*\}", "1", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}

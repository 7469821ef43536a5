using System.Net.Http.Headers;
using Tn.Testing;

namespace Tn.Web.Tests.Learning;

/// <summary>Public pages are kept for strangers, and for nobody else.</summary>
[Collection(OnSqlite.Name)]
public sealed class PublishedPagesTests(SqliteSite sqlite)
{
    private const string Course = "/formations/proteger-une-petite-entreprise";
    private const string Lesson = Course + "/inventaire-de-ce-qui-compte";

    [Theory]
    [InlineData("/formations")]
    [InlineData(Course)]
    [InlineData(Lesson)]
    public async Task A_second_stranger_is_served_from_the_cache(string address)
    {
        Assert.Null((await AskAsync(address + "?axe=donnees")).Headers.SetCookie());

        Assert.NotNull((await AskAsync(address + "?axe=donnees")).Headers.Age);
    }

    [Fact]
    public async Task An_invented_parameter_makes_no_other_page()
    {
        await AskAsync(Lesson);

        Assert.NotNull((await AskAsync($"{Lesson}?invente={Guid.NewGuid():N}")).Headers.Age);
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_never_served_from_the_cache_nor_kept_in_it()
    {
        using var learner = await sqlite.Site.Visit().SignInAsync("conseiller@demo.test");
        await AskAsync(Lesson);

        using var hers = await learner.Http.GetAsync(new Uri(Lesson, UriKind.Relative));

        Assert.Null(hers.Headers.Age);
        Assert.Contains("Marchetti", await hers.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var visitor = sqlite.Site.Visit();
        Assert.DoesNotContain("Marchetti", (await visitor.GetAsync(Lesson)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_encoding_has_a_page_of_its_own()
    {
        await AskAsync(Lesson, "br");
        using var packed = await AskAsync(Lesson, "br");
        using var plain = await AskAsync(Lesson);

        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.NotNull(packed.Headers.Age);
    }

    [Fact]
    public async Task The_advisor_to_try_is_halfway_through_a_course()
    {
        using var advisor = await sqlite.Site.Visit().SignInAsync("conseiller@demo.test");

        var page = await advisor.GetAsync("/mon-espace/formations");

        Assert.Contains("Reprendre à", page.Text, StringComparison.Ordinal);
        Assert.Contains("Il vous reste 4 leçons à lire", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_consultant_before_the_jury_has_completed_the_required_courses()
    {
        using var consultant = await sqlite.Site.Visit().SignInAsync("consultant.jury@demo.test");

        var page = await consultant.GetAsync("/mon-espace/formations");

        Assert.Equal(2, page.Document.QuerySelectorAll("a[href^='/mon-espace/attestations/']").Length);
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string? encoding = null)
    {
        using var visitor = sqlite.Site.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        }

        var answer = await visitor.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return answer;
    }
}

/// <summary>Reading headers.</summary>
internal static class HeaderReading
{
    /// <summary>The cookies set, or null when none is.</summary>
    public static string? SetCookie(this HttpResponseHeaders headers) =>
        headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join("; ", cookies) : null;
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Data;
using Tn.Testing;

namespace Tn.Web.Tests.Api;

/// <summary>The API over HTTP, as a program meets it.</summary>
[Collection(OnSqlite.Name)]
public sealed class ApiTests(SqliteSite site)
{
    [Fact]
    public async Task A_stranger_reads_what_is_published_page_by_page_and_not_twice()
    {
        using var http = Client();
        using var list = await http.GetAsync(Address("/api/v1/courses"));
        Assert.Equal("</api/v1/courses?p=1>; rel=\"first\", </api/v1/courses?p=1>; rel=\"last\"", list.Headers.GetValues("Link").Single());
        var courses = await JsonAsync(list);
        var slug = courses.GetProperty("items")[0].GetProperty("slug").GetString();
        Assert.True(courses.GetProperty("total").GetInt32() >= 4);

        using var course = await http.GetAsync(Address($"/api/v1/courses/{slug}"));
        var lesson = (await JsonAsync(course)).GetProperty("lessons")[0].GetProperty("slug").GetString();
        using var again = new HttpRequestMessage(HttpMethod.Get, Address($"/api/v1/courses/{slug}"));
        again.Headers.IfNoneMatch.Add(course.Headers.ETag!);
        using var same = await http.SendAsync(again);
        Assert.Equal((HttpStatusCode.NotModified, 0), (same.StatusCode, (await same.Content.ReadAsByteArrayAsync()).Length));
        Assert.NotEmpty((await JsonAsync(await http.GetAsync(Address($"/api/v1/courses/{slug}/lessons/{lesson}")))).GetProperty("html").GetString()!);
    }

    [Fact]
    public async Task Neither_keys_nor_notes_for_the_facilitator_leave_by_the_api()
    {
        using var http = Client();
        foreach (var item in (await JsonAsync(await http.GetAsync(Address("/api/v1/materials")))).GetProperty("items").EnumerateArray())
        {
            var body = await http.GetStringAsync(Address($"/api/v1/materials/{item.GetProperty("slug").GetString()}"));
            Assert.DoesNotContain("tn-block--animateur", body, StringComparison.Ordinal);
            Assert.DoesNotContain(":::animateur", body, StringComparison.Ordinal);
        }

        var banks = await http.GetStringAsync(Address("/api/v1/banks"));
        Assert.Matches("""^\[(\{"axis":"[a-z-]+","axisName":"[^"]+","items":\d+\},?)+\]$""", banks);
    }

    [Theory]
    [InlineData("/api/v1/courses/absent", 404)]
    [InlineData("/api/v1/courses?p=99", 404)]
    [InlineData("/api/v1/absent", 404)]
    [InlineData("/api/v1/drafts", 401)]
    [InlineData("/api/v1/submissions", 401)]
    [InlineData("/api/v1/medias", 401)]
    public async Task A_refusal_is_a_problem_with_a_sentence(string path, int status)
    {
        using var http = Client();
        using var answer = await http.GetAsync(Address(path));
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.NotEmpty((await JsonAsync(answer)).GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_token_opens_its_scopes_and_no_page_until_it_is_revoked()
    {
        using var author = await site.Site.Visit().SignInAsync("auteur@demo.test");
        var secret = await CreateAsync(author, "Essai", "brouillons");
        Assert.DoesNotContain(secret, (await author.GetAsync("/mon-espace/jetons")).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/v1/drafts", secret));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/v1/submissions", secret));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync("/admin/contenus", secret));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync("/mon-espace", secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/v1/drafts", secret + "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/v1/drafts", string.Empty));

        await using (var scope = site.Site.Services.CreateAsyncScope())
        {
            var kept = await scope.ServiceProvider.GetRequiredService<TnDbContext>().Database.SqlQuery<string>($"SELECT \"Hash\" AS \"Value\" FROM content_api_tokens").ToListAsync();
            Assert.All(kept, hash => Assert.DoesNotContain(secret[3..], hash, StringComparison.Ordinal));
        }

        var page = await author.GetAsync("/mon-espace/jetons");
        await author.SubmitAsync(page, "form[action*='handler=Revoke' i]");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/v1/drafts", secret));
    }

    [Fact]
    public async Task A_token_has_its_owners_rights_and_no_more()
    {
        using var advisor = await site.Site.Visit().SignInAsync("conseiller@demo.test");
        var secret = await CreateAsync(advisor, "Curieux", "brouillons", "soumissions", "medias");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/v1/drafts", secret));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/v1/medias", secret));
        using var http = Client(secret);
        Assert.Equal(0, (await JsonAsync(await http.GetAsync(Address("/api/v1/submissions")))).GetProperty("total").GetInt32());

        using var other = await site.Site.Visit().SignInAsync("conseiller@demo.test");
        var session = await other.PeekAsync("/api/v1/drafts");
        Assert.Equal(HttpStatusCode.Forbidden, session.Status);
    }

    [Fact]
    public async Task A_token_of_a_closed_account_or_past_its_day_opens_nothing()
    {
        using var author = await site.Site.Visit().SignInAsync("auteur@demo.test");
        var secret = await CreateAsync(author, "Échu", "brouillons");
        await using var scope = site.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        await db.Database.ExecuteSqlAsync($"UPDATE content_api_tokens SET \"ExpiresUtc\" = {DateTimeOffset.UtcNow.AddMinutes(-1).UtcTicks} WHERE \"Name\" = 'Échu'");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/v1/drafts", secret));

        using var advisor = await site.Site.Visit().SignInAsync("conseiller58@demo.test");
        var closed = await CreateAsync(advisor, "Fermé", "soumissions");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/v1/submissions", closed));
        using var administrator = await site.Site.Visit().SignInAsync("admin@demo.test");
        var people = await administrator.GetAsync("/admin/utilisateurs?q=conseiller58");
        var sheet = await administrator.GetAsync(people.Document.QuerySelector("main a[href^='/admin/utilisateurs/']")!.GetAttribute("href")!);
        await administrator.SubmitAsync(sheet, "form[action*='handler=Lock' i]");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/v1/submissions", closed));
    }

    [Fact]
    public async Task The_description_names_every_address_with_an_example()
    {
        using var http = Client();
        var description = await JsonAsync(await http.GetAsync(Address("/api/v1/openapi.json")));
        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", Described: operation.Value))).ToList();
        Assert.Equal(18, operations.Count);
        Assert.All(operations, operation =>
        {
            var answers = operation.Described.GetProperty("responses");
            var answer = answers.TryGetProperty("200", out var ok) ? ok : answers.GetProperty("201");
            Assert.True(answer.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _), operation.Name);
            Assert.True(operation.Name.StartsWith("get", StringComparison.Ordinal) || operation.Described.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _), operation.Name);
        });
    }

    [Fact]
    public async Task Feeds_and_maps_are_read_by_programs()
    {
        using var http = Client();
        var feed = System.Xml.Linq.XDocument.Parse(await http.GetStringAsync(Address("/formations.atom")));
        Assert.True(feed.Descendants().Count(element => element.Name.LocalName == "entry") >= 4);
        System.Xml.Linq.XDocument.Parse(await http.GetStringAsync(Address("/actualites.atom")));
        var map = System.Xml.Linq.XDocument.Parse(await http.GetStringAsync(Address("/sitemap.xml")));
        using var visitor = site.Site.Visit();
        foreach (var address in map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).AbsolutePath))
        {
            Assert.True((await visitor.GetAsync(address)).Status == HttpStatusCode.OK, address);
        }
    }

    internal static async Task<string> CreateAsync(Visitor person, string name, params string[] scopes)
    {
        var page = await person.GetAsync("/mon-espace/jetons");
        var after = await person.SubmitAsync(page, "form[action*='handler=Create' i]", [("Input.Name", name), ("Input.Days", "30"), .. scopes.Select(scope => ("Input.Scopes", (string?)scope))]);
        return after.Document.QuerySelector("[data-testid=secret]")?.TextContent ?? throw new InvalidOperationException(after.Text);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string secret)
    {
        using var http = Client(secret);
        using var answer = await http.GetAsync(Address(path));
        return answer.StatusCode;
    }

    private HttpClient Client(string? secret = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Site.Address };
        http.DefaultRequestHeaders.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}

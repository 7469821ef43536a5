using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tn.Platform;
using Tn.Platform.Data;

namespace Tn.Courses.Tests.Building;

/// <summary>The module's pages on a real port: requests say who they are by a header instead of a password.</summary>
internal sealed class LearningSite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tn-courses-site-").FullName;
    private readonly WebApplication app;

    private LearningSite(CatalogueInMemory catalogue)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddPlatform(builder.Configuration, new DataFolder(folder));
        builder.Services.AddCourses();
        builder.Services.AddSingleton<ICourseCatalogue>(catalogue);
        builder.Services.AddSingleton<IPeople>(new Everyone());
        builder.Services.AddSingleton<INotifier>(new LettersKept());
        builder.Services.AddRazorPages().AddApplicationPart(typeof(CoursesModule).Assembly);
        builder.Services.AddOutputCache(cache => cache.AddPolicy("Published", policy => policy.NoCache()));
        builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, ByHeader>("header", null);
        app = builder.Build();
        app.UseRouting();
        app.UseOutputCache();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
    }

    public static async Task<LearningSite> OpenAsync(params IReadOnlyList<ACourse> courses)
    {
        var catalogue = new CatalogueInMemory();
        foreach (var course in courses)
        {
            catalogue.Publish(course);
        }

        var site = new LearningSite(catalogue);
        await using (var scope = site.app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<TnDbContext>().Database.EnsureCreatedAsync();
        }

        await site.app.StartAsync();
        return site;
    }

    /// <summary>A visitor with cookies of her own; a stranger when nobody is named.</summary>
    public Reader Visit(PersonId? person = null, Role role = Role.Consultant) => new(new Uri(app.Urls.First()), person, role);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class ByHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Request.Headers.TryGetValue("Person", out var person))
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, person!), new Claim(ClaimTypes.Name, "Quelqu’un"), new Claim(ClaimTypes.Role, Request.Headers["Role"]!)],
                Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}

/// <summary>A person reading the module's pages, without JavaScript unless she says so.</summary>
internal sealed partial class Reader : IDisposable
{
    private readonly HttpClient http;
    private readonly bool signedIn;

    public Reader(Uri site, PersonId? person, Role role)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site };
        signedIn = person is not null;
        if (person is { } someone)
        {
            http.DefaultRequestHeaders.Add("Person", someone.ToString());
            http.DefaultRequestHeaders.Add("Role", role.ToString());
        }
    }

    public async Task<HttpResponseMessage> GetAsync(string path) => await http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Posts with the anti-forgery token of a page that shows a form to this reader.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string formPage, bool asScript, params (string Name, string Value)[] fields)
    {
        var token = signedIn ? Token().Match(await ReadAsync(formPage)).Groups["token"].Value : string.Empty;
        using var content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        if (asScript)
        {
            request.Headers.Add("Tn-Fragment", "question");
        }

        return await http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}

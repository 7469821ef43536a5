using System.Globalization;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tn.Testing;

namespace Tn.Web.Tests.Access;

/// <summary>Who may open which door: the matrix written by hand against what the site really answers.</summary>
public sealed class AccessMatrixTests
{
    // Where these begin, a visitor is shown her own things and nobody else's; the jobs' dashboard is a package's, and has no use case.
    private static readonly IReadOnlyList<string> NothingOfOthers = ["/mon-", "/mes-", "/compte/", "/notifications", "/admin/taches"];

    // Forms that show nothing but themselves, the place where one stopped in a lesson, and figures that the public map gives to everybody.
    private static readonly IReadOnlyList<string> NothingToHide =
        ["/admin/contenus/lot", "/admin/contenus/{own-item}/apercu", "/admin/contenus/{own-item}/frappe", "/admin/recettes",
            "/formations/proteger-une-petite-entreprise/inventaire-de-ce-qui-compte/position", "/comites/centres-de-ressources"];

    // Who reads these is written on each of them: to all others, signed in or not, it does not exist.
    private static readonly IReadOnlyList<string> AskedOfEachThing =
        ["/comites/pedagogique/{id:guid}", "/comites/jury/recours/{id:guid}", "/epreuves/seances/{id:guid}", "/papiers/{id:guid}", "/recours/{id:guid}/piece", "/etudes-de-cas/{id:guid}/piece"];

    [Fact]
    public async Task Every_door_is_in_the_matrix_and_answers_each_role_as_written()
    {
        await using var site = await TestSite.StartAsync();
        var rows = AccessMatrix.Read();
        var differences = Differences(await RouteTable.ReadAsync(site.Services), rows);
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));

        var answers = await AnswersAsync(site, rows);
        var wrong = rows.Zip(answers)
            .Where(pair => !pair.First.Expected.SequenceEqual(pair.Second))
            .SelectMany(pair => new[] { $"written  {pair.First.Line(pair.First.Expected)}", $"answered {pair.First.Line(pair.Second)}" })
            .ToList();
        Assert.True(rows.Count > 100, "The matrix is not complete.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>Every page's own check is taken away: what is read must still be refused by the use case behind it.</summary>
    [Fact]
    public async Task With_every_page_left_open_the_use_cases_still_refuse_what_they_read()
    {
        await using var site = await TestSite.StartAsync(adjust: builder => builder.Services.AddSingleton<IPolicyEvaluator, NoPageAsks>(), played: true);
        var rows = AccessMatrix.Read()
            .Where(row => row.Method == "GET" && !NothingToHide.Contains(row.Address) && !NothingOfOthers.Any(start => row.Address.StartsWith(start, StringComparison.Ordinal)))
            .ToList();
        Assert.True(rows.Count > 100, "Too few doors are tried.");
        var answers = await AnswersAsync(site, rows);
        var open = rows.Zip(answers)
            .Where(pair => pair.First.Expected.Zip(pair.Second).Any(one => one.First is "no" or "in" && !IsRefusal(one.Second, pair.First.Template)))
            .SelectMany(pair => new[] { $"written  {pair.First.Line(pair.First.Expected)}", $"answered {pair.First.Line(pair.Second)}" })
            .ToList();
        Assert.True(open.Count == 0, string.Join(Environment.NewLine, open));
    }

    [Fact]
    public void A_door_that_nobody_wrote_down_is_seen_and_so_is_a_row_without_door()
    {
        var doors = new[] { new Door("GET", "/connue"), new Door("POST", "/oubliee") };
        var rows = new[] { new AccessRow("GET", "/connue", "/connue", []), new AccessRow("GET", "/disparue", "/disparue", []) };

        Assert.Equal(["no row for POST /oubliee", "no door for GET /disparue"], Differences(doors, rows));
    }

    private static bool IsRefusal(string answer, string template) => answer is "no" or "in" || (answer == "none" && AskedOfEachThing.Contains(template));

    private static IReadOnlyList<string> Differences(IEnumerable<Door> doors, IEnumerable<AccessRow> rows)
    {
        var real = doors.ToHashSet();
        var written = rows.Select(row => new Door(row.Method, row.Template)).ToHashSet();
        return
        [
            .. real.Except(written).Select(door => $"no row for {door.Method} {door.Template}"),
            .. written.Except(real).Select(door => $"no door for {door.Method} {door.Template}"),
        ];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> AnswersAsync(TestSite site, IReadOnlyList<AccessRow> rows)
    {
        var places = await Places.ReadAsync(site);
        var answers = rows.Select(_ => new List<string>()).ToList();
        foreach (var role in AccessMatrix.Roles)
        {
            using var visitor = role is null ? site.Visit() : await site.Visit().SignInAsync(role);
            var token = await TokenAsync(visitor, role is null ? "/compte/connexion" : "/compte/securite");
            for (var row = 0; row < rows.Count; row++)
            {
                answers[row].Add(await KnockAsync(visitor, rows[row].Method, places.Fill(rows[row].Address), token));
            }
        }

        return answers;
    }

    private static async Task<string> TokenAsync(Visitor visitor, string page) =>
        ((IHtmlInputElement)(await visitor.GetAsync(page)).Document.QuerySelector("main form input[name=__RequestVerificationToken]")!).Value;

    // A form is sent with its token and nothing else; what a row says in its query string is bound like a field.
    private static async Task<string> KnockAsync(Visitor visitor, string method, string address, string token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        }

        using var answer = await visitor.Http.SendAsync(request);
        var status = (int)answer.StatusCode;
        return status switch
        {
            >= 300 and < 400 => IsSignIn(answer.Headers.Location) ? "in" : "ok",
            < 300 => "ok",
            400 => "bad",
            403 => "no",
            404 => "none",
            409 => "late",
            _ => status.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static bool IsSignIn(Uri? location) =>
        location is not null && (location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString).StartsWith("/compte/connexion", StringComparison.Ordinal);

    /// <summary>Knows who comes and lets everybody in.</summary>
    private sealed class NoPageAsks(IAuthorizationService authorization) : IPolicyEvaluator
    {
        private readonly PolicyEvaluator real = new(authorization);

        public Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context) => real.AuthenticateAsync(policy, context);

        public Task<PolicyAuthorizationResult> AuthorizeAsync(AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource) =>
            Task.FromResult(PolicyAuthorizationResult.Success());
    }
}

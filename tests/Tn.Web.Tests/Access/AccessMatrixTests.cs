using System.Globalization;
using AngleSharp.Html.Dom;
using Tn.Testing;

namespace Tn.Web.Tests.Access;

/// <summary>Who may open which door: the matrix written by hand against what the site really answers.</summary>
public sealed class AccessMatrixTests
{
    [Fact]
    public async Task Every_door_is_in_the_matrix_and_answers_each_role_as_written()
    {
        await using var site = await TestSite.StartAsync();
        var rows = AccessMatrix.Read();
        var differences = Differences(await RouteTable.ReadAsync(site.Services), rows);
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));

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

        var wrong = rows.Zip(answers)
            .Where(pair => !pair.First.Expected.SequenceEqual(pair.Second))
            .SelectMany(pair => new[] { $"written  {pair.First.Line(pair.First.Expected)}", $"answered {pair.First.Line(pair.Second)}" })
            .ToList();
        Assert.True(rows.Count > 100, "The matrix is not complete.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void A_door_that_nobody_wrote_down_is_seen_and_so_is_a_row_without_door()
    {
        var doors = new[] { new Door("GET", "/connue"), new Door("POST", "/oubliee") };
        var rows = new[] { new AccessRow("GET", "/connue", "/connue", []), new AccessRow("GET", "/disparue", "/disparue", []) };

        Assert.Equal(["no row for POST /oubliee", "no door for GET /disparue"], Differences(doors, rows));
    }

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
}

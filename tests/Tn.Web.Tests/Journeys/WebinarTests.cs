using Tn.Webinars.Registrations;

namespace Tn.Web.Tests.Journeys;

/// <summary>A seat at a webinar.</summary>
public abstract class WebinarTests(SharedSite shared) : Journey(shared)
{
    [Fact]
    public async Task Registering_twice_at_the_same_instant_takes_one_seat_and_sends_one_mail()
    {
        using var advisor = await EnterAsync("conseiller55");
        var person = await PersonAsync("conseiller55");
        var webinar = (await advisor.GetAsync("/webinaires")).Document.QuerySelectorAll("[data-testid=webinar] a").Select(link => link.GetAttribute("href")!);
        foreach (var path in webinar)
        {
            var page = await advisor.GetAsync(path);
            if (page.Document.QuerySelector("form[action*='handler=Register']") is null)
            {
                continue;
            }

            var before = await CountAsync<WebinarRegistration>(rows => rows.Where(row => row.Person == person));
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => advisor.SubmitAsync(page, "form[action*='handler=Register']")));

            Assert.Contains("Vous êtes inscrit", (await advisor.GetAsync(path)).Text, StringComparison.Ordinal);
            Assert.Equal(before + 1, await CountAsync<WebinarRegistration>(rows => rows.Where(row => row.Person == person)));
            Assert.NotNull((await advisor.GetAsync("/notifications")).Document.QuerySelector($"a[href$='{path}']"));
            return;
        }

        Assert.Fail("She is registered for every webinar.");
    }
}

[Collection(OnSqlite.Name)]
public sealed class WebinarOnSqlite(SqliteSite shared) : WebinarTests(shared);

[Collection(OnPostgreSql.Name)]
public sealed class WebinarOnPostgreSql(PostgreSqlSite shared) : WebinarTests(shared);

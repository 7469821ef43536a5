using Tn.Journey.Charter;
using Tn.Testing;

namespace Tn.Web.Tests.Journeys;

/// <summary>A consultant's census and charter.</summary>
public abstract class ConsultantTests(SharedSite shared) : Journey(shared)
{
    private const string Enterprise = "/mon-parcours/recensement/entreprise";

    [Fact]
    public async Task A_census_keeps_what_was_typed_and_says_what_is_wrong_with_a_siret()
    {
        var own = (await FileAsync("consultant01")).Siret;
        var wrong = own[..13] + (char)('0' + ((own[13] - '0' + 1) % 10));
        using (var consultant = await EnterAsync("consultant01"))
        {
            var refused = await SaveSiretAsync(consultant, wrong);
            Assert.Contains("La clé de contrôle de ce SIRET est fausse", refused.Text, StringComparison.Ordinal);
        }

        using var again = await EnterAsync("consultant01");
        Assert.Equal(wrong, (await again.GetAsync(Enterprise)).Document.QuerySelector("[name='Input.Enterprise.Siret']")!.GetAttribute("value"));
        var taken = await SaveSiretAsync(again, (await FileAsync("consultant02")).Siret);
        Assert.Contains("est déjà inscrit au recensement", taken.Text, StringComparison.Ordinal);
        await SaveSiretAsync(again, own);
        Assert.Equal(own, (await again.GetAsync(Enterprise)).Document.QuerySelector("[name='Input.Enterprise.Siret']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_signatures_of_the_charter_at_the_same_instant_are_one()
    {
        using var consultant = await EnterAsync("consultant04");
        var person = await PersonAsync("consultant04");
        var page = await consultant.GetAsync("/mon-parcours/charte");
        var sentence = page.Document.QuerySelector("[data-testid=intent]")!.TextContent;

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => consultant.SubmitAsync(page, "main form", ("Input.Sentence", sentence))));

        Assert.All(answers, answer => Assert.StartsWith("/mon-parcours/charte/recepisse/", answer.Path, StringComparison.Ordinal));
        Assert.Equal(answers[0].Path, answers[1].Path);
        Assert.Equal(1, await CountAsync<CharterSignature>(rows => rows.Where(row => row.Person == person)));
        Assert.Single((await consultant.GetAsync("/notifications")).Document.QuerySelectorAll("a[href*='/mon-parcours/charte/recepisse/']"));
    }

    private static async Task<PageSeen> SaveSiretAsync(Visitor consultant, string siret) =>
        await consultant.SubmitAsync(await consultant.GetAsync(Enterprise), "main form", ("Input.Enterprise.Siret", siret), ("then", "stay"));
}

[Collection(OnSqlite.Name)]
public sealed class ConsultantOnSqlite(SqliteSite shared) : ConsultantTests(shared);

[Collection(OnPostgreSql.Name)]
public sealed class ConsultantOnPostgreSql(PostgreSqlSite shared) : ConsultantTests(shared);

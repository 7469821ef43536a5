using System.Diagnostics;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>How long someone waits for the directory.</summary>
internal static class DirectoryMeasure
{
    private const int Passes = 3;
    private const int QueriesAPass = 500;

    private static readonly string[] Words =
        ["boulangers", "electriciens", "coiffeurs", "restaurateurs", "plombiers", "maraîchers", "libraires", "garagistes", "hoteliers", "menuisier", "fleuriste", "macons", "viticulteurs", "photographe", "Moreau", "Le Gall", "Payet", "Inès", "boulangrs", ""];
    private static readonly string[] Needs =
        ["facturation électronique", "présence en ligne", "sauvegardes", "cybersécurité", "registre des données", "vente en ligne", "devis", "rendez-vous", "mots de passe", "stocks", ""];
    private static readonly string[] Places =
        ["Orléans", "Limoges", "Lille", "Quimper", "Guéret", "Marseille", "saint denis", "Ajaccio", ""];
    private static readonly string[] Choices = ["", "&axe=cybersecurite", "&departement=45", "&type=consultant", "&axe=gestion&type=conseiller"];

    /// <summary>The whole page, as the client waits for it.</summary>
    public static async Task<Measure> RunAsync(ChildSite site)
    {
        using var visitor = new Visitor(site.Address);
        if (!(await visitor.GetAsync("/annuaire")).Text.Contains("50 ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The directory does not hold the 50,000 profiles.");
        }

        visitor.Http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        var queries = Queries();
        await WaitsAsync(visitor, queries.Take(QueriesAPass));
        var p95 = await Samples.MedianOfAsync(Passes, async pass =>
            Samples.Percentile(await WaitsAsync(visitor, queries.Skip((pass + 1) * QueriesAPass).Take(QueriesAPass)), 0.95));
        return new Measure("Directory search over 50,000 profiles, p95", p95, "ms", 20, $"`/annuaire`, whole page at the client, one after the other, {QueriesAPass} different queries a pass (words, misspelt words, needs, places, facets), none asked twice; median of {Passes} passes");
    }

    // Every combination, in an order that is mixed and always the same.
    private static List<string> Queries()
    {
        var all = from word in Words
                  from need in Needs
                  from place in Places
                  from choice in Choices
                  select $"/annuaire?q={Uri.EscapeDataString($"{word} {need} {place}".Trim())}{choice}";
        var list = all.ToArray();
        new Random(45).Shuffle(list);
        return [.. list];
    }

    private static async Task<List<double>> WaitsAsync(Visitor visitor, IEnumerable<string> queries)
    {
        var waits = new List<double>();
        foreach (var query in queries)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await visitor.Http.GetAsync(new Uri(query, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            waits.Add(watch.Elapsed.TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
        }

        return waits;
    }
}

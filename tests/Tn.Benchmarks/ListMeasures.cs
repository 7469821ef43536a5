using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>The desk's list of documents: what its pages cost over a hundred times as many.</summary>
internal static class ListMeasures
{
    private const int Few = 1_000;
    private const int Many = 100_000;
    private const int Pages = 60;

    // A word that a hundred documents have, in the small site as in the large one, so that the pages are alike; one that all have, one that none has.
    private static readonly (string Name, Func<int, int, string> Query)[] Lists =
    [
        ("no filter", (_, number) => $"?p={PageOf(number)}"),
        ("by type", (_, number) => $"?type=Lesson&p={PageOf(number)}"),
        ("by a rare word", (documents, number) => $"?q={Rare(documents, number)}"),
        ("by a common word", (_, number) => $"?q=essai&p={PageOf(number)}"),
        ("by an absent word", (_, number) => $"?q=absent{Number(number)}"),
        ("by type and word", (documents, number) => $"?type=Lesson&q=document+{Rare(documents, number)}"),
    ];

    /// <summary>One measure a list: the median wait over 100,000 documents against that over 1,000.</summary>
    public static async Task<IReadOnlyList<Measure>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tn-bench-list-").FullName;
        try
        {
            await using (await ChildSite.StartAsync(folder))
            {
            }

            Add(folder, 1, Few);
            var few = await WaitsAsync(folder, Few);
            Add(folder, Few + 1, Many);
            var many = await WaitsAsync(folder, Many);
            return [.. Lists.Select((list, at) => new Measure(
                $"List of documents, {list.Name}, 100,000 against 1,000",
                many[at] / few[at],
                "times",
                2,
                $"`/admin/contenus` as an administrator, whole page at the client, {Pages} pages after as many of each list, medians: {few[at].ToString("0.0", CultureInfo.InvariantCulture)} ms, then {many[at].ToString("0.0", CultureInfo.InvariantCulture)} ms"))];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<double>> WaitsAsync(string folder, int documents)
    {
        await using var site = await ChildSite.StartAsync(folder);
        using var desk = await new Visitor(site.Address).SignInAsync("admin@demo.test");
        // Each site is new: as many pages of each list first, or the one that was asked while the process was young would be told as the slow one.
        foreach (var (_, query) in Lists)
        {
            for (var number = 1; number <= Pages; number++)
            {
                await WaitAsync(desk, query(documents, Pages + number));
            }
        }

        var medians = new List<double>();
        foreach (var (_, query) in Lists)
        {
            var waits = new List<double>();
            for (var number = 1; number <= Pages; number++)
            {
                waits.Add(await WaitAsync(desk, query(documents, number)));
            }

            medians.Add(Samples.Median(waits));
        }

        return medians;
    }

    private static string PageOf(int number) => Number(number % 20 + 1);

    // The beginning of 111 or 112 titles: « unique4 » of a thousand, « unique471 » of a hundred thousand.
    private static string Rare(int documents, int number) => $"unique{Number(documents == Few ? number % 9 + 1 : number % 900 + 100)}";

    private static async Task<double> WaitAsync(Visitor desk, string query)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await desk.Http.GetAsync(new Uri($"/admin/contenus{query}", UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Copies a lesson and a page of the demonstration under titles of their own: a hundred thousand real saves would take hours.</summary>
    private static void Add(string folder, int from, int to)
    {
        using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(folder, "*.db").Single()}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var columns = Columns(connection).Select(name => $"\"{name}\"").ToList();
        var values = columns.Select(column => column switch
        {
            "\"VersionId\"" => "printf('v%025d', n.value)",
            "\"ItemId\"" or "\"LatestKey\"" => "printf('d%025d', n.value)",
            "\"PublishedKey\"" or "\"AddressKey\"" or "\"PublishedUtc\"" or "\"ContainerId\"" => "NULL",
            "\"DisplayText\"" => "'Document d’essai unique' || n.value",
            "\"Slug\"" => "'unique' || n.value",
            "\"ModifiedUtc\"" => "\"ModifiedUtc\" - 10000000 * n.value",
            "\"HasWords\"" => "1",
            _ => column,
        });
        var copy = $"""
            WITH RECURSIVE n(value) AS (SELECT {Number(from)} UNION ALL SELECT value + 1 FROM n WHERE value < {Number(to)})
            INSERT INTO content_versions ({string.Join(", ", columns)})
            SELECT {string.Join(", ", values)} FROM n JOIN content_versions one ON one."VersionId" = (
                SELECT "VersionId" FROM content_versions WHERE "LatestKey" IS NOT NULL AND "VersionId" NOT LIKE 'v0%' AND "ContentType" = CASE n.value % 2 WHEN 0 THEN 'Lesson' ELSE 'TeachingMaterial' END
                ORDER BY length("Rendered") LIMIT 1)
            """;
        Run(connection, copy);
        foreach (var word in new[] { "'document'", "'d'", "'essai'", "substr(\"Slug\", 1, 40)" })
        {
            Run(connection, $"INSERT INTO content_title_words (\"VersionId\", \"Word\") SELECT \"VersionId\", {word} FROM content_versions WHERE \"VersionId\" BETWEEN printf('v%025d', {Number(from)}) AND printf('v%025d', {Number(to)})");
        }

        transaction.Commit();
    }

    private static List<string> Columns(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info('content_versions')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

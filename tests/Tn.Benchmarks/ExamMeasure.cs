using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>Five hundred candidates before the same exam: starts within ten seconds, then answers one by one.</summary>
internal static class ExamMeasure
{
    private const int Candidates = 500;
    private const int ItemsEach = 8;
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(10);

    // A real exam leaves ninety seconds an item: here each candidate answers every fifteen, six times as fast.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    private sealed record Candidate(int Number, Visitor Browser)
    {
        public string Sitting { get; set; } = string.Empty;

        public Dictionary<int, string> Acknowledged { get; } = [];
    }

    public static async Task<IReadOnlyList<Measure>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tn-bench-exam-").FullName;
        try
        {
            await using (await ChildSite.StartAsync(folder))
            {
            }

            AddCandidates(folder);
            // Five hundred people behind one address would be refused at the door.
            await using var site = await ChildSite.StartAsync(folder, "Development", "--Account:PerAddress=100000");
            var candidates = await SignInAsync(site);
            var starts = await StartAsync(candidates);
            var answers = await AnswerAsync(candidates);
            var lost = Lost(folder, candidates);
            candidates.ForEach(candidate => candidate.Browser.Dispose());
            var pace = $"{Candidates} candidates, {ItemsEach} items each, one every {Pace.TotalSeconds:0} s (a real exam leaves ninety seconds an item), the item read with a GET before each POST";
            return
            [
                new("Exam, start, 95th percentile", Samples.Percentile(starts, 0.95), "ms", 1000, $"{Candidates} candidates press « Commencer » spread over {StartsWithin.TotalSeconds:0} s; from the POST to its redirection; median {Write(Samples.Median(starts))} ms, worst {Write(starts.Max())} ms"),
                new("Exam, answer, 95th percentile", Samples.Percentile(answers, 0.95), "ms", 300, $"{pace}, as `exam.js` sends them; median {Write(Samples.Median(answers))} ms, worst {Write(answers.Max())} ms"),
                new("Exam, acknowledged answers lost", lost, "answers", 0, $"the {candidates.Sum(candidate => candidate.Acknowledged.Count)} acknowledged answers looked for in the rows afterwards, with the choice that was sent"),
            ];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<Candidate>> SignInAsync(ChildSite site)
    {
        Console.Error.WriteLine("… signing in");
        var candidates = Enumerable.Range(1, Candidates).Select(number => new Candidate(number, new Visitor(site.Address))).ToList();
        await Parallel.ForEachAsync(candidates, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (candidate, _) => await candidate.Browser.SignInAsync(Email(candidate.Number)));
        return candidates;
    }

    private static async Task<IReadOnlyList<double>> StartAsync(List<Candidate> candidates)
    {
        Console.Error.WriteLine("… starting");
        var doors = await Task.WhenAll(candidates.Select(candidate => candidate.Browser.GetAsync("/mon-parcours/epreuve")));
        return await Task.WhenAll(candidates.Zip(doors).Select(async (one, index) =>
        {
            var (candidate, door) = one;
            await Task.Delay(StartsWithin * index / Candidates);
            using var form = Form(door, ("Confirmed", "true"));
            var watch = Stopwatch.StartNew();
            using var answer = await candidate.Browser.Http.PostAsync(new Uri(door.Path, UriKind.Relative), form);
            var waited = watch.Elapsed.TotalMilliseconds;
            candidate.Sitting = answer.Headers.Location?.ToString().Split('/')[3] ?? throw new InvalidOperationException($"No sitting: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return waited;
        }));
    }

    private static async Task<IReadOnlyList<double>> AnswerAsync(List<Candidate> candidates)
    {
        Console.Error.WriteLine("… answering");
        var waits = await Task.WhenAll(candidates.Select(async (candidate, index) =>
        {
            await Task.Delay(Pace * index / Candidates);
            var mine = new List<double>();
            for (var item = 1; item <= ItemsEach; item++)
            {
                var begun = Stopwatch.StartNew();
                mine.Add(await AnswerAsync(candidate, item));
                await Task.Delay(begun.Elapsed < Pace ? Pace - begun.Elapsed : TimeSpan.Zero);
            }

            return mine;
        }));
        return [.. waits.SelectMany(wait => wait)];
    }

    private static async Task<double> AnswerAsync(Candidate candidate, int item)
    {
        var path = $"/mon-parcours/epreuve/{candidate.Sitting}/{Number(item)}";
        var page = await candidate.Browser.GetAsync(path);
        var choice = page.Document.QuerySelector("input[name=Choices]")?.GetAttribute("value") ?? throw new InvalidOperationException($"No choice at {path}: {page.Text}");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = Form(page, ("Choices", choice)) };
        request.Headers.Accept.ParseAdd("application/json");
        var watch = Stopwatch.StartNew();
        using var answer = await candidate.Browser.Http.SendAsync(request);
        var waited = watch.Elapsed.TotalMilliseconds;
        if (answer.IsSuccessStatusCode)
        {
            candidate.Acknowledged[item] = choice;
        }

        return waited;
    }

    private static int Lost(string folder, List<Candidate> candidates)
    {
        using var connection = Open(folder);
        var kept = new Dictionary<(string, int), string>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Sitting\", \"Position\", \"Response\" FROM certification_answers";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            kept[(reader.GetString(0).ToUpperInvariant(), reader.GetInt32(1))] = reader.GetString(2);
        }

        return candidates.Sum(candidate => candidate.Acknowledged.Count(one =>
            !kept.TryGetValue((candidate.Sitting.ToUpperInvariant(), one.Key), out var response)
            || !(one.Value == "?" ? response.Contains("\"doesNotKnow\":true", StringComparison.Ordinal) : response.Contains($"\"{one.Value}\"", StringComparison.Ordinal))));
    }

    private static FormUrlEncodedContent Form(PageSeen page, params (string Name, string Value)[] values) => new(
        values.Select(value => KeyValuePair.Create(value.Name, value.Value))
            .Append(KeyValuePair.Create("__RequestVerificationToken", page.Document.QuerySelector("main input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? throw new InvalidOperationException($"No form at {page.Path}: {page.Text}"))));

    /// <summary>Copies a consultant of the demonstration, account and file, under other names and with the exam open: five hundred real paths would take an hour.</summary>
    private static void AddCandidates(string folder)
    {
        using var connection = Open(folder);
        using var transaction = connection.BeginTransaction();
        const string Model = "\"NormalizedEmail\" = 'CONSULTANT.FORMATION@DEMO.TEST'";
        const string Id = "printf('0EA00000-0000-7000-8000-%012X', n.value)";
        const string Name = "printf('candidat%04d@demo.test', n.value)";
        Copy(connection, "identity_people", $"SELECT \"Id\" FROM identity_people WHERE {Model}", "Id", column => column switch
        {
            "Id" => Id,
            "Email" or "UserName" => Name,
            "NormalizedEmail" or "NormalizedUserName" => $"upper({Name})",
            _ => $"\"{column}\"",
        });
        Copy(connection, "identity_people_roles", $"SELECT \"Id\" FROM identity_people WHERE {Model}", "UserId", column => column == "UserId" ? Id : $"\"{column}\"");
        Copy(connection, "journey_dossiers", $"SELECT \"Id\" FROM identity_people WHERE {Model}", "Person", column => column switch
        {
            "Id" => "printf('0EA10000-0000-7000-8000-%012X', n.value)",
            "Person" => Id,
            "Number" => "printf('C-2000-%04d', n.value)",
            "Siret" or "DueOn" => "NULL",
            "State" => "'ExamOpen'",
            _ => $"\"{column}\"",
        });
        transaction.Commit();
    }

    private static void Copy(SqliteConnection connection, string table, string model, string key, Func<string, string> value)
    {
        var columns = new List<string>();
        using (var names = connection.CreateCommand())
        {
            names.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            using var reader = names.ExecuteReader();
            while (reader.Read())
            {
                columns.Add(reader.GetString(0));
            }
        }

        using var copy = connection.CreateCommand();
        copy.CommandText = $"""
            WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < {Number(Candidates)})
            INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", columns.Select(value))} FROM n JOIN {table} one ON one."{key}" = ({model})
            """;
        copy.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Directory.GetFiles(folder, "*.db").Single()}");
        connection.Open();
        return connection;
    }

    private static string Email(int number) => $"candidat{number.ToString("0000", CultureInfo.InvariantCulture)}@demo.test";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Write(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}

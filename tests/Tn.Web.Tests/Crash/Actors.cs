using System.Collections.Concurrent;

namespace Tn.Web.Tests.Crash;

/// <summary>An advisor who answers questions of a course without end. What was not acknowledged is sent again, as a browser would.</summary>
internal sealed class Learner(Poster poster, string name)
{
    private readonly List<(string Address, string Question, string? Choice)> questions = [];
    private (int Question, string Token)? unsure;
    private int next;

    /// <summary>Tokens of the answers that the program said it kept.</summary>
    public ConcurrentBag<string> Acknowledged { get; } = [];

    public async Task EnrolAsync(string course)
    {
        var page = await poster.ReadAsync(course);
        Assert.True(await poster.PostAsync(course), name);
        foreach (var lesson in page.Document.QuerySelectorAll($"main a[href^='{course}/']").Select(link => link.GetAttribute("href")!).Distinct(StringComparer.Ordinal).Take(3))
        {
            foreach (var form in (await poster.ReadAsync(lesson)).Document.QuerySelectorAll("form[data-answer]"))
            {
                questions.Add((lesson, form.QuerySelector("input[name=question]")!.GetAttribute("value")!, form.QuerySelector("input[name=choice]")?.GetAttribute("value")));
            }
        }

        Assert.NotEmpty(questions);
    }

    /// <summary>Answers until the program dies.</summary>
    /// <param name="kept">Called at each answer acknowledged.</param>
    public async Task AnswerAsync(Action kept)
    {
        while (true)
        {
            var (at, token) = unsure ?? (next++ % questions.Count, Guid.NewGuid().ToString("N"));
            unsure = (at, token);
            // Every third form is sent twice at once, as by a double click.
            var sent = await Task.WhenAll(Enumerable.Range(0, next % 3 == 0 ? 2 : 1).Select(_ => SendAsync(at, token)));
            if (sent.Any(done => done))
            {
                Acknowledged.Add(token);
                unsure = null;
                kept();
            }

            if (!sent.All(done => done))
            {
                return;
            }
        }
    }

    private Task<bool> SendAsync(int at, string token)
    {
        var (address, question, choice) = questions[at];
        return poster.PostAsync($"{address}?handler=Answer", ("question", question), ("token", token), choice is null ? ("unknown", "1") : ("choice", choice));
    }
}

/// <summary>A candidate whose exam stays open through all the crashes; she changes her answers again and again.</summary>
internal sealed class Candidate(Poster poster, string name)
{
    /// <summary>Stands for no answer kept yet.</summary>
    public const string Nothing = "";

    private const int Items = 5;
    private readonly Dictionary<int, string[]> choices = [];
    private readonly Dictionary<int, List<string>> possible = [];
    private int turn;

    public string Sitting { get; private set; } = string.Empty;

    /// <summary>By position: the last answer acknowledged, and those sent after it whose fate is unknown.</summary>
    public IReadOnlyDictionary<int, List<string>> Possible => possible;

    public async Task StartAsync()
    {
        await poster.ReadAsync("/mon-parcours/epreuve");
        Assert.True(await poster.PostAsync("/mon-parcours/epreuve", ("Confirmed", "true")), name);
        var resume = (await poster.ReadAsync("/mon-parcours/epreuve")).Document.QuerySelector("main a[href^='/mon-parcours/epreuve/']")!.GetAttribute("href")!;
        Sitting = resume.Split('/')[3];
        for (var position = 1; position <= Items; position++)
        {
            var page = await poster.ReadAsync($"/mon-parcours/epreuve/{Sitting}/{position}");
            choices[position] = [.. page.Document.QuerySelectorAll("input[name=Choices]").Select(box => box.GetAttribute("value")!).Where(value => value != "?")];
        }
    }

    /// <summary>Answers until the program dies.</summary>
    public async Task AnswerAsync()
    {
        for (; ; turn++)
        {
            var position = 1 + (turn % Items);
            if (choices[position].Length == 0)
            {
                continue;
            }

            var choice = choices[position][turn / Items % choices[position].Length];
            if (!possible.TryGetValue(position, out var fates))
            {
                possible[position] = fates = [Nothing];
            }

            fates.Add(choice);
            if (!await poster.PostAsync($"/mon-parcours/epreuve/{Sitting}/{position}", ("Choices", choice), ("go", "1")))
            {
                return;
            }

            fates.RemoveRange(0, fates.Count - 1);
        }
    }
}

/// <summary>A consultant who signs the charter; without an answer she signs again after the restart.</summary>
internal sealed class Signer(string email)
{
    private Poster? poster;

    public string Email => email;

    /// <summary>The program said that the signature is kept.</summary>
    public bool IsAcknowledged { get; private set; }

    /// <summary>Signs in, unless she did before the last crash.</summary>
    public async Task EnterAsync(Func<string, Task<Poster>> enter) => poster ??= await enter(email);

    /// <param name="sending">Called as the signature leaves.</param>
    public async Task SignAsync(Action sending)
    {
        try
        {
            ArgumentNullException.ThrowIfNull(poster);
            var page = await poster.ReadAsync("/mon-parcours/charte");
            var intent = page.Document.QuerySelector("[data-testid=intent]");
            if (intent is null)
            {
                // Killed after the commit, before the answer: the page now says that it is signed.
                Assert.Contains("Vous avez signé cette version", page.Text, StringComparison.Ordinal);
                IsAcknowledged = true;
                return;
            }

            var version = page.Document.QuerySelector("input[name='Input.VersionId']")!.GetAttribute("value")!;
            var twice = Enumerable.Range(0, 2).Select(_ => poster.PostAsync("/mon-parcours/charte", ("Input.VersionId", version), ("Input.Sentence", intent.TextContent))).ToList();
            sending();
            IsAcknowledged = (await Task.WhenAll(twice)).Any(kept => kept);
        }
        catch (HttpRequestException)
        {
            // Killed before the page came.
        }
        catch (IOException)
        {
            // Killed while the page came.
        }
    }
}

using System.Globalization;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>What ten answers cost: one durable write each.</summary>
internal static class QuizMeasure
{
    private const int Questions = 10;
    private const int Batches = 8;

    private sealed record OpenQuestion(Visitor Learner, PageSeen Page, string Id);

    /// <summary>As lesson.js sends answers, and as a browser without it does.</summary>
    public static async Task<IReadOnlyList<Measure>> RunAsync(ChildSite site)
    {
        var learners = await Learner.FirstAsync(site, Learner.All.Count);
        var whole = await CostAsync(site, learners, InTurn);
        var wholeTogether = await CostAsync(site, learners, Together);
        learners.ForEach(learner => learner.Http.DefaultRequestHeaders.Add("Tn-Fragment", "1"));
        var fragments = await CostAsync(site, learners, InTurn);
        var fragmentsTogether = await CostAsync(site, learners, Together);
        learners.ForEach(learner => learner.Dispose());
        return
        [
            Tell("Ten-question attempt, CPU", fragments, fragmentsTogether, "ten POSTs as `lesson.js` sends them, each answered with its question"),
            Tell("Ten-question attempt without JavaScript, CPU", whole, wholeTogether, "ten POSTs, each redirected to the whole lesson page again: twenty requests"),
        ];
    }

    private static Measure Tell(string name, ProcessorCost cost, ProcessorCost together, string what) => new(name, cost.Least, "ms", 20, string.Create(
        CultureInfo.InvariantCulture,
        $"{what}; ten durable writes; {Batches} batches of {Learner.AtOnce} attempts by {Learner.All.Count} learners in turn; {cost.Told("0.0")}; {together.Least:0.0} ms {ProcessorCost.Together}"));

    private static Task<ProcessorCost> CostAsync(ChildSite site, List<Visitor> learners, Func<IReadOnlyList<IReadOnlyList<OpenQuestion>>, Task> answer)
    {
        var turn = 0;
        return ProcessorCost.OfAsync(
            site,
            Batches,
            Learner.AtOnce,
            async () =>
            {
                var open = new List<IReadOnlyList<OpenQuestion>>();
                foreach (var learner in learners.Skip(turn++ * Learner.AtOnce % learners.Count).Take(Learner.AtOnce))
                {
                    open.Add(await OpenAsync(learner));
                }

                return (IReadOnlyList<IReadOnlyList<OpenQuestion>>)open;
            },
            answer);
    }

    private static Task Together(IReadOnlyList<IReadOnlyList<OpenQuestion>> open) => Task.WhenAll(open.Select(AnswerAsync));

    private static async Task InTurn(IReadOnlyList<IReadOnlyList<OpenQuestion>> open)
    {
        foreach (var attempt in open)
        {
            await AnswerAsync(attempt);
        }
    }

    // The questions of the course's lessons, in their order, until there are ten.
    private static async Task<IReadOnlyList<OpenQuestion>> OpenAsync(Visitor learner)
    {
        var course = await learner.GetAsync(LessonMeasures.Course);
        var open = new List<OpenQuestion>();
        foreach (var lesson in course.Document.QuerySelectorAll($"a[href^='{LessonMeasures.Course}/']").Select(link => link.GetAttribute("href")!).Distinct())
        {
            var page = await learner.GetAsync(lesson);
            open.AddRange(page.Document.QuerySelectorAll("[data-question]").Select(question => new OpenQuestion(learner, page, question.Id!)));
            if (open.Count >= Questions)
            {
                return open[..Questions];
            }
        }

        throw new InvalidOperationException($"The course has {open.Count} questions only; the measure needs {Questions}.");
    }

    private static async Task AnswerAsync(IReadOnlyList<OpenQuestion> open)
    {
        foreach (var (learner, page, id) in open)
        {
            var form = $"#{id} form[data-answer]";
            var choice = page.Document.QuerySelector($"{form} input[name=choice]")?.GetAttribute("value");
            var after = await learner.SubmitAsync(page, form, choice is null ? ("text", "1") : ("choice", choice));
            if (after.Document.QuerySelector($"#{id} details") is null)
            {
                throw new InvalidOperationException($"The answer to {id} was not kept: {after.Text}");
            }
        }
    }
}

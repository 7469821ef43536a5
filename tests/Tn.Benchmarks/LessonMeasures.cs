using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>What reading and answering cost.</summary>
internal static class LessonMeasures
{
    public const string Course = "/formations/proteger-une-petite-entreprise";
    public const string Lesson = Course + "/hameconnage-et-faux-rib";

    private const int Questions = 10;
    private static readonly string[] Learners = ["conseiller@demo.test", "auteur@demo.test", "pedago1@demo.test", "pedago2@demo.test"];

    /// <summary>Requests a second of a stranger's lesson page, as a ratio to the ceiling's, taken in turns.</summary>
    public static async Task<Measure> AnonymousAsync(ChildSite site, ChildSite ceiling)
    {
        const int rounds = 5;
        var ratio = await Samples.MedianOfAsync(rounds, async _ =>
        {
            var most = await Load.RatePerSecondAsync(ceiling.Address, seconds: 4);
            return await Load.RatePerSecondAsync(new Uri(site.Address, Lesson), seconds: 4) / most;
        });
        return new Measure("Anonymous lesson page, requests/s", ratio, "of the ceiling", 0.5, $"wrk, 16 connections, `Accept-Encoding: br`; the ceiling and the page in turns, {rounds} times, median of the ratios", IsFloor: true);
    }

    /// <summary>Processor time of the site for a page that a learner reads.</summary>
    public static async Task<Measure> SignedInAsync(ChildSite site)
    {
        const int requests = 3000;
        using var learner = await LearnerAsync(site, Learners[0]);
        learner.Http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        await ReadAsync(learner, requests);
        var cost = await CostAsync(site, () => ReadAsync(learner, requests));
        return new Measure("Signed-in lesson page, CPU", cost.TotalMilliseconds / requests, "ms", 1, $"the site's processor time over {requests} pages of an enrolled learner, one after the other, brotli, after as many to warm up");
    }

    /// <summary>Processor time of the site for ten answers, each a POST and the page it leads to.</summary>
    public static async Task<Measure> QuizAsync(ChildSite site)
    {
        const int rounds = 10;
        var learners = new List<Visitor>();
        foreach (var email in Learners)
        {
            learners.Add(await LearnerAsync(site, email));
        }

        await AttemptAsync(learners, rounds);
        var cost = await CostAsync(site, () => AttemptAsync(learners, rounds));
        learners.ForEach(learner => learner.Dispose());
        var attempts = rounds * learners.Count;
        return new Measure("Ten-question attempt, CPU", cost.TotalMilliseconds / attempts, "ms", 20, $"without JavaScript: ten POSTs, each redirected to the whole lesson page again (20 requests, ten durable writes); {attempts} attempts by {learners.Count} learners after as many to warm up");
    }

    private static async Task<Visitor> LearnerAsync(ChildSite site, string email)
    {
        var learner = await new Visitor(site.Address).SignInAsync(email);
        var course = await learner.GetAsync(Lesson);
        if (course.Document.QuerySelector("form#inscription") is not null)
        {
            await learner.SubmitAsync(course, "form#inscription");
        }

        return learner;
    }

    private static async Task ReadAsync(Visitor learner, int times)
    {
        for (var time = 0; time < times; time++)
        {
            using var answer = await learner.Http.GetAsync(new Uri(Lesson, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
        }
    }

    private static async Task AttemptAsync(List<Visitor> learners, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var learner in learners)
            {
                await AttemptAsync(learner);
            }
        }
    }

    // The questions of the course's lessons, in their order, until ten are answered.
    private static async Task AttemptAsync(Visitor learner)
    {
        var course = await learner.GetAsync(Course);
        var lessons = course.Document.QuerySelectorAll($"a[href^='{Course}/']").Select(link => link.GetAttribute("href")!).Distinct();
        var answered = 0;
        foreach (var lesson in lessons)
        {
            var page = await learner.GetAsync(lesson);
            foreach (var question in page.Document.QuerySelectorAll("[data-question]").Select(section => section.Id))
            {
                page = await AnswerAsync(learner, page, question!);
                if (++answered == Questions)
                {
                    return;
                }
            }
        }

        throw new InvalidOperationException($"The course has {answered} questions only; the measure needs {Questions}.");
    }

    private static async Task<PageSeen> AnswerAsync(Visitor learner, PageSeen page, string question)
    {
        var form = $"#{question} form[data-answer]";
        var choice = page.Document.QuerySelector($"{form} input[name=choice]")?.GetAttribute("value");
        var after = await learner.SubmitAsync(page, form, choice is null ? ("text", "1") : ("choice", choice));
        return after.Document.QuerySelector($"#{question} details") is not null ? after
            : throw new InvalidOperationException($"The answer to {question} was not kept: {after.Text}");
    }

    private static async Task<TimeSpan> CostAsync(ChildSite site, Func<Task> work)
    {
        var before = site.ProcessorTime;
        await work();
        return site.ProcessorTime - before;
    }
}

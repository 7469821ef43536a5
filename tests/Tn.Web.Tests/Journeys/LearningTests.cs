using Tn.Contracts;
using Tn.Testing;

namespace Tn.Web.Tests.Journeys;

/// <summary>An advisor takes a course from its page to its statement.</summary>
public abstract class LearningTests(SharedSite shared) : Journey(shared)
{
    private const string Slug = "proteger-une-petite-entreprise";
    private const string Course = "/formations/" + Slug;

    [Fact]
    public async Task An_advisor_enrols_answers_resumes_and_completes()
    {
        var edition = (await AskAsync((ICourseCatalogue catalogue) => catalogue.FindAsync(Slug, CancellationToken.None)))!;
        using (var advisor = await EnterAsync("conseiller54"))
        {
            await advisor.SubmitAsync(await advisor.GetAsync(Course), "main form");
            await TakeAsync(advisor, edition.Lessons[0]);
            await AnswerAsync(advisor, edition.Lessons[1]);
        }

        using var again = await EnterAsync("conseiller54");
        Assert.NotNull((await again.GetAsync(Course)).Document.QuerySelector($"aside a[href^='{Course}/{edition.Lessons[1].Slug}']"));
        foreach (var lesson in edition.Lessons.Skip(1))
        {
            await TakeAsync(again, lesson);
        }

        var done = await again.GetAsync(Course);
        Assert.Contains("Terminée le", done.Text, StringComparison.Ordinal);
        var statement = await again.GetAsync(done.Document.QuerySelector("a[href^='/mon-espace/attestations/']")!.GetAttribute("href")!);
        Assert.Contains("Ce n’est pas une certification", statement.Text, StringComparison.Ordinal);
    }

    private async Task TakeAsync(Visitor advisor, LessonOutline lesson) =>
        await advisor.SubmitAsync(await AnswerAsync(advisor, lesson), "form[action*='handler=Read']");

    private async Task<PageSeen> AnswerAsync(Visitor advisor, LessonOutline lesson)
    {
        var body = await AskAsync((ICourseCatalogue catalogue) => catalogue.FindLessonAsync(lesson.VersionId, CancellationToken.None));
        var page = await advisor.GetAsync($"{Course}/{lesson.Slug}");
        foreach (var question in body!.Parts.OfType<QuestionPart>().Select(part => part.Question))
        {
            var form = page.Document.QuerySelector($"input[name=question][value='{question.Id}']")!.Closest("section")!.Id;
            page = await advisor.SubmitAsync(page, $"#{form} form[data-answer]", [.. Right(question)]);
        }

        return page;
    }

    private static IEnumerable<(string Name, string? Value)> Right(Question question)
    {
        var right = question.Choices.Where(choice => choice.Weight > 0);
        return question.Kind is QuestionKind.ShortAnswer or QuestionKind.Numerical
            ? [("text", right.First().TextHtml.Split(':')[0])]
            : right.Select(choice => ("choice", (string?)choice.Id));
    }
}

[Collection(OnSqlite.Name)]
public sealed class LearningOnSqlite(SqliteSite shared) : LearningTests(shared);

[Collection(OnPostgreSql.Name)]
public sealed class LearningOnPostgreSql(PostgreSqlSite shared) : LearningTests(shared);

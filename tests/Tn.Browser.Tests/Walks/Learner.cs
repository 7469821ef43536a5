using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tn.Contracts;

namespace Tn.Browser.Tests.Walks;

/// <summary>Takes courses in the browser: enrols, reads, answers right, and reaches the completion statement.</summary>
internal sealed class Learner(BrowserSite site, Story story, bool javaScript)
{
    public async Task TakeTheCourseAsync()
    {
        await using var walker = await site.WalkAsync(javaScript);
        await walker.SignInAsync(story.Learner);
        await walker.GoAsync("/formations");
        await walker.FollowAsync(story.Course);
        var slug = new Uri(walker.Page.Url).AbsolutePath.Split('/')[^1];
        await TakeAsync(walker, slug);
        await walker.GoAsync("/mon-espace/formations");
        await walker.ReadsAsync(story.Course);
    }

    /// <summary>Takes a course from its page to its statement.</summary>
    public async Task TakeAsync(Walker walker, string slug)
    {
        var edition = await EditionAsync(slug);
        await walker.GoAsync($"/formations/{slug}");
        await walker.PressAsync("S’inscrire à la formation");
        foreach (var lesson in edition.Lessons)
        {
            await walker.GoAsync($"/formations/{slug}/{lesson.Slug}");
            await AnswerAllAsync(walker, await RightChoicesAsync(lesson.VersionId));
            await walker.PressAsync("J’ai lu cette leçon");
        }

        await walker.GoAsync($"/formations/{slug}");
        await walker.ReadsAsync("Terminée le");
        await walker.FollowAsync("Voir mon attestation de suivi");
        await walker.ReadsAsync("Ce n’est pas une certification");
    }

    private static async Task AnswerAllAsync(Walker walker, HashSet<string> right)
    {
        var questions = walker.Page.Locator("[data-question]");
        for (var at = 0; at < await questions.CountAsync(); at++)
        {
            var question = questions.Nth(at);
            foreach (var box in await question.Locator("input[name=choice]").AllAsync())
            {
                if (right.Contains(await box.GetAttributeAsync("value") ?? string.Empty))
                {
                    await box.CheckAsync();
                }
            }

            await question.GetByRole(AriaRole.Button, new() { Name = "Répondre" }).ClickAsync();
            await questions.Nth(at).Locator("details summary").WaitForAsync();
        }
    }

    private async Task<CourseEdition> EditionAsync(string slug)
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ICourseCatalogue>().FindAsync(slug, CancellationToken.None)
            ?? throw new InvalidOperationException($"{slug} is not published.");
    }

    // The key never leaves the server by a page: the test asks the server itself.
    private async Task<HashSet<string>> RightChoicesAsync(string lessonVersion)
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        var body = await scope.ServiceProvider.GetRequiredService<ICourseCatalogue>().FindLessonAsync(lessonVersion, CancellationToken.None);
        return [.. body!.Parts.OfType<QuestionPart>().SelectMany(part => part.Question.Choices).Where(choice => choice.Weight > 0).Select(choice => choice.Id)];
    }
}

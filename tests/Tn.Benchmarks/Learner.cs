using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>People of the demonstration who follow the measured course.</summary>
internal static class Learner
{
    public static readonly IReadOnlyList<string> All = ["conseiller@demo.test", "auteur@demo.test", "pedago1@demo.test", "pedago2@demo.test"];

    /// <summary>Signed in, and enrolled if she was not.</summary>
    public static async Task<Visitor> EnrolledAsync(ChildSite site, string email)
    {
        var learner = await new Visitor(site.Address).SignInAsync(email);
        var lesson = await learner.GetAsync(LessonMeasures.Lesson);
        if (lesson.Document.QuerySelector("form#inscription") is not null)
        {
            await learner.SubmitAsync(lesson, "form#inscription");
        }

        return learner;
    }
}

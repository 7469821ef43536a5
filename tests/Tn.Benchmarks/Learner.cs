using System.Globalization;
using Tn.Testing;

namespace Tn.Benchmarks;

/// <summary>People of the demonstration who follow the measured course.</summary>
internal static class Learner
{
    /// <summary>As many as keep each one's tries to those of a person: the measure of an attempt is not that of a record of hundreds.</summary>
    public static readonly IReadOnlyList<string> All = [.. Enumerable.Range(1, 32).Select(number => $"conseiller{number.ToString("00", CultureInfo.InvariantCulture)}@demo.test")];

    /// <summary>As many as read and answer together when a cost is measured: a site at work.</summary>
    public const int AtOnce = 8;

    /// <summary>The first so many, enrolled.</summary>
    public static async Task<List<Visitor>> FirstAsync(ChildSite site, int count)
    {
        var learners = new List<Visitor>();
        foreach (var email in All.Take(count))
        {
            learners.Add(await EnrolledAsync(site, email));
        }

        return learners;
    }

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

using Tn.Kernel;

namespace Tn.Contracts;

/// <summary>A course taken to its end.</summary>
/// <param name="StatementCode">Of the completion statement that anyone holding it can look up.</param>
public sealed record CompletedCourse(string CourseItemId, string Slug, string Title, DateTimeOffset At, string StatementCode);

/// <summary>What people have learnt. Implemented by Courses.</summary>
public interface ICompletions
{
    /// <summary>The courses a person completed, newest first.</summary>
    Task<IReadOnlyList<CompletedCourse>> OfAsync(PersonId person, CancellationToken cancellationToken);
}

/// <summary>A learner met a course's completion rule.</summary>
[EventName("courses.completed")]
public sealed record CourseCompleted(PersonId Person, string CourseItemId, string Slug, string EditionId) : IEvent;

/// <summary>Who takes a course.</summary>
/// <param name="OnCurrent">Enrolments on the current edition that are not completed: those a new version reaches when they move.</param>
/// <param name="Enrolled">All enrolments, whatever the edition.</param>
/// <param name="Completed">Those among them who completed it.</param>
public sealed record CourseLearners(int OnCurrent, int Enrolled, int Completed);

/// <summary>Counts learners for those who change a course. Implemented by Courses.</summary>
public interface ICourseLearners
{
    /// <summary>The learners of a course; zeros when nobody enrolled.</summary>
    Task<CourseLearners> OfAsync(string courseItemId, CancellationToken cancellationToken);
}

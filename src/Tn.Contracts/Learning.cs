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

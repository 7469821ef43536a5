using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Events;

namespace Tn.Journey.Training;

/// <summary>A required course, and when it was completed.</summary>
internal sealed record RequiredCourse(string Slug, CompletedCourse? Completed);

/// <summary>Opens the exam once every required course is completed.</summary>
internal sealed class CheckTraining(IConsultantPath path, ICompletions completions, IProgrammeRules rules)
{
    /// <summary>The courses required today, each with its completion.</summary>
    public async Task<IReadOnlyList<RequiredCourse>> OfAsync(PersonId person, DateOnly today, CancellationToken cancellationToken)
    {
        var required = await rules.FindAsync(RuleKeys.TrainingRequiredCourses, today, cancellationToken);
        var completed = await completions.OfAsync(person, cancellationToken);
        return [.. required.List.Select(slug => new RequiredCourse(slug, completed.FirstOrDefault(one => one.Slug == slug)))];
    }

    /// <summary>Fires <see cref="PathTrigger.CompleteTraining"/> when due, in the caller's unit of work; does not save.</summary>
    public async Task<bool> CheckAsync(ConsultantDossier dossier, ActContext act, CancellationToken cancellationToken)
    {
        if (dossier.State != PathState.InTraining)
        {
            return false;
        }

        var courses = await OfAsync(dossier.Person, French.Day(act.At), cancellationToken);
        if (courses.Any(course => course.Completed is null))
        {
            return false;
        }

        var reason = $"Formations requises terminées : {string.Join(", ", courses.Select(course => course.Completed!.Title))}.";
        return (await path.MoveAsync(dossier.Person, PathTrigger.CompleteTraining, reason, act, cancellationToken)).IsDone;
    }
}

/// <summary>A completed course may be the last one required.</summary>
internal sealed class WhenCourseCompleted(TnDbContext db, CheckTraining training) : IEventHandler<CourseCompleted>
{
    public async Task HandleAsync(CourseCompleted happened, ActContext act, CancellationToken cancellationToken)
    {
        var dossier = await db.Set<ConsultantDossier>().SingleOrDefaultAsync(one => one.Person == happened.Person, cancellationToken);
        if (dossier is not null && await training.CheckAsync(dossier, act, cancellationToken))
        {
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Courses.Questions;
using Tn.Platform.Data;

namespace Tn.Courses.Enrolments;

/// <summary>A course as one visitor meets it: her own edition when she is enrolled, the current one otherwise.</summary>
/// <param name="Current">The edition now published; null when the course is archived.</param>
/// <param name="Enrolment">Null for strangers and for those not enrolled.</param>
/// <param name="Attempts">The last try at each question answered.</param>
internal sealed record LearnerCourse(CourseEdition Edition, CourseEdition? Current, Enrolment? Enrolment, IReadOnlyList<QuestionAttempt> Attempts)
{
    private CourseProgress? progress;

    /// <summary>How far the visitor is.</summary>
    public CourseProgress Progress => progress ??= CourseProgress.Of(Edition, Enrolment, Attempts);

    /// <summary>True when a newer edition than the learner's is published.</summary>
    public bool HasNewerEdition => Enrolment is not null && Current is not null && Current.EditionId != Edition.EditionId;
}

/// <summary>Finds the edition that a visitor should see.</summary>
internal sealed class LearnerCourses(TnDbContext db, ICourseCatalogue catalogue, LearnerQueries queries)
{
    /// <summary>The course at an address for this visitor, or null. Two queries at most.</summary>
    /// <param name="toChange">True for an act: the enrolment is tracked.</param>
    public async Task<LearnerCourse?> FindAsync(string slug, PersonId? visitor, bool toChange, CancellationToken cancellationToken)
    {
        var current = await catalogue.FindAsync(slug, cancellationToken);
        var enrolment = visitor is { } person ? await FindEnrolmentAsync(slug, current, person, toChange, cancellationToken) : null;
        if (enrolment is null)
        {
            return current is null ? null : new LearnerCourse(current, current, null, []);
        }

        var edition = current?.EditionId == enrolment.EditionId
            ? current
            : await catalogue.FindEditionAsync(enrolment.EditionId, cancellationToken) ?? current;
        return edition is null
            ? null
            : new LearnerCourse(edition, current, enrolment, await queries.LastTriesAsync(db, enrolment.Id, cancellationToken));
    }

    private async Task<Enrolment?> FindEnrolmentAsync(string slug, CourseEdition? current, PersonId person, bool toChange, CancellationToken cancellationToken)
    {
        if (current is not null)
        {
            return await queries.FindAsync(db, person, current.CourseItemId, toChange);
        }

        // Archived meanwhile: what her record points at does not disappear.
        return await db.Set<Enrolment>().FirstOrDefaultAsync(row => row.Person == person && row.CourseSlug == slug, cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Courses.Questions;
using Tn.Platform.Data;

namespace Tn.Courses.Enrolments;

/// <summary>
/// The questions asked of the database at every signed-in page of a lesson and at every answer, compiled once per host:
/// translating LINQ anew would cost more than running it.
/// </summary>
internal sealed class LearnerQueries
{
    private readonly Func<TnDbContext, PersonId, string, Task<Enrolment?>> byCourse = EF.CompileAsyncQuery(
        (TnDbContext db, PersonId person, string courseItemId) => db.Set<Enrolment>()
            .FirstOrDefault(row => row.Person == person && row.CourseItemId == courseItemId));

    private readonly Func<TnDbContext, PersonId, string, Task<Enrolment?>> byCourseToRead = EF.CompileAsyncQuery(
        (TnDbContext db, PersonId person, string courseItemId) => db.Set<Enrolment>().AsNoTracking()
            .FirstOrDefault(row => row.Person == person && row.CourseItemId == courseItemId));

    private readonly Func<TnDbContext, EnrolmentId, IAsyncEnumerable<QuestionAttempt>> lastTries = EF.CompileAsyncQuery(
        (TnDbContext db, EnrolmentId enrolment) => db.Set<QuestionAttempt>()
            .Where(row => row.Enrolment == enrolment)
            .GroupBy(row => row.QuestionId, (question, tries) => new { Question = question, Number = tries.Max(row => row.Number) })
            .Join(
                db.Set<QuestionAttempt>().AsNoTracking().Where(row => row.Enrolment == enrolment),
                last => new { last.Question, last.Number },
                row => new { Question = row.QuestionId, row.Number },
                (last, row) => row));

    private readonly Func<TnDbContext, EnrolmentId, string, string, IAsyncEnumerable<QuestionAttempt>> triesOfForm = EF.CompileAsyncQuery(
        (TnDbContext db, EnrolmentId enrolment, string question, string token) => db.Set<QuestionAttempt>().AsNoTracking()
            .Where(row => row.Enrolment == enrolment && row.QuestionId == question && row.Token == token));

    /// <summary>The person's enrolment in a course, or null; tracked only for an act that will change it.</summary>
    public Task<Enrolment?> FindAsync(TnDbContext db, PersonId person, string courseItemId, bool toChange) =>
        (toChange ? byCourse : byCourseToRead)(db, person, courseItemId);

    /// <summary>
    /// The last try at each question of an enrolment, in no order. Their numbers are read in the index alone, then one row a question:
    /// asking of every try whether a later one exists took SQLite five times as long for a learner of three thousand.
    /// </summary>
    public ValueTask<List<QuestionAttempt>> LastTriesAsync(TnDbContext db, EnrolmentId enrolment, CancellationToken cancellationToken) =>
        lastTries(db, enrolment).ToListAsync(cancellationToken);

    /// <summary>The tries at a question that one form brought: several when its answer was changed and sent again.</summary>
    public ValueTask<List<QuestionAttempt>> TriesOfFormAsync(TnDbContext db, EnrolmentId enrolment, string questionId, string token, CancellationToken cancellationToken) =>
        triesOfForm(db, enrolment, questionId, token).ToListAsync(cancellationToken);
}

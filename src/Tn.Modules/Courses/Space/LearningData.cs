using Microsoft.EntityFrameworkCore;
using Tn.Courses.Completion;
using Tn.Courses.Enrolments;
using Tn.Courses.Questions;
using Tn.Platform.Data;

namespace Tn.Courses.Space;

/// <summary>What a person learnt and answered, given back on request.</summary>
internal sealed class LearningData(TnDbContext db, ICourseCatalogue catalogue) : IPersonalData
{
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(PersonId person, CancellationToken cancellationToken)
    {
        var enrolments = await db.Set<Enrolment>().AsNoTracking().Where(row => row.Person == person).OrderBy(row => row.StartedUtc).ToListAsync(cancellationToken);
        if (enrolments.Count == 0)
        {
            return new Dictionary<string, object>();
        }

        var attempts = (await db.Set<QuestionAttempt>().AsNoTracking()
            .Where(attempt => db.Set<Enrolment>().Any(row => row.Id == attempt.Enrolment && row.Person == person))
            .ToListAsync(cancellationToken)).ToLookup(attempt => attempt.Enrolment);
        var statements = await db.Set<CompletionStatement>().AsNoTracking().Where(row => row.Holder == person).ToListAsync(cancellationToken);
        var courses = new List<object>();
        foreach (var enrolment in enrolments)
        {
            var edition = await catalogue.FindEditionAsync(enrolment.EditionId, cancellationToken);
            courses.Add(Course(enrolment, edition, attempts[enrolment.Id]));
        }

        return new Dictionary<string, object>
        {
            ["Formations"] = courses,
            ["Attestations de suivi"] = statements.Select(Statement).ToList(),
        };
    }

    private static Dictionary<string, object?> Course(Enrolment enrolment, CourseEdition? edition, IEnumerable<QuestionAttempt> attempts) => new()
    {
        ["Formation"] = edition?.Title ?? enrolment.CourseSlug,
        ["Commencée le"] = French.Moment(enrolment.StartedUtc),
        ["Terminée le"] = enrolment.CompletedUtc is { } completed ? French.Moment(completed) : null,
        ["Leçons lues"] = edition?.Lessons.Where(enrolment.HasRead).Select(lesson => lesson.Title).ToList(),
        ["Réponses"] = attempts.OrderBy(attempt => attempt.AnsweredUtc).Select(attempt => new Dictionary<string, object?>
        {
            ["Question"] = attempt.QuestionId,
            ["Répondu le"] = French.Moment(attempt.AnsweredUtc),
            ["Réponse"] = attempt.Answer.DoesNotKnow ? "Je ne sais pas" : attempt.Answer.Text ?? string.Join(", ", attempt.Answer.Choices),
            ["Score de 0 à 1"] = attempt.Score,
        }).ToList(),
    };

    private static Dictionary<string, object?> Statement(CompletionStatement statement) => new()
    {
        ["Formation"] = statement.CourseTitle,
        ["Terminée le"] = French.Moment(statement.CompletedUtc),
        ["Code"] = StatementCode.Shown(statement.Code),
    };
}

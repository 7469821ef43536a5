using Tn.Courses.Completion;
using Tn.Courses.Enrolments;
using Tn.Courses.Lessons;
using Tn.Courses.Questions;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;

namespace Tn.Courses.Demonstration;

/// <summary>
/// Learners at every stage: the advisor to try the site with, halfway through a course; a score of others;
/// the consultants who are past their training. The aggregates' own verbs, a few saves.
/// </summary>
internal sealed class LearningDemonstration(
    TnDbContext db,
    IPeople people,
    ICourseCatalogue catalogue,
    Enrol enrol,
    AnswerQuestion answer,
    ReadLesson read,
    KeepPosition stop,
    RecordCompletion completion,
    TimeProvider clock) : IDemonstration
{
    private const string Advisor = "conseiller@demo.test";
    private const string HalfwayThrough = "proteger-une-petite-entreprise";
    private const int Score = 20;

    // Those who stand at the jury or beyond, and the later half of the thirty.
    private const int FirstTrainedConsultant = 12;
    private static readonly string[] TrainedConsultants =
        ["consultant.jury@demo.test", "consultant.certifie@demo.test", "consultant.renouvellement@demo.test", "consultant.suspendu@demo.test"];

    private static readonly string[] RequiredCourses = [HalfwayThrough, "donnees-et-rgpd-en-petite-entreprise"];

    public int Order => 40;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        await PlayAdvisorAsync(cancellationToken);
        var courses = await catalogue.ListAsync(cancellationToken);
        if (courses.Count == 0)
        {
            return;
        }

        await PlayAdvisorsAsync(courses, cancellationToken);
        await PlayConsultantsAsync(courses, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Through the acts themselves: three lessons read, the fourth begun; right, wrong, and one « Je ne sais pas ».</summary>
    private async Task PlayAdvisorAsync(CancellationToken cancellationToken)
    {
        if (await people.FindByEmailAsync(Advisor, cancellationToken) is not { } advisor
            || await catalogue.FindAsync(HalfwayThrough, cancellationToken) is not { Lessons.Count: > 3 } edition)
        {
            return;
        }

        await enrol.BeginAsync(edition.Slug, ActOf(advisor, Ago(days: 12)), cancellationToken);
        for (var number = 0; number <= 3; number++)
        {
            var lesson = edition.Lessons[number];
            var questions = await QuestionsAsync(lesson, cancellationToken);
            for (var index = 0; index < (number < 3 ? questions.Count : 1); index++)
            {
                var said = (number, index) switch { (0, 1) => Answer.Unknown, (1, 0) or (3, 0) => Wrong(questions[index]), _ => Right(questions[index]) };
                var given = new GivenAnswer(edition.Slug, lesson.Slug, questions[index].Id, said, $"{number}-{index}");
                await answer.KeepAsync(given, ActOf(advisor, Ago(days: 11 - 3 * number, minutes: 20 - index)), cancellationToken);
            }

            if (number < 3)
            {
                await read.MarkAsync(edition.Slug, lesson.Slug, ActOf(advisor, Ago(days: 11 - 3 * number)), cancellationToken);
            }
        }

        var fourth = edition.Lessons[3];
        var headings = (await catalogue.FindLessonAsync(fourth.VersionId, cancellationToken))?.Contents.Where(heading => heading.Level == 2).ToList() ?? [];
        await stop.KeepAsync(edition.Slug, fourth.Slug, headings.ElementAtOrDefault(headings.Count / 2)?.Anchor, ActOf(advisor, Ago(days: 1)), cancellationToken);
    }

    private async Task PlayAdvisorsAsync(IReadOnlyList<CourseEdition> courses, CancellationToken cancellationToken)
    {
        var advisors = (await people.WithRoleAsync(Role.Advisor, cancellationToken)).Where(person => person.Email != Advisor).Take(Score).ToList();
        for (var index = 0; index < advisors.Count; index++)
        {
            var edition = courses[index % courses.Count];
            // From a first look to the whole course, twice over.
            var lessons = index % (edition.Lessons.Count + 1);
            await LearnAsync(advisors[index], edition, lessons, Ago(days: 60 - 2 * index), cancellationToken);
        }
    }

    private async Task PlayConsultantsAsync(IReadOnlyList<CourseEdition> courses, CancellationToken cancellationToken)
    {
        var required = courses.Where(course => RequiredCourses.Contains(course.Slug)).ToList();
        var consultants = (await people.WithRoleAsync(Role.Consultant, cancellationToken)).Where(IsTrained).ToList();
        for (var index = 0; index < consultants.Count; index++)
        {
            foreach (var edition in required)
            {
                await LearnAsync(consultants[index], edition, edition.Lessons.Count, Ago(days: 200 - 3 * index), cancellationToken);
            }
        }
    }

    private static bool IsTrained(PersonCard consultant) =>
        TrainedConsultants.Contains(consultant.Email)
        || (consultant.Email.StartsWith("consultant", StringComparison.Ordinal)
            && int.TryParse(consultant.Email.AsSpan("consultant".Length, 2), out var number) && number >= FirstTrainedConsultant);

    /// <summary>Begins a course and takes its first lessons, an answer wrong here and there; does not save.</summary>
    private async Task LearnAsync(PersonCard person, CourseEdition edition, int lessons, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var act = ActOf(person, from);
        var enrolment = Enrolment.Begin(person.Id, edition, act.At);
        db.Set<Enrolment>().Add(enrolment);
        db.Record(new Enrolled(person.Id, edition.CourseItemId, edition.Slug, edition.EditionId), act);

        var attempts = new List<QuestionAttempt>();
        foreach (var lesson in edition.Lessons.Take(lessons))
        {
            act = act with { At = act.At.AddHours(5) };
            foreach (var question in await QuestionsAsync(lesson, cancellationToken))
            {
                // One in six is wrong: still above the minimum of a course.
                var said = attempts.Count % 6 == 4 ? Wrong(question) : Right(question);
                attempts.Add(QuestionAttempt.Keep(enrolment, lesson, question, said, 1, "demonstration", act.At));
            }

            enrolment.MarkRead(lesson, edition, act.At);
        }

        db.Set<QuestionAttempt>().AddRange(attempts);
        await completion.IfMetAsync(enrolment, edition, attempts, act, cancellationToken);
    }

    private async Task<IReadOnlyList<Question>> QuestionsAsync(LessonOutline lesson, CancellationToken cancellationToken) =>
        [.. ((await catalogue.FindLessonAsync(lesson.VersionId, cancellationToken))?.Parts ?? []).OfType<QuestionPart>().Select(part => part.Question)];

    private static Answer Right(Question question) => question.Kind switch
    {
        QuestionKind.ShortAnswer => Answer.Typed(QuestionGrading.RightChoices(question)[0].TextHtml),
        QuestionKind.Numerical => Answer.Typed(QuestionGrading.RightChoices(question)[0].TextHtml.Split(':')[0]),
        _ => Answer.Of(QuestionGrading.RightChoices(question).Select(choice => choice.Id)),
    };

    private static Answer Wrong(Question question) => question.Kind switch
    {
        QuestionKind.ShortAnswer => Answer.Typed("je crois que c’est autre chose"),
        QuestionKind.Numerical => Answer.Typed("-1"),
        _ => Answer.Of(question.Choices.MinBy(choice => choice.Weight)!.Id),
    };

    private static ActContext ActOf(PersonCard person, DateTimeOffset at) => new(person.Id, person.DisplayName, person.Roles, at, "demonstration");

    private DateTimeOffset Ago(int days, int minutes = 0) => clock.GetUtcNow().AddDays(-days).AddMinutes(-minutes);
}

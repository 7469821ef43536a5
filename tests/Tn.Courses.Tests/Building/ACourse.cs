namespace Tn.Courses.Tests.Building;

/// <summary>Builds a course's edition with the bodies of its lessons.</summary>
internal sealed class ACourse
{
    private readonly List<(LessonOutline Outline, LessonBody Body)> lessons = [];
    private string editionId = "edition-1";
    private int minimumScore = 70;

    public string Slug { get; private init; } = "proteger";

    public static ACourse Called(string slug) => new() { Slug = slug };

    public ACourse Edition(string id)
    {
        editionId = id;
        return this;
    }

    public ACourse AskingAtLeast(int percent)
    {
        minimumScore = percent;
        return this;
    }

    /// <summary>Adds a lesson with a heading, these questions and facilitator's notes.</summary>
    public ACourse WithLesson(string slug, params IReadOnlyList<Question> questions) => WithLesson(slug, $"{slug}-v1", questions);

    public ACourse WithLesson(string slug, string versionId, IReadOnlyList<Question> questions)
    {
        lessons.Add((
            new LessonOutline($"{slug}-item", versionId, slug, $"Leçon {slug}", 15, ["Savoir faire"], [.. questions.Select(question => question.Id)]),
            new LessonBody(
                versionId,
                [new TextPart($"<h2 id=\"debut\">Début de {versionId}</h2><p>Texte.</p>"), .. questions.Select(question => new QuestionPart(question)), new FacilitatorPart("<p>notes-animateur</p>")],
                [new Heading("debut", "Le début", 2), new Heading("suite", "La suite", 2)],
                [new Source("Guide", "ANSSI", 2026, "https://exemple.gouv.fr")],
                100)));
        return this;
    }

    public CourseEdition Build() => new(
        editionId,
        $"{Slug}-item",
        $"{editionId}-version",
        Slug,
        "Protéger une petite entreprise",
        "Sept leçons.",
        ["Dresser la liste"],
        "tous",
        "pratique",
        lessons.Sum(lesson => lesson.Outline.Minutes),
        "cybersecurite",
        [],
        new DateOnly(2027, 11, 30),
        minimumScore,
        new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero),
        [.. lessons.Select(lesson => lesson.Outline)]);

    public IEnumerable<LessonBody> Bodies() => lessons.Select(lesson => lesson.Body);

    /// <summary>Two lessons, every kind of question in the first.</summary>
    public static ACourse Usual() => Called("proteger").WithLesson("inventaire", AQuestion.OfEveryKind()).WithLesson("plan");
}

namespace Tn.Content.Documents;

/// <summary>A version as shown: rendered and sanitised once, when it is saved, and stored.</summary>
/// <param name="Text">Plain text of what everyone may read, for search: neither notes for the facilitator nor keys.</param>
internal sealed record RenderedBody(IReadOnlyList<RenderedPart> Parts, IReadOnlyList<Heading> Contents, int Words, string Text)
{
    public static readonly RenderedBody Empty = new([], [], 0, string.Empty);

    /// <summary>The questions, in order.</summary>
    public IEnumerable<Question> Questions => Parts.Select(part => part.Question).OfType<Question>();

    /// <summary>The text parts together.</summary>
    public string Html => string.Concat(Parts.Where(part => part.Kind == PartKind.Text).Select(part => part.Html));

    /// <summary>Every part's HTML, notes for the facilitator too.</summary>
    public string AllHtml => string.Concat(Parts.Select(part => part.Html));

    /// <summary>As other modules know it.</summary>
    public LessonBody ToLesson(string versionId, IReadOnlyList<Source> sources) =>
        new(versionId, [.. Parts.Select(part => part.ToLesson())], Contents, sources, Words);
}

internal enum PartKind
{
    Text,
    Question,
    Facilitator,
}

/// <param name="Html">Sanitised; empty for a question.</param>
internal sealed record RenderedPart(PartKind Kind, string Html, Question? Question = null)
{
    public LessonPart ToLesson() => Kind switch
    {
        PartKind.Question => new QuestionPart(Question!),
        PartKind.Facilitator => new FacilitatorPart(Html),
        _ => new TextPart(Html),
    };
}

namespace Tn.Courses.Questions;

/// <summary>What a learner answered: choices, a text, or « Je ne sais pas ».</summary>
/// <param name="Choices">Ids of the chosen choices, each once, in ordinal order.</param>
/// <param name="Text">For short answers and numbers; as typed, without outer spaces.</param>
internal sealed record Answer(IReadOnlyList<string> Choices, string? Text, bool DoesNotKnow)
{
    /// <summary>Longest text kept.</summary>
    public const int MaximumLength = 200;

    /// <summary>« Je ne sais pas », an honest answer.</summary>
    public static readonly Answer Unknown = new([], null, true);

    /// <summary>An answer by choices.</summary>
    public static Answer Of(params IEnumerable<string> choices) => new([.. choices.Distinct().Order(StringComparer.Ordinal)], null, false);

    /// <summary>An answer in words or figures.</summary>
    public static Answer Typed(string? text) => new([], text?.Trim(), false);

    /// <summary>True when both say the same.</summary>
    public bool SameAs(Answer other) =>
        DoesNotKnow == other.DoesNotKnow && Text == other.Text && Choices.SequenceEqual(other.Choices, StringComparer.Ordinal);

    /// <summary>Refuses what cannot be an answer to this question, before anything is graded or kept.</summary>
    public Outcome CheckAgainst(Question question)
    {
        if (DoesNotKnow)
        {
            return Outcome.Done;
        }

        return question.Kind.IsTyped() ? CheckText(question) : CheckChoices(question);
    }

    private Outcome CheckText(Question question) => Text switch
    {
        null or "" => new Refusal("courses.answer-empty"),
        { Length: > MaximumLength } => new Refusal("courses.answer-too-long").With("maximum", $"{MaximumLength}"),
        _ when question.Kind == QuestionKind.Numerical && NumberReading.Read(Text) is null => new Refusal("courses.answer-not-a-number"),
        _ => Outcome.Done,
    };

    private Outcome CheckChoices(Question question)
    {
        if (Choices.Count == 0)
        {
            return new Refusal("courses.answer-empty");
        }

        if (Choices.Count > 1 && question.Kind != QuestionKind.MultipleChoice)
        {
            return new Refusal("courses.answer-one-only");
        }

        return Choices.All(id => question.Choices.Any(choice => choice.Id == id))
            ? Outcome.Done
            : new Refusal("courses.choice-unknown");
    }
}

namespace Tn.Content.Questions;

/// <summary>What Moodle's formats can hold; the exam engine holds the first five (<see cref="QuestionKind"/>).</summary>
internal enum ItemKind
{
    SingleChoice,
    MultipleChoice,
    TrueFalse,
    ShortAnswer,
    Numerical,

    /// <summary>Appariement.</summary>
    Matching,

    /// <summary>Réponse rédigée.</summary>
    Essay,

    /// <summary>A text between questions, without answer.</summary>
    Description,
}

/// <summary>
/// A question as its author wrote it, whatever the file's format: the model between all readers and writers.
/// Texts are sources, not HTML: nothing here is safe to show (<see cref="QuestionBuilder"/> renders).
/// </summary>
internal sealed record QuestionItem
{
    public required ItemKind Kind { get; init; }

    /// <summary>Its title in Moodle; empty when the file gives none.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The identifier that outlives a change of title; null when the file gives none.</summary>
    public string? IdNumber { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Path of the category it stands in; empty at the top.</summary>
    public string Category { get; init; } = string.Empty;

    public required ItemText Stem { get; init; }

    /// <summary>
    /// Choices, accepted answers or numbers, in the file's order. True or false: two answers, <c>true</c> then <c>false</c>.
    /// A number is written <c>value:tolerance</c>, with a decimal point; <c>*</c> is any other answer.
    /// </summary>
    public IReadOnlyList<ItemAnswer> Answers { get; init; } = [];

    /// <summary>Of a matching question; a left side may be empty: a right side that matches nothing.</summary>
    public IReadOnlyList<ItemPair> Pairs { get; init; } = [];

    public ItemText GeneralFeedback { get; init; } = ItemText.Empty;

    /// <summary>Where it begins in its file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Where its answers begin.</summary>
    public int AnswersLine { get; init; }

    /// <summary>What the exam engine calls it: its identifier, else its title.</summary>
    public string Id => IdNumber ?? Name;
}

/// <param name="Format"><c>html</c>, <c>markdown</c>, <c>moodle</c>, <c>plain</c>; null where the file does not say, which is read as Markdown.</param>
internal sealed record ItemText(string Text, string? Format = null)
{
    public static readonly ItemText Empty = new(string.Empty);

    public bool IsEmpty => Text.Length == 0;
}

/// <param name="Weight">From -1 to 1.</param>
internal sealed record ItemAnswer(ItemText Text, decimal Weight, ItemText Feedback, int Line = 0);

/// <summary>Two sides that belong together.</summary>
internal sealed record ItemPair(ItemText Left, string Right);

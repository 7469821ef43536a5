namespace Tn.Contracts;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One choice among several.</summary>
    SingleChoice,

    /// <summary>Several choices.</summary>
    MultipleChoice,

    /// <summary>True or false: two choices, ids <c>true</c> and <c>false</c>.</summary>
    TrueFalse,

    /// <summary>A word or a few, compared without case, accents or outer spaces; choices are the accepted answers.</summary>
    ShortAnswer,

    /// <summary>A number; choices are accepted values with a tolerance, written <c>value:tolerance</c> with a decimal point.</summary>
    Numerical,
}

/// <summary>What follows from a question's kind.</summary>
public static class QuestionKinds
{
    /// <summary>True when the answer is typed, in words or figures: its choices are then accepted answers, and plain text.</summary>
    public static bool IsTyped(this QuestionKind kind) => kind is QuestionKind.ShortAnswer or QuestionKind.Numerical;
}

/// <summary>A question with its key. The key and feedback never leave the server before an answer.</summary>
/// <param name="Id">Stable within its package, for example <c>pel-01-q1</c>.</param>
/// <param name="StemHtml">The question, sanitised HTML.</param>
/// <param name="GeneralFeedbackHtml">Shown after any answer; empty when none.</param>
/// <param name="Difficulty"><c>facile</c>, <c>moyen</c>, <c>difficile</c> or null.</param>
public sealed record Question(
    string Id,
    QuestionKind Kind,
    string StemHtml,
    IReadOnlyList<Choice> Choices,
    string GeneralFeedbackHtml,
    string? Difficulty);

/// <summary>One choice of a question.</summary>
/// <param name="Id">Stable within the question and telling nothing of its order in the file or of its weight.</param>
/// <param name="TextHtml">Sanitised HTML; plain text for short answers.</param>
/// <param name="Weight">From -1 to 1: 1 is right, 0 is wrong, between is partial, below is penalised.</param>
/// <param name="FeedbackHtml">Shown once chosen; empty when none.</param>
public sealed record Choice(string Id, string TextHtml, decimal Weight, string FeedbackHtml);

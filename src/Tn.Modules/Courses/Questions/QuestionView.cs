using Tn.Courses.Enrolments;

namespace Tn.Courses.Questions;

/// <summary>What the visitor may do with a question.</summary>
internal enum QuestionDoor
{
    /// <summary>Invited to sign in.</summary>
    Stranger,

    /// <summary>Signed in; invited to enrol.</summary>
    NotEnrolled,

    /// <summary>May answer.</summary>
    Open,
}

/// <summary>A choice as shown before an answer: no weight, no feedback.</summary>
internal sealed record ChoiceView(string Id, string TextHtml, bool IsTicked);

/// <summary>A choice as shown after an answer.</summary>
/// <param name="IsGood">True when it counts for the answer.</param>
internal sealed record FeedbackView(string TextHtml, string FeedbackHtml, bool IsGood);

/// <summary>The last try, explained.</summary>
/// <param name="Typed">The text typed, for short answers and numbers.</param>
/// <param name="Choices">What was chosen; the right answer when the learner did not know.</param>
internal sealed record AnsweredView(Verdict Verdict, string? Typed, IReadOnlyList<FeedbackView> Choices, string GeneralFeedbackHtml, int Tries);

/// <summary>A question as its page fragment needs it. Built so that nothing of the key is in it before an answer.</summary>
/// <param name="Number">1 for the first question of the lesson.</param>
/// <param name="Address">Of the lesson's page.</param>
/// <param name="Token">A form sent twice is one try.</param>
/// <param name="Typed">What was typed and refused; shown again.</param>
/// <param name="Error">Why it was refused.</param>
internal sealed record QuestionView(
    int Number,
    string Id,
    QuestionKind Kind,
    string StemHtml,
    IReadOnlyList<ChoiceView> Choices,
    QuestionDoor Door,
    string Address,
    string Token,
    AnsweredView? Answered,
    string? Typed,
    string? Error)
{
    /// <summary>The fragment's id in the page.</summary>
    public string Anchor => ResumePoint.AnchorOf(Id);

    /// <summary>True right after the answer that completed the course.</summary>
    public bool CompletedCourse { get; init; }

    /// <summary>Shows a question to a visitor.</summary>
    /// <param name="reader">Seeds the choices' order; <see cref="Guid.Empty"/> for strangers.</param>
    /// <param name="last">The last try, or null.</param>
    public static QuestionView Of(Question question, int number, string address, QuestionDoor door, Guid reader, QuestionAttempt? last, string token) => new(
        number,
        question.Id,
        question.Kind,
        question.StemHtml,
        question.Kind.IsTyped() ? [] : [.. ChoiceOrder.For(question, reader).Select(choice => new ChoiceView(choice.Id, choice.TextHtml, false))],
        door,
        address,
        token,
        last is null ? null : Explain(question, last),
        null,
        null);

    /// <summary>The same question with an answer that could not be taken, and why.</summary>
    public QuestionView Refused(Answer answer, string sentence) => this with
    {
        Choices = [.. Choices.Select(choice => choice with { IsTicked = answer.Choices.Contains(choice.Id) })],
        Typed = answer.Text,
        Error = sentence,
    };

    private static AnsweredView Explain(Question question, QuestionAttempt last)
    {
        var grade = QuestionGrading.Mark(question, last.Answer);
        var shown = grade.Verdict == Verdict.Unknown ? QuestionGrading.RightChoices(question) : grade.Matched;
        return new AnsweredView(
            grade.Verdict,
            last.Answer.Text,
            [.. shown.Select(choice => new FeedbackView(Readable(question.Kind, choice), choice.FeedbackHtml, choice.Weight > 0))],
            question.GeneralFeedbackHtml,
            last.Number);
    }

    // An accepted number is written with its tolerance; people read the number.
    private static string Readable(QuestionKind kind, Choice choice) =>
        kind == QuestionKind.Numerical && NumberReading.Accepted(choice.TextHtml) is { } bounds
            ? bounds.From == bounds.To
                ? bounds.From.ToString("0.####", French.Culture)
                : $"entre {bounds.From.ToString("0.####", French.Culture)} et {bounds.To.ToString("0.####", French.Culture)}"
            : choice.TextHtml;
}

using Tn.Content.Rendering;

namespace Tn.Content.Questions;

/// <summary>A question as read, with what the linter needs and the learner never sees.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="ChoiceTexts">The choices' plain texts, in the file's order.</param>
internal sealed record GiftQuestion(Question Question, int Line, IReadOnlyList<string> ChoiceTexts);

/// <summary>What a file of questions holds.</summary>
internal sealed record GiftResult(IReadOnlyList<GiftQuestion> Questions, IReadOnlyList<Finding> Findings);

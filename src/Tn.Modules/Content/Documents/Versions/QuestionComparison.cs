namespace Tn.Content.Documents.Versions;

/// <summary>A question that is not the same in both versions; null where it is not there.</summary>
/// <param name="Stem">The statement, compared.</param>
/// <param name="GeneralFeedback">What is shown after any answer, compared.</param>
internal sealed record QuestionChange(
    string Id,
    Question? Before,
    Question? After,
    ComparedHtml Stem,
    ComparedHtml GeneralFeedback,
    IReadOnlyList<ChoiceChange> Choices)
{
    /// <summary>True when an answer that was right is not, or the other way round: who answered was marked by another key.</summary>
    public bool KeyChanged => Before is not null && After is not null && (Before.Kind != After.Kind || Choices.Any(choice => choice.KeyChanged));
}

/// <summary>A choice in both versions; a weight is null where the choice is not there.</summary>
internal sealed record ChoiceChange(decimal? WeightBefore, decimal? WeightAfter, ComparedHtml Text, ComparedHtml Feedback)
{
    /// <summary>Its worth changed; a wrong choice that comes or goes changes no key.</summary>
    public bool KeyChanged => (WeightBefore ?? 0) != (WeightAfter ?? 0);

    public bool Changed => WeightBefore != WeightAfter || Text.Changed || Feedback.Changed;
}

/// <summary>Compares questions as questions: statement, choices, key, feedback.</summary>
internal static class QuestionComparison
{
    private const double Alike = 0.4;

    /// <summary>The questions that changed, came or went, in the newer version's order, those gone at the end.</summary>
    public static IReadOnlyList<QuestionChange> Between(IEnumerable<Question> before, IEnumerable<Question> after)
    {
        var old = before.DistinctBy(question => question.Id).ToDictionary(question => question.Id, StringComparer.Ordinal);
        var now = after.DistinctBy(question => question.Id).ToList();
        var gone = old.Values.Where(question => now.TrueForAll(other => other.Id != question.Id));
        return
        [
            .. now.Select(question => Compare(old.GetValueOrDefault(question.Id), question)).Concat(gone.Select(question => Compare(question, null)))
                .Where(change => change.Before is null || change.After is null || change.Stem.Changed || change.GeneralFeedback.Changed
                    || change.Before.Kind != change.After.Kind || change.Choices.Any(choice => choice.Changed)),
        ];
    }

    private static QuestionChange Compare(Question? before, Question? after) => new(
        (after ?? before)!.Id,
        before,
        after,
        Compare(before?.StemHtml, after?.StemHtml),
        Compare(before?.GeneralFeedbackHtml, after?.GeneralFeedbackHtml),
        Choices(before?.Choices ?? [], after?.Choices ?? []));

    /// <summary>A choice's id is made of its text: one whose text changed is found again by its words, or else by its place.</summary>
    private static List<ChoiceChange> Choices(IReadOnlyList<Choice> before, IReadOnlyList<Choice> after)
    {
        var left = before.Where(choice => after.All(other => other.Id != choice.Id)).ToList();
        var changes = new List<ChoiceChange>();
        foreach (var choice in after)
        {
            var old = before.FirstOrDefault(other => other.Id == choice.Id)
                ?? left.Find(other => WordBags.Share(other.TextHtml, choice.TextHtml) >= Alike)
                ?? left.Find(other => before.IndexOf(other) == after.IndexOf(choice));
            if (old is not null)
            {
                left.Remove(old);
            }

            changes.Add(Compare(old, choice));
        }

        changes.AddRange(left.Select(choice => Compare(choice, null)));
        return changes;
    }

    private static ChoiceChange Compare(Choice? before, Choice? after) => new(
        before?.Weight,
        after?.Weight,
        Compare(before?.TextHtml, after?.TextHtml),
        Compare(before?.FeedbackHtml, after?.FeedbackHtml));

    private static ComparedHtml Compare(string? before, string? after) => HtmlComparison.Between(before ?? string.Empty, after ?? string.Empty);

    private static int IndexOf(this IReadOnlyList<Choice> choices, Choice choice)
    {
        for (var at = 0; at < choices.Count; at++)
        {
            if (ReferenceEquals(choices[at], choice))
            {
                return at;
            }
        }

        return -1;
    }
}

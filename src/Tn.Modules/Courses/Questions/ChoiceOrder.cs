namespace Tn.Courses.Questions;

/// <summary>
/// The order in which a learner sees the choices: always the same for her, another for her neighbour,
/// so that a position tells nothing. True or false keep their usual order.
/// </summary>
internal static class ChoiceOrder
{
    /// <summary>The choices in this reader's order.</summary>
    /// <param name="reader">The learner; <see cref="Guid.Empty"/> for strangers, who share one page.</param>
    public static IReadOnlyList<Choice> For(Question question, Guid reader) => question.Kind == QuestionKind.TrueFalse
        ? [.. question.Choices.OrderByDescending(choice => choice.Id, StringComparer.Ordinal)]
        : [.. question.Choices.OrderBy(choice => Rank(reader, question.Id, choice.Id)).ThenBy(choice => choice.Id, StringComparer.Ordinal)];

    // FNV-1a with a last stir: stable over processes and versions, which string.GetHashCode is not.
    private static ulong Rank(Guid reader, string questionId, string choiceId)
    {
        Span<byte> seed = stackalloc byte[16];
        reader.TryWriteBytes(seed);
        var hash = 14695981039346656037UL;
        foreach (var value in seed)
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        foreach (var character in questionId)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        hash = (hash ^ '\n') * 1099511628211UL;
        foreach (var character in choiceId)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9UL;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebUL;
        return hash ^ (hash >> 31);
    }
}

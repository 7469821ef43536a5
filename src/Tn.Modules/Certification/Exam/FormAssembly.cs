namespace Tn.Certification.Exam;

/// <summary>Draws a form from the bank. Pure: the same bank, blueprint, seen items and seed give the same form.</summary>
internal static class FormAssembly
{
    private static readonly string[] Difficulties = ["facile", "moyen", "difficile", string.Empty];

    /// <summary>
    /// Fills each block with items the candidate has never seen, spread over the difficulties; items already seen
    /// come back only when the bank has no other. Refuses, saying what is missing, when the bank cannot fill a block.
    /// </summary>
    /// <param name="seen">Item ids of the candidate's earlier sittings.</param>
    /// <param name="seed">Recorded with the sitting.</param>
    public static Outcome<ExamForm> Assemble(IReadOnlyList<BankItem> bank, Blueprint blueprint, IReadOnlySet<string> seen, long seed)
    {
        var draw = new SeededDraw(seed);
        var drawn = new List<BankItem>();
        foreach (var block in blueprint.Blocks)
        {
            var items = bank.Where(item => item.Axis == block.Axis).DistinctBy(item => item.ItemId).OrderBy(item => item.ItemId, StringComparer.Ordinal).ToList();
            if (items.Count < block.Items)
            {
                return TooSmall(block, items.Count);
            }

            drawn.AddRange(Spread(items.Where(item => !seen.Contains(item.ItemId)), draw)
                .Concat(Spread(items.Where(item => seen.Contains(item.ItemId)), draw))
                .Take(block.Items));
        }

        return new ExamForm([.. draw.Shuffled(drawn).Select((item, index) => Pin(item, index + 1, draw))]);
    }

    private static Refusal TooSmall(BlockPlan block, int available) => new Refusal("certification.bank-too-small")
        .With("axis", Axes.NameOf(block.Axis))
        .With("needed", French.Count(block.Items, "item", "items"))
        .With("available", French.Count(available, "item", "items"));

    // One of each difficulty in turn, so that no form is much harder than another.
    private static List<BankItem> Spread(IEnumerable<BankItem> items, SeededDraw draw)
    {
        var byDifficulty = items.ToLookup(item => Difficulties.Contains(item.Question.Difficulty) ? item.Question.Difficulty : string.Empty);
        var piles = Difficulties.Select(difficulty => new Queue<BankItem>(draw.Shuffled(byDifficulty[difficulty]))).ToList();
        var spread = new List<BankItem>();
        while (piles.Exists(pile => pile.Count > 0))
        {
            spread.AddRange(piles.Where(pile => pile.Count > 0).Select(pile => pile.Dequeue()));
        }

        return spread;
    }

    private static PinnedItem Pin(BankItem item, int position, SeededDraw draw)
    {
        var choices = item.Question.Choices.Select(choice => new PinnedChoice(choice.Id, choice.TextHtml, choice.Weight));
        var shown = item.Question.Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice ? draw.Shuffled(choices) : [.. choices];
        return new PinnedItem(position, item.ItemId, item.VersionId, item.Axis, item.Question.Kind, item.Question.StemHtml, shown);
    }
}

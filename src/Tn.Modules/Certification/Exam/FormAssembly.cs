namespace Tn.Certification.Exam;

/// <summary>What a form is drawn from.</summary>
/// <param name="Bank">Items that may be drawn.</param>
/// <param name="Exclusions">Groups of item ids of which a form holds one at most.</param>
/// <param name="Overexposed">Items shown too often lately: drawn only when no other is left.</param>
internal sealed record FormMaterial(IReadOnlyList<BankItem> Bank, Blueprint Blueprint, IReadOnlyList<IReadOnlyList<string>> Exclusions, IReadOnlySet<string> Overexposed)
{
    /// <summary>A bank without exclusions, of which nothing was shown too often.</summary>
    public static FormMaterial Of(IReadOnlyList<BankItem> bank, Blueprint blueprint) => new(bank, blueprint, [], new HashSet<string>());
}

/// <summary>Draws a form. Pure: the same material, seen items and seed give the same form.</summary>
internal static class FormAssembly
{
    /// <inheritdoc cref="Assemble(FormMaterial, IReadOnlySet{string}, long)"/>
    public static Outcome<ExamForm> Assemble(IReadOnlyList<BankItem> bank, Blueprint blueprint, IReadOnlySet<string> seen, long seed) =>
        Assemble(FormMaterial.Of(bank, blueprint), seen, seed);

    /// <summary>
    /// Fills each block with items the candidate has never seen and that were not shown too often, in the block's difficulties; what
    /// is missing comes from other difficulties, then from what was shown often, and from what the candidate has seen only when
    /// there is no other. Two items of an exclusion never meet. Refuses, saying what is missing, when the bank cannot fill a block.
    /// </summary>
    /// <param name="seen">Item ids of the candidate's earlier sittings.</param>
    /// <param name="seed">Recorded with the sitting.</param>
    public static Outcome<ExamForm> Assemble(FormMaterial material, IReadOnlySet<string> seen, long seed)
    {
        var draw = new SeededDraw(seed);
        var taken = new Taken(material.Exclusions);
        var drawn = new List<BankItem>();
        foreach (var block in material.Blueprint.Blocks)
        {
            var items = Fill(block, material, seen, taken, draw);
            if (items.Count < block.Items)
            {
                return TooSmall(block, items.Count);
            }

            drawn.AddRange(items);
        }

        return new ExamForm([.. draw.Shuffled(drawn).Select((item, index) => Pin(item, index + 1, draw))]);
    }

    /// <summary>An item as it would be shown, its choices in the bank's order.</summary>
    public static PinnedItem Plain(BankItem item) => new(
        1, item.ItemId, item.VersionId, item.Axis, item.Question.Kind, item.Question.StemHtml, [.. item.Question.Choices.Select(choice => new PinnedChoice(choice.Id, choice.TextHtml, choice.Weight))]);

    private static List<BankItem> Fill(BlockPlan block, FormMaterial material, IReadOnlySet<string> seen, Taken taken, SeededDraw draw)
    {
        var pools = material.Bank.Where(item => item.Axis == block.Axis).DistinctBy(item => item.ItemId).OrderBy(item => item.ItemId, StringComparer.Ordinal)
            .GroupBy(item => (seen.Contains(item.ItemId) ? 2 : 0) + (material.Overexposed.Contains(item.ItemId) ? 1 : 0))
            .OrderBy(pool => pool.Key);
        var left = block.Mix.Share(block.Items).ToDictionary(StringComparer.Ordinal);
        var chosen = new List<BankItem>();
        foreach (var pool in pools)
        {
            var shuffled = draw.Shuffled(pool);
            chosen.AddRange(shuffled.Where(item => left[DifficultyMix.Of(item)] > 0 && taken.Take(item)).Select(item => Count(item, left)).ToList());
            chosen.AddRange(shuffled.Where(_ => left.Values.Sum() > 0).Where(taken.Take).Select(item => CountElsewhere(item, left)).ToList());
        }

        return chosen;
    }

    private static BankItem Count(BankItem item, Dictionary<string, int> left)
    {
        left[DifficultyMix.Of(item)]--;
        return item;
    }

    // The difficulty that is furthest from its share gives up a place.
    private static BankItem CountElsewhere(BankItem item, Dictionary<string, int> left)
    {
        left[left.MaxBy(one => one.Value).Key]--;
        return item;
    }

    private static Refusal TooSmall(BlockPlan block, int available) => new Refusal("certification.bank-too-small")
        .With("axis", Axes.NameOf(block.Axis))
        .With("needed", French.Count(block.Items, "item", "items"))
        .With("available", French.Count(available, "item", "items"));

    private static PinnedItem Pin(BankItem item, int position, SeededDraw draw)
    {
        var plain = Plain(item);
        return plain with
        {
            Position = position,
            Choices = item.Question.Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice ? draw.Shuffled(plain.Choices) : plain.Choices,
        };
    }

    /// <summary>What the form already holds, and which groups are used up by it.</summary>
    private sealed class Taken(IReadOnlyList<IReadOnlyList<string>> exclusions)
    {
        private readonly HashSet<string> items = new(StringComparer.Ordinal);
        private readonly HashSet<int> groups = [];
        private readonly ILookup<string, int> groupsOf = exclusions
            .SelectMany((group, index) => group.Select(id => (id, index)))
            .ToLookup(one => one.id, one => one.index, StringComparer.Ordinal);

        /// <summary>Takes the item, unless it is taken or another of its groups is.</summary>
        public bool Take(BankItem item)
        {
            if (items.Contains(item.ItemId) || groupsOf[item.ItemId].Any(groups.Contains))
            {
                return false;
            }

            items.Add(item.ItemId);
            groups.UnionWith(groupsOf[item.ItemId]);
            return true;
        }
    }
}

namespace Tn.Certification.Exam;

/// <summary>How many items an axis brings to the form.</summary>
internal sealed record BlockPlan(string Axis, int Items);

/// <summary>What every candidate's form is made of: the same number of items for each axis.</summary>
internal sealed record Blueprint(IReadOnlyList<BlockPlan> Blocks)
{
    public int Items => Blocks.Sum(block => block.Items);

    /// <summary>Equal blocks; what does not divide goes to the first axes.</summary>
    /// <param name="items">At least one for each axis.</param>
    public static Blueprint Equal(int items, IReadOnlyList<string> axes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, axes.Count);
        var (each, left) = (items / axes.Count, items % axes.Count);
        return new Blueprint([.. axes.Select((axis, index) => new BlockPlan(axis, each + (index < left ? 1 : 0)))]);
    }

    /// <summary>The blueprint that the rules in force ask for.</summary>
    public static Blueprint From(IReadOnlyDictionary<string, RuleInForce> rules) =>
        Equal(rules[RuleKeys.ExamItems].Number, [.. Axes.All.Select(axis => axis.Key)]);
}

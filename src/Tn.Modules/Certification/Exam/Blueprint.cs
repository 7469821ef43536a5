using Tn.Platform.Web;

namespace Tn.Certification.Exam;

/// <summary>How many items an axis brings to the form, of which difficulties.</summary>
internal sealed record BlockPlan(string Axis, int Items, DifficultyMix Mix);

/// <summary>How a block is shared between easy, middle and hard items, in percent. A target: an item never seen comes before it.</summary>
internal sealed record DifficultyMix(int Easy, int Middle, int Hard)
{
    public static readonly IReadOnlyList<string> Difficulties = [Texts.Key("facile"), Texts.Key("moyen"), Texts.Key("difficile")];

    /// <summary>The difficulty an item counts as: one that declares none is in the middle.</summary>
    public static string Of(BankItem item) => item.Question.Difficulty is { } known && Difficulties.Contains(known) ? known : Difficulties[1];

    /// <summary>From « 30,40,30 ».</summary>
    public static DifficultyMix From(RuleInForce rule)
    {
        var parts = rule.List.Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return new DifficultyMix(parts[0], parts[1], parts[2]);
    }

    /// <summary>How many of each difficulty make a block: whole numbers whose sum is the block's, by the largest remainders.</summary>
    public IReadOnlyDictionary<string, int> Share(int items)
    {
        var parts = new[] { Easy, Middle, Hard };
        var total = Math.Max(1, parts.Sum());
        var shares = parts.Select(part => items * part / total).ToArray();
        var byRemainder = Enumerable.Range(0, 3).OrderByDescending(index => items * parts[index] % total).ThenBy(index => index);
        foreach (var index in byRemainder.Take(items - shares.Sum()).ToList())
        {
            shares[index]++;
        }

        return Difficulties.Zip(shares).ToDictionary(one => one.First, one => one.Second, StringComparer.Ordinal);
    }
}

/// <summary>What every candidate's form is made of: the same number of items for each axis, of the same difficulties.</summary>
internal sealed record Blueprint(IReadOnlyList<BlockPlan> Blocks)
{
    private static readonly DifficultyMix Even = new(30, 40, 30);

    public int Items => Blocks.Sum(block => block.Items);

    /// <summary>Equal blocks; what does not divide goes to the first axes.</summary>
    /// <param name="items">At least one for each axis.</param>
    public static Blueprint Equal(int items, IReadOnlyList<string> axes, DifficultyMix? mix = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, axes.Count);
        var (each, left) = (items / axes.Count, items % axes.Count);
        return new Blueprint([.. axes.Select((axis, index) => new BlockPlan(axis, each + (index < left ? 1 : 0), mix ?? Even))]);
    }

    /// <summary>The blueprint that the rules in force ask for.</summary>
    public static Blueprint From(IReadOnlyDictionary<string, RuleInForce> rules) =>
        Equal(rules[RuleKeys.ExamItems].Number, [.. Axes.All.Select(axis => axis.Key)], DifficultyMix.From(rules[RuleKeys.ExamDifficultyMix]));
}

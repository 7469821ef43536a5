namespace Tn.Certification.Exam.Bank;

/// <summary>What the bank offers to one difficulty of one block.</summary>
/// <param name="Needed">By one form.</param>
internal sealed record ProofCell(string Difficulty, int Needed, int Available)
{
    /// <summary>How many forms the difficulty fills without repeating an item.</summary>
    public int Forms => Needed == 0 ? int.MaxValue : Available / Needed;
}

/// <summary>What the bank offers to one block.</summary>
internal sealed record ProofRow(string Axis, int Needed, int Available, IReadOnlyList<ProofCell> Cells);

/// <summary>
/// The proof that the bank satisfies the blueprint, or what is missing. Pure; forms are really drawn, exclusions included.
/// </summary>
/// <param name="Forms">How many forms can be drawn one after the other before an item repeats; 0 when not even one can.</param>
/// <param name="Balanced">The same while every block keeps its shares of easy, middle and hard items.</param>
/// <param name="Missing">Why not even one form can be drawn, or null.</param>
internal sealed record BankProof(IReadOnlyList<ProofRow> Rows, int Forms, int Balanced, Refusal? Missing)
{
    public static BankProof Of(FormMaterial material)
    {
        var rows = material.Blueprint.Blocks.Select(block => RowOf(block, material.Bank)).ToList();
        var first = FormAssembly.Assemble(material, new HashSet<string>(), 1);
        var (forms, balanced) = first.IsDone ? Draw(material) : (0, 0);
        return new BankProof(rows, forms, balanced, first.Refusal);
    }

    private static ProofRow RowOf(BlockPlan block, IReadOnlyList<BankItem> bank)
    {
        var items = bank.Where(item => item.Axis == block.Axis).DistinctBy(item => item.ItemId).ToList();
        var share = block.Mix.Share(block.Items);
        return new ProofRow(block.Axis, block.Items, items.Count, [.. share.Select(one => new ProofCell(one.Key, one.Value, items.Count(item => DifficultyMix.Of(item) == one.Key)))]);
    }

    private static (int Forms, int Balanced) Draw(FormMaterial material)
    {
        var difficulties = material.Bank.GroupBy(item => item.ItemId).ToDictionary(group => group.Key, group => DifficultyMix.Of(group.First()), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (forms, balanced) = (0, 0);
        while (FormAssembly.Assemble(material with { Overexposed = new HashSet<string>() }, seen, forms + 1) is { IsDone: true } form && !form.Value.Items.Any(item => seen.Contains(item.ItemId)))
        {
            balanced += balanced == forms && IsBalanced(form.Value, material.Blueprint, difficulties) ? 1 : 0;
            forms++;
            seen.UnionWith(form.Value.Items.Select(item => item.ItemId));
        }

        return (forms, balanced);
    }

    private static bool IsBalanced(ExamForm form, Blueprint blueprint, Dictionary<string, string> difficulties) => blueprint.Blocks.All(block =>
        block.Mix.Share(block.Items).All(share => form.Items.Count(item => item.Axis == block.Axis && difficulties[item.ItemId] == share.Key) == share.Value));
}

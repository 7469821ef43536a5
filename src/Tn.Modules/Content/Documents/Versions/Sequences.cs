using DiffPlex;
using DiffPlex.Chunkers;

namespace Tn.Content.Documents.Versions;

/// <summary>A run of a comparison: <paramref name="Removed"/> items from <paramref name="OldStart"/> gave way to <paramref name="Added"/> from <paramref name="NewStart"/>, or <paramref name="Same"/> items stayed.</summary>
internal sealed record SequenceRun(int OldStart, int Removed, int NewStart, int Added, int Same);

/// <summary>The least that separates two sequences, by DiffPlex (Myers, "An O(ND) difference algorithm", 1986).</summary>
internal static class Sequences
{
    /// <summary>Myers is quadratic when nothing is alike: beyond this, the whole is told as replaced.</summary>
    public const int Maximum = 3000;

    private const char Separator = '\u001f';
    private static readonly CustomFunctionChunker Items = new(text => text.Split(Separator));

    /// <summary>The runs that lead from one sequence to the other, in order; together they cover both.</summary>
    /// <param name="before">Keys: two items are the same when their keys are.</param>
    public static IReadOnlyList<SequenceRun> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.Count == 0 || after.Count == 0 || before.Count > Maximum || after.Count > Maximum)
        {
            return [new SequenceRun(0, before.Count, 0, after.Count, 0)];
        }

        var runs = new List<SequenceRun>();
        var blocks = Differ.Instance.CreateDiffs(Joined(before), Joined(after), false, false, Items).DiffBlocks;
        int old = 0, now = 0;
        foreach (var block in blocks)
        {
            AddSame(runs, old, now, block.DeleteStartA - old);
            runs.Add(new SequenceRun(block.DeleteStartA, block.DeleteCountA, block.InsertStartB, block.InsertCountB, 0));
            old = block.DeleteStartA + block.DeleteCountA;
            now = block.InsertStartB + block.InsertCountB;
        }

        AddSame(runs, old, now, before.Count - old);
        return runs;
    }

    private static void AddSame(List<SequenceRun> runs, int old, int now, int count)
    {
        if (count > 0)
        {
            runs.Add(new SequenceRun(old, 0, now, 0, count));
        }
    }

    // An empty key would join with its neighbours into nothing: each is given a first letter.
    private static string Joined(IReadOnlyList<string> keys) =>
        string.Join(Separator, keys.Select(key => $"k{key.Replace(Separator, ' ')}"));
}

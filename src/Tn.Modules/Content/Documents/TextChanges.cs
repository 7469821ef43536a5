namespace Tn.Content.Documents;

internal enum ChangeKind
{
    Same,
    Added,
    Removed,

    /// <summary>Some unchanged lines are not shown.</summary>
    Gap,
}

/// <summary>A line of a comparison.</summary>
internal sealed record TextChange(ChangeKind Kind, string Text);

/// <summary>Compares two texts line by line (longest common subsequence): in Markdown a line is a paragraph.</summary>
internal static class TextChanges
{
    private const int Context = 1;

    // The table of the comparison is quadratic; no real text comes near.
    private const int MaximumLines = 2000;

    /// <summary>What changed, each change with a line around it; empty when nothing did.</summary>
    public static IReadOnlyList<TextChange> Between(string before, string after)
    {
        var old = Lines(before);
        var now = Lines(after);
        if (old.Length > MaximumLines || now.Length > MaximumLines)
        {
            return [new(ChangeKind.Gap, string.Empty)];
        }

        var all = Compare(old, now);
        return all.Exists(change => change.Kind != ChangeKind.Same) ? Shorten(all) : [];
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<TextChange> Compare(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var left = old.Length - 1; left >= 0; left--)
        {
            for (var right = now.Length - 1; right >= 0; right--)
            {
                common[left, right] = old[left] == now[right]
                    ? common[left + 1, right + 1] + 1
                    : Math.Max(common[left + 1, right], common[left, right + 1]);
            }
        }

        var changes = new List<TextChange>();
        for (int left = 0, right = 0; left < old.Length || right < now.Length;)
        {
            if (left < old.Length && right < now.Length && old[left] == now[right])
            {
                changes.Add(new(ChangeKind.Same, old[left++]));
                right++;
            }
            else if (right >= now.Length || (left < old.Length && common[left + 1, right] >= common[left, right + 1]))
            {
                changes.Add(new(ChangeKind.Removed, old[left++]));
            }
            else
            {
                changes.Add(new(ChangeKind.Added, now[right++]));
            }
        }

        return changes;
    }

    private static List<TextChange> Shorten(List<TextChange> all)
    {
        var shown = new List<TextChange>();
        for (var at = 0; at < all.Count; at++)
        {
            var near = all.Skip(Math.Max(0, at - Context)).Take(at + Context + 1 - Math.Max(0, at - Context));
            if (near.Any(change => change.Kind != ChangeKind.Same))
            {
                shown.Add(all[at]);
            }
            else if (shown.LastOrDefault()?.Kind != ChangeKind.Gap)
            {
                shown.Add(new(ChangeKind.Gap, string.Empty));
            }
        }

        return shown;
    }
}

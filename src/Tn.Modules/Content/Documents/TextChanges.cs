using Tn.Content.Documents.Versions;

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

/// <summary>Compares two texts line by line: in Markdown a line is a paragraph.</summary>
internal static class TextChanges
{
    private const int Context = 1;

    /// <summary>What changed, each change with a line around it; empty when nothing did.</summary>
    public static IReadOnlyList<TextChange> Between(string before, string after)
    {
        var old = Lines(before);
        var now = Lines(after);
        if (old.Length > Sequences.Maximum || now.Length > Sequences.Maximum)
        {
            return [new(ChangeKind.Gap, string.Empty)];
        }

        var all = Compare(old, now);
        return all.Exists(change => change.Kind != ChangeKind.Same) ? Shorten(all) : [];
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<TextChange> Compare(string[] old, string[] now)
    {
        var changes = new List<TextChange>();
        foreach (var run in Sequences.Between(old, now))
        {
            changes.AddRange(now.AsSpan(run.NewStart, run.Same).ToArray().Select(line => new TextChange(ChangeKind.Same, line)));
            changes.AddRange(old.AsSpan(run.OldStart, run.Removed).ToArray().Select(line => new TextChange(ChangeKind.Removed, line)));
            changes.AddRange(now.AsSpan(run.NewStart, run.Added).ToArray().Select(line => new TextChange(ChangeKind.Added, line)));
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

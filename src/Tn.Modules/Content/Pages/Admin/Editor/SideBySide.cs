using Tn.Content.Documents.Versions;
using Tn.Content.Types;

namespace Tn.Content.Pages.Admin.Editor;

/// <summary>A line of two texts side by side; null where one has none.</summary>
internal sealed record SideRow(string? Theirs, string? Mine)
{
    public bool Differs => Theirs != Mine;
}

/// <summary>A field that two people wrote differently.</summary>
internal sealed record FieldConflict(FieldDefinition Field, IReadOnlyList<SideRow> Rows);

/// <summary>Puts two texts side by side, line by line.</summary>
internal static class SideBySide
{
    /// <summary>The fields that differ between another version and what was typed.</summary>
    public static IReadOnlyList<FieldConflict> Of(TypeDefinition type, EditForm theirs, EditForm mine) =>
        [.. type.Fields
            .Select(field => (Field: field, Theirs: FieldCheck.Normal(field, theirs.TextOf(field)), Mine: FieldCheck.Normal(field, mine.TextOf(field))))
            .Where(one => one.Theirs != one.Mine)
            .Select(one => new FieldConflict(one.Field, Rows(one.Theirs, one.Mine)))];

    /// <summary>Both texts in full: lines in common face one another.</summary>
    public static IReadOnlyList<SideRow> Rows(string theirs, string mine)
    {
        var left = theirs.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var right = mine.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (left.Length > Sequences.Maximum || right.Length > Sequences.Maximum)
        {
            return [new SideRow(theirs, mine)];
        }

        var rows = new List<SideRow>();
        foreach (var run in Sequences.Between(left, right))
        {
            for (var at = 0; at < Math.Max(Math.Max(run.Removed, run.Added), run.Same); at++)
            {
                rows.Add(at < run.Same
                    ? new SideRow(right[run.NewStart + at], right[run.NewStart + at])
                    : new SideRow(at < run.Removed ? left[run.OldStart + at] : null, at < run.Added ? right[run.NewStart + at] : null));
            }
        }

        return rows;
    }
}

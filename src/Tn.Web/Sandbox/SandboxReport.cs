using Tn.Contracts;

namespace Tn.Web.Sandbox;

/// <summary>What would happen in a month if nobody acted.</summary>
/// <param name="First">The month's first day.</param>
/// <param name="Facts">In order of time.</param>
/// <param name="Waiting">Files at the month's end, by the code of whose turn it is.</param>
internal sealed record SandboxMonth(DateOnly First, IReadOnlyList<SandboxFact> Facts, IReadOnlyDictionary<string, int> Waiting)
{
    /// <summary>How many of each.</summary>
    public IEnumerable<(string What, int Count)> Counts =>
        Facts.GroupBy(fact => fact.What, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()));
}

/// <summary>Month by month.</summary>
/// <param name="Troubles">Works that failed in the copy, by their name: their effects are missing from the figures.</param>
internal sealed record SandboxReport(DateOnly From, IReadOnlyList<SandboxMonth> Months, IReadOnlyList<string> Troubles);

using Tn.Kernel;

namespace Tn.Platform.LifeCycles;

/// <summary>
/// Checks a declared life cycle as a model: what the programme promises of every one of them. Pure; an empty list means that it holds.
/// </summary>
public static class LifeCycleFaults
{
    /// <summary>The faults of a life cycle, one sentence each, for developers.</summary>
    /// <param name="knownRules">Keys of the rules that have a value.</param>
    public static IReadOnlyList<string> Of(LifeCycle cycle, IReadOnlyCollection<string> knownRules) =>
    [
        .. cycle.States.SelectMany(state => OfState(cycle, state, knownRules)),
        .. cycle.Moves.SelectMany(move => move.To.Append(move.From)).Distinct().Where(name => cycle.States.All(state => state.Name != name)).Select(name => $"{name} is led to but has no duty"),
        .. Unreachable(cycle).Select(name => $"{name} cannot be reached from {cycle.Initial}"),
        .. Trapped(cycle).Select(name => $"{name} leads to no end"),
    ];

    private static IEnumerable<string> OfState(LifeCycle cycle, LifeState state, IReadOnlyCollection<string> knownRules)
    {
        var leaving = cycle.Moves.Where(move => move.From == state.Name).ToList();
        if (!state.IsFinal && leaving.Count == 0)
        {
            yield return $"{state.Name} is a dead end";
        }

        if (!state.IsFinal && state.Owner == DutyOwner.Nobody)
        {
            yield return $"{state.Name} waits for nobody";
        }

        if (state.IsRefusal && leaving.Count == 0)
        {
            yield return $"{state.Name} refuses without appeal";
        }

        if (state.WhenPassed is { } trigger && leaving.All(move => move.Trigger != trigger))
        {
            yield return $"{state.Name} has a deadline whose move {trigger} is not declared";
        }

        if (state.RuleKey is { } rule && !knownRules.Contains(rule))
        {
            yield return $"{state.Name} has a deadline by {rule}, which has no value";
        }

        if (state.RuleKey is null && state.Reminders.Any(rung => rung.StartsWith("D-", StringComparison.Ordinal)))
        {
            yield return $"{state.Name} reminds of a last day that it does not have";
        }

        if (string.IsNullOrWhiteSpace(state.Article))
        {
            yield return $"{state.Name} cites no article";
        }
    }

    private static IEnumerable<string> Unreachable(LifeCycle cycle)
    {
        var reached = Closure([cycle.Initial], name => cycle.Moves.Where(move => move.From == name).SelectMany(move => move.To));
        return cycle.States.Select(state => state.Name).Where(name => !reached.Contains(name));
    }

    // Walking backwards from the ends: what is not met can never be finished. Where every state has its inverse, nothing is an end.
    private static IEnumerable<string> Trapped(LifeCycle cycle)
    {
        var ends = cycle.States.Where(state => state.IsFinal).Select(state => state.Name).ToList();
        if (ends.Count == 0)
        {
            return [];
        }

        var finishing = Closure(ends, name => cycle.Moves.Where(move => move.To.Contains(name)).Select(move => move.From));
        return cycle.States.Select(state => state.Name).Where(name => !finishing.Contains(name));
    }

    private static HashSet<string> Closure(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var met = new HashSet<string>(from, StringComparer.Ordinal);
        var left = new Queue<string>(met);
        while (left.TryDequeue(out var name))
        {
            foreach (var other in next(name).Where(met.Add))
            {
                left.Enqueue(other);
            }
        }

        return met;
    }
}

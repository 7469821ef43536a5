using System.Globalization;
using Tn.Platform.Data;

namespace Tn.Certification.Lives;

/// <summary>
/// What goes through a declared life cycle: where it stands, since when, until when, and every step that led there.
/// Its state changes only by <see cref="Move"/>; the steps are chained by hash and saved with the state, in one row.
/// </summary>
internal abstract class Living<TState, TTrigger> : IRevisioned
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    public TState State { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>The last day of the state by the rule in force when it was entered; null when it has no maximum age.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>First to last.</summary>
    public IReadOnlyList<LifeStep> Steps { get; private set; } = [];

    public int Revision { get; set; }

    protected abstract LifeMachine<TState, TTrigger> Machine { get; }

    /// <summary>Stands in the machine's first state, by nobody's move.</summary>
    protected void Begin(string reason, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Enter(Machine.Initial, null, "—", reason, act, rules);

    /// <summary>Fires a trigger; refused with <c>life.not-allowed</c>, and nothing changed, when the machine does not declare the move.</summary>
    /// <param name="reason">A sentence for the history, in French.</param>
    protected Outcome Move(TTrigger trigger, string reason, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        if (Machine.Next(State, trigger) is not { } next)
        {
            return new Refusal("life.not-allowed");
        }

        Enter(next, State, trigger.ToString(), reason, act, rules);
        return Outcome.Done;
    }

    /// <summary>True when the machine declares the move from where this stands.</summary>
    public bool May(TTrigger trigger) => Machine.Allows(State, trigger);

    private void Enter(TState to, TState? from, string trigger, string reason, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        Steps = [.. Steps, LifeStep.After(Steps.Count == 0 ? null : Steps[^1], from?.ToString() ?? string.Empty, to.ToString(), trigger, reason, act)];
        State = to;
        StateSince = act.At;
        DueOn = Machine.Duties[to].Age is { } age ? age.DueOn(French.Day(act.At), rules[age.RuleKey].Number) : null;
    }
}

/// <summary>One step of a life, for good: who, when, from, to, by which trigger, why, and the hash that chains it to the step before.</summary>
internal sealed record LifeStep(int Ordinal, DateTimeOffset At, PersonId? Actor, string ActorName, string From, string To, string Trigger, string Reason, string Hash)
{
    public static LifeStep After(LifeStep? last, string from, string to, string trigger, string reason, ActContext act)
    {
        var bare = new LifeStep((last?.Ordinal ?? 0) + 1, act.At, act.Actor, act.ActorName, from, to, trigger, reason, string.Empty);
        return bare with { Hash = bare.HashAfter(last?.Hash ?? HashChain.Origin) };
    }

    /// <summary>True when the steps follow each other unaltered from the first.</summary>
    public static bool IsWhole(IEnumerable<LifeStep> steps)
    {
        var (ordinal, previous) = (1, HashChain.Origin);
        foreach (var step in steps)
        {
            if (step.Ordinal != ordinal++ || step.Hash != step.HashAfter(previous))
            {
                return false;
            }

            previous = step.Hash;
        }

        return true;
    }

    private string HashAfter(string previous) => HashChain.Link(
        previous,
        Ordinal.ToString(CultureInfo.InvariantCulture),
        At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        Actor?.ToString(),
        ActorName,
        From,
        To,
        Trigger,
        Reason);
}

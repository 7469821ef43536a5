using Stateless;

namespace Tn.Certification.Lives;

/// <summary>A life cycle declared once: what each state means, the moves Stateless allows, and both in words for whoever draws or checks them.</summary>
internal sealed class LifeMachine<TState, TTrigger>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly Action<StateMachine<TState, TTrigger>> declare;

    /// <param name="key">Prefix of its sentences.</param>
    /// <param name="declare">Permits the moves.</param>
    public LifeMachine(string key, TState initial, IReadOnlyDictionary<TState, Duty<TTrigger>> duties, Action<StateMachine<TState, TTrigger>> declare)
    {
        this.declare = declare;
        Duties = duties;
        Initial = initial;
        Transitions = ReadTransitions();
        LifeCycle = LifeCycle.Of(key, initial, duties, Transitions);
    }

    public TState Initial { get; }

    public IReadOnlyDictionary<TState, Duty<TTrigger>> Duties { get; }

    /// <summary>Every declared move, as the machine itself tells it.</summary>
    public IReadOnlyList<Move<TState, TTrigger>> Transitions { get; }

    public LifeCycle LifeCycle { get; }

    /// <summary>Where the trigger leads from a state, or null when the machine does not declare the move.</summary>
    public TState? Next(TState from, TTrigger trigger)
    {
        var state = from;
        var machine = new StateMachine<TState, TTrigger>(() => state, next => state = next);
        declare(machine);
        if (!machine.CanFire(trigger))
        {
            return null;
        }

        machine.Fire(trigger);
        return state;
    }

    /// <summary>True when the machine declares the move.</summary>
    public bool Allows(TState from, TTrigger trigger) => Next(from, trigger) is not null;

    private IReadOnlyList<Move<TState, TTrigger>> ReadTransitions()
    {
        var machine = new StateMachine<TState, TTrigger>(Initial);
        declare(machine);
        var moves =
            from state in machine.GetInfo().States
            from move in state.FixedTransitions
            let source = (TState)state.UnderlyingState
            orderby source
            select new Move<TState, TTrigger>(source, (TTrigger)move.Trigger.UnderlyingTrigger, [(TState)move.DestinationState.UnderlyingState]);
        return [.. moves];
    }
}

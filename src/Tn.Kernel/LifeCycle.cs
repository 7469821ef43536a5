namespace Tn.Kernel;

/// <summary>Whose turn it is in a state of any life cycle.</summary>
public enum DutyOwner
{
    /// <summary>The consultant, or whoever asks for something.</summary>
    Candidate,

    Instructor,

    Marker,

    Invigilator,

    Jury,

    /// <summary>A panel that did not judge before.</summary>
    AppealPanel,

    Committee,

    /// <summary>A business that complains, or confirms a mission.</summary>
    Client,

    /// <summary>The site itself, at a date.</summary>
    Programme,

    /// <summary>Nobody: it is over.</summary>
    Nobody,
}

/// <summary>How a rule's number counts.</summary>
public enum AgeUnit
{
    Minutes,
    Days,
    WorkingDays,
    Months,
    Years,
}

/// <summary>How long something may stay in a state.</summary>
/// <param name="RuleKey">A rule of the programme: the number itself is data.</param>
/// <param name="WhenPassed">Fired by the programme once the age is reached; null when it is only shown, as someone must decide.</param>
/// <param name="OnTheDay">True when it is fired on the due day itself (a waiting time served); false when the day after (a delay granted whole).</param>
public sealed record MaximumAge<TTrigger>(string RuleKey, AgeUnit Unit, TTrigger? WhenPassed = null, bool OnTheDay = false)
    where TTrigger : struct, Enum
{
    /// <summary>The day the age is reached by what entered the state on <paramref name="since"/>.</summary>
    public DateOnly DueOn(DateOnly since, int number) => Unit switch
    {
        AgeUnit.Minutes => since,
        AgeUnit.WorkingDays => WorkingDays.After(since, number),
        AgeUnit.Months => since.AddMonths(number),
        AgeUnit.Years => since.AddYears(number),
        _ => since.AddDays(number),
    };

    /// <summary>True when the programme must act on <paramref name="today"/>.</summary>
    public bool IsPassed(DateOnly dueOn, DateOnly today) => OnTheDay ? today >= dueOn : today > dueOn;
}

/// <summary>What a state means for people: whose turn it is, by which article, how long, who is reminded.</summary>
/// <param name="Article">Cited in the sentence shown to the person.</param>
/// <param name="Age">Null when the state has no end of its own: it waits for its owner without harm, or is over.</param>
public sealed record Duty<TTrigger>(DutyOwner Owner, string Article, MaximumAge<TTrigger>? Age = null)
    where TTrigger : struct, Enum
{
    /// <summary>The rungs of its reminders, as they are written: <c>D-30</c> before the last day, <c>D7</c> after it was entered.</summary>
    public IReadOnlyList<string> Reminders { get; init; } = [];

    /// <summary>True when it ends the life cycle: nothing more is expected.</summary>
    public bool IsFinal { get; init; }

    /// <summary>True when it says no to a person: she can appeal, or begin again.</summary>
    public bool IsRefusal { get; init; }
}

/// <summary>A declared move. <paramref name="To"/> has several states only where one returns to where one came from.</summary>
public sealed record Move<TState, TTrigger>(TState From, TTrigger Trigger, IReadOnlyList<TState> To)
    where TState : struct, Enum
    where TTrigger : struct, Enum;

/// <summary>
/// A life cycle as its machine declares it, in words: what draws it, checks it (no dead end, every refusal appealable, every deadline reachable)
/// and lists it does not know the module it comes from. Registered by each module as a singleton.
/// </summary>
/// <param name="Key">Prefix of its sentences: <c>{key}.state.{kebab-name}</c>, <c>{key}.trigger.{kebab-name}</c>, <c>{key}.sentence.{kebab-name}</c>, <c>{key}.title</c>.</param>
/// <param name="Initial">The state it begins in.</param>
public sealed record LifeCycle(string Key, string Initial, IReadOnlyList<LifeState> States, IReadOnlyList<LifeMove> Moves)
{
    /// <summary>The description of a machine, from its declaration and the moves its Stateless machine tells.</summary>
    public static LifeCycle Of<TState, TTrigger>(string key, TState initial, IReadOnlyDictionary<TState, Duty<TTrigger>> duties, IEnumerable<Move<TState, TTrigger>> moves)
        where TState : struct, Enum
        where TTrigger : struct, Enum => new(
            key,
            initial.ToString(),
            [.. duties.Select(one => LifeState.Of(one.Key, one.Value))],
            [.. moves.Select(move => new LifeMove(move.From.ToString(), move.Trigger.ToString(), [.. move.To.Select(to => to.ToString())]))]);
}

/// <summary>A state of a life cycle, in words.</summary>
/// <param name="WhenPassed">The trigger fired once its age is reached, or null.</param>
/// <param name="RuleKey">The rule that gives its maximum age, or null.</param>
public sealed record LifeState(string Name, DutyOwner Owner, string Article, string? RuleKey, AgeUnit Unit, string? WhenPassed, IReadOnlyList<string> Reminders, bool IsFinal, bool IsRefusal)
{
    internal static LifeState Of<TState, TTrigger>(TState state, Duty<TTrigger> duty)
        where TState : struct, Enum
        where TTrigger : struct, Enum => new(
            state.ToString(),
            duty.Owner,
            duty.Article,
            duty.Age?.RuleKey,
            duty.Age?.Unit ?? AgeUnit.Days,
            duty.Age?.WhenPassed?.ToString(),
            duty.Reminders,
            duty.IsFinal,
            duty.IsRefusal);
}

/// <summary>A move of a life cycle, in words.</summary>
public sealed record LifeMove(string From, string Trigger, IReadOnlyList<string> To);

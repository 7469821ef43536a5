using Tn.Platform.Web;

namespace Tn.Certification.Lives;

/// <summary>The words of a life cycle's states and moves, and the sentence of where something stands.</summary>
internal static class LifeWords
{
    public static string StateOf(this Sentences sentences, LifeCycle cycle, Enum state) => sentences.Of($"{cycle.Key}.state.{Kebab.Of(state)}");

    /// <summary>As a step keeps it, by name.</summary>
    public static string StateNamed(this Sentences sentences, LifeCycle cycle, string state) => sentences.Of($"{cycle.Key}.state.{Kebab.Of(state)}");

    public static string TriggerNamed(this Sentences sentences, LifeCycle cycle, string trigger) => sentences.Find($"{cycle.Key}.trigger.{Kebab.Of(trigger)}") ?? string.Empty;

    /// <summary>What blocks, who must act, by when, by which article.</summary>
    public static string SentenceOf<TState, TTrigger>(this Sentences sentences, LifeMachine<TState, TTrigger> machine, TState state, DateOnly? dueOn)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        sentences.Of($"{machine.LifeCycle.Key}.sentence.{Kebab.Of(state)}", new Dictionary<string, string>
        {
            ["article"] = machine.Duties[state].Article,
            ["due"] = dueOn is { } day ? French.Date(day) : string.Empty,
        });
}

using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Web;

namespace Tn.Platform.LifeCycles;

/// <summary>The words of a life cycle, from the sentences of the module that declares it.</summary>
public sealed class LifeCycleWords(Sentences sentences, Texts texts, LifeCycle cycle)
{
    /// <summary>« Le parcours du consultant ».</summary>
    public string Title => sentences.Of($"{cycle.Key}.title");

    /// <summary>A state's name.</summary>
    public string State(string name) => sentences.Of(KeyOf("state", name));

    /// <summary>What a move is called.</summary>
    public string Trigger(string name) => sentences.Of(KeyOf("trigger", name));

    /// <summary>What a person in the state reads first, bare of its values.</summary>
    public string? Sentence(string state) => sentences.Find(KeyOf("sentence", state));

    /// <summary>Whose turn it is.</summary>
    public string Owner(DutyOwner owner) => sentences.Of($"owner.{Kebab.Of(owner)}");

    /// <summary>Where a move leads, in words.</summary>
    public string Destination(LifeMove move) => move.To.Count == 1 ? State(move.To[0]) : texts["Retour à l’état d’avant"];

    /// <summary>« 10 jours ouvrés, puis : clore sans réponse ».</summary>
    /// <param name="rule">The rule that gives the state's age, or null when it has none.</param>
    public string Delay(LifeState state, RuleInForce? rule)
    {
        if (rule is null)
        {
            return state.IsFinal ? "—" : texts["sans limite"];
        }

        var delay = state.Unit switch
        {
            AgeUnit.Minutes => texts.Count(rule.Number, "minute", "minutes"),
            AgeUnit.WorkingDays => texts.Count(rule.Number, "jour ouvré", "jours ouvrés"),
            AgeUnit.Months => texts.Count(rule.Number, "mois", "mois"),
            AgeUnit.Years => texts.Count(rule.Number, "an", "ans"),
            _ => texts.Count(rule.Number, "jour", "jours"),
        };
        return state.WhenPassed is { } trigger ? texts[$"{delay}, puis : {Trigger(trigger).ToLowerInvariant()}"] : delay;
    }

    /// <summary>The key of a word: <c>CensusInProgress</c> of the path is <c>path.state.census-in-progress</c>.</summary>
    public string KeyOf(string kind, string name) => $"{cycle.Key}.{kind}.{Kebab.Of(name)}";
}

using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.LifeCycles;
using Tn.Platform.Web;

namespace Tn.Web.Pages.Programme;

/// <summary>A state in a line.</summary>
internal sealed record LifeStateRow(string State, string Owner, string Delay, string Reminders, IReadOnlyList<string> Moves, string Article);

/// <summary>A life cycle as the page shows it.</summary>
internal sealed record LifeCycleSection(string Id, string Title, LifeCycleView View, IReadOnlyList<LifeStateRow> Rows);

/// <summary>Every life cycle that a module declares, drawn and told from its declaration and the rules in force.</summary>
internal sealed class LifeCyclesModel(IEnumerable<LifeCycle> cycles, Sentences sentences, Texts texts, IProgrammeRules rules, TimeProvider clock) : TnPageModel
{
    public IReadOnlyList<LifeCycleSection> Cycles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(French.Day(clock.GetUtcNow()), cancellationToken);
        Cycles = [.. cycles.Select(cycle => SectionOf(cycle, inForce))];
    }

    private LifeCycleSection SectionOf(LifeCycle cycle, IReadOnlyDictionary<string, RuleInForce> inForce)
    {
        var words = new LifeCycleWords(sentences, texts, cycle);
        var drawing = LifeCycleDrawing.Of(cycle.States, cycle.Moves);
        return new LifeCycleSection(
            cycle.Key,
            words.Title,
            new LifeCycleView(cycle.Key, words.Title, $"tableau-{cycle.Key}", drawing, words),
            [.. drawing.States.Select(state => RowOf(state, words, state.State.RuleKey is { } key ? inForce[key] : null))]);
    }

    private LifeStateRow RowOf(StateDrawing drawing, LifeCycleWords words, RuleInForce? rule) => new(
        words.State(drawing.State.Name),
        words.Owner(drawing.State.Owner),
        words.Delay(drawing.State, rule),
        string.Join(", ", drawing.State.Reminders.Select(rung => rung.Replace("D", "J", StringComparison.Ordinal).Replace("J-", "J−", StringComparison.Ordinal))),
        [.. drawing.Moves.Select(move => $"{words.Trigger(move.Move.Trigger)} → {words.Destination(move.Move)}")],
        rule is null ? texts[drawing.State.Article] : $"{texts[drawing.State.Article]} ; {rule.Article}");
}

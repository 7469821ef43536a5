using Tn.Journey.Path;
using Tn.Platform.LifeCycles;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>A line of the table that says what the diagram shows.</summary>
internal sealed record StateRow(string Stage, string State, string Owner, string Delay, IReadOnlyList<string> Moves, string Article);

/// <summary>The path explained to anyone, from the machine's own declaration and the rules in force.</summary>
internal sealed class HowItWorksModel(Sentences sentences, Texts texts, IProgrammeRules rules, TimeProvider clock) : TnPageModel
{
    private readonly LifeCycleWords words = new(sentences, texts, PathMachine.LifeCycle);

    public IReadOnlyList<StateRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(French.Day(clock.GetUtcNow()), cancellationToken);
        Rows = [.. PathDiagram.Stages.SelectMany(stage => stage.Drawing.States.Select(state => RowOf(stage, state, inForce)))];
    }

    public string NameOf(StageDrawing stage) => sentences.Name(stage.Stage);

    public LifeCycleView ViewOf(StageDrawing stage) => new($"{(int)stage.Stage}", TitleOf(stage), "tableau", stage.Drawing, words);

    private string TitleOf(StageDrawing stage) =>
        T[$"{NameOf(stage)} : {string.Join(", ", stage.Drawing.States.Select(state => words.State(state.State.Name)))}. Le détail est dans le tableau."];

    private StateRow RowOf(StageDrawing stage, StateDrawing drawing, IReadOnlyDictionary<string, RuleInForce> inForce)
    {
        var rule = drawing.State.RuleKey is { } key ? inForce[key] : null;
        return new StateRow(
            NameOf(stage),
            words.State(drawing.State.Name),
            words.Owner(drawing.State.Owner),
            words.Delay(drawing.State, rule),
            [.. drawing.Moves.Select(move => $"{words.Trigger(move.Move.Trigger)} → {words.Destination(move.Move)}")],
            rule is null ? T[drawing.State.Article] : $"{T[drawing.State.Article]} ; {rule.Article}");
    }
}

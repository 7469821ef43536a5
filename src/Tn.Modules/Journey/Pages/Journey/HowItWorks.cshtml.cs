using Tn.Journey.Path;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>A line of the table that says what the diagram shows.</summary>
internal sealed record StateRow(string Stage, string State, string Owner, string Delay, IReadOnlyList<string> Moves, string Article);

/// <summary>The path explained to anyone, from the machine's own declaration and the rules in force.</summary>
internal sealed class HowItWorksModel(Sentences words, IProgrammeRules rules, TimeProvider clock) : TnPageModel
{
    private const string Back = "Retour à l’état d’avant";

    public Sentences Words => words;

    public IReadOnlyList<StateRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var inForce = await rules.AllAsync(French.Day(clock.GetUtcNow()), cancellationToken);
        Rows = [.. PathDiagram.Stages.SelectMany(stage => stage.States).Select(drawing => RowOf(drawing, inForce))];
    }

    public string TitleOf(StageDrawing stage) =>
        $"{words.Name(stage.Stage)} : {string.Join(", ", stage.States.Select(state => words.Name(state.State)))}. Le détail est dans le tableau.";

    public string DestinationOf(MoveDrawing move) => move.To.Count == 1 ? words.Name(move.To[0]) : Back;

    private StateRow RowOf(StateDrawing drawing, IReadOnlyDictionary<string, RuleInForce> inForce)
    {
        var duty = PathMachine.Duties[drawing.State];
        var rule = duty.Age is null ? null : inForce[duty.Age.RuleKey];
        return new StateRow(
            words.Name(duty.Stage),
            words.Name(drawing.State),
            words.Name(duty.Owner),
            rule is null ? "sans limite" : DelayOf(duty.Age!, rule.Number),
            [.. drawing.Moves.Select(move => $"{words.Name(move.Trigger)} → {(move.To.Count == 1 ? words.Name(move.To[0]) : Back.ToLowerInvariant())}")],
            rule is null ? duty.Article : $"{duty.Article} ; {rule.Article}");
    }

    private string DelayOf(MaximumAge<PathTrigger> age, int number)
    {
        var delay = age.Unit switch
        {
            AgeUnit.WorkingDays => French.Count(number, "jour ouvré", "jours ouvrés"),
            AgeUnit.Months => $"{number} mois",
            _ => French.Count(number, "jour", "jours"),
        };
        return age.WhenPassed is { } trigger ? $"{delay}, puis : {words.Name(trigger).ToLowerInvariant()}" : delay;
    }
}

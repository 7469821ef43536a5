using Microsoft.AspNetCore.Mvc;
using Tn.Journey.Census;
using Tn.Journey.Census.Papers;
using Tn.Journey.Census.Save;
using Tn.Journey.Census.Submit;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>All steps of the census, what is missing in each, and the deposit.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class CensusOverviewModel(CensusReader censuses, PaperShelf shelf, IProgrammeRules rules, SubmitCensus submit) : TnPageModel
{
    public IReadOnlyList<ThreadStep> Steps { get; private set; } = [];

    public CensusGapsView Gaps { get; private set; } = new(null, []);

    public int CompleteSteps => Steps.Count(step => step.Knot == ThreadKnot.Done);

    public bool IsOpen { get; private set; }

    public bool CanSubmit { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((await submit.SubmitAsync(Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            await ShowAsync(cancellationToken);
            return Page();
        }

        Confirm("Votre recensement est déposé. Un récépissé vous est envoyé.");
        return Redirect("/mon-parcours");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var folder = await censuses.OfAsync(Act.Person, cancellationToken);
        var today = French.Day(Act.At);
        var gaps = CensusCompleteness.Missing(folder.Entry, await rules.AllAsync(today, cancellationToken), today);
        Gaps = new CensusGapsView(null, gaps) { Unanswered = [.. CensusFields.Unanswered(folder.Entry)], Papers = await shelf.GapsAsync(folder, today, cancellationToken) };
        IsOpen = SaveCensusStep.IsOpen(folder.Dossier);
        CanSubmit = folder.Dossier is { State: PathState.CensusInProgress, MergedInto: null };
        Steps = [.. CensusSteps.All.Select(info => StepOf(info, folder, gaps.Count(gap => gap.Step == info.Step)))];
    }

    private ThreadStep StepOf(CensusStepInfo info, CensusFolder folder, int missing)
    {
        if (!folder.SavedAt.TryGetValue(info.Step, out var savedAt))
        {
            return new ThreadStep(T[info.Title], ThreadKnot.Next, T[info.Purpose], info.Url);
        }

        var date = T[$"enregistrée le {T.ShortDate(French.Day(savedAt))}"];
        return missing == 0
            ? new ThreadStep(T[info.Title], ThreadKnot.Done, T[info.Purpose], info.Url, date)
            : new ThreadStep(T[info.Title], ThreadKnot.Here, T[$"Il reste {T.Count(missing, "point", "points")} à compléter."], info.Url, date);
    }
}

/// <summary>The side panel « ce qui manque et pourquoi ».</summary>
/// <param name="Here">The step being filled in, shown first; null on the overview.</param>
internal sealed record CensusGapsView(CensusStep? Here, IReadOnlyList<CensusGap> Gaps)
{
    /// <summary>What may be left out and is neither answered nor said « sans objet ».</summary>
    public IReadOnlyList<CensusField> Unanswered { get; init; } = [];

    /// <summary>Papers missing, refused or too old; null when the page does not show them.</summary>
    public IReadOnlyList<PaperGap>? Papers { get; init; }
}

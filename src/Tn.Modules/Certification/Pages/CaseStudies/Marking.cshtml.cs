using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.CaseStudies;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.CaseStudies;

/// <summary>A work as its marker sees it: nothing says whose it is, nor what another gave before one's own marks are in.</summary>
[Needs(Permission.MarkCaseStudies)]
internal sealed class MarkingModel(MarkCase mark, CaseStudyQueries queries) : TnPageModel
{
    public IReadOnlyList<SelectListItem> Levels => [.. Enumerable.Range(Rubric.Lowest, Rubric.Highest).Select(level => new SelectListItem(T[Rubric.LevelName(level)], $"{level}"))];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<MarkForm> Marks { get; set; } = [];

    public CaseStudy Work { get; private set; } = null!;

    public PersonId Me { get; private set; }

    public bool MayMark { get; private set; }

    public IReadOnlyList<Marking> Seen { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        var marks = Rubric.Criteria.Zip(Marks, (criterion, typed) => new CriterionMark(criterion, typed.Level ?? 0, (typed.Comment ?? string.Empty).Trim())).ToList();
        if ((await mark.MarkAsync(new CaseStudyId(Id), marks, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            return Page();
        }

        Confirm("Vos notes sont enregistrées.");
        return Redirect("/comites/etudes-de-cas");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (IsAbsent(await queries.EntrustedAsync(new CaseStudyId(Id), Act, cancellationToken), out var work, out var answer))
        {
            return answer;
        }

        Me = Act.Person;
        Work = work;
        MayMark = work.MarkersNeeded > 0 && work.Markings.All(marking => marking.Marker != Me);
        Seen = work.MarkingsSeenBy(Me);
        // One form for each criterion, whatever was sent.
        Marks = [.. Rubric.Criteria.Select((_, at) => at < Marks.Count ? Marks[at] : new MarkForm())];
        return null;
    }
}

/// <summary>The marks on one criterion as typed.</summary>
internal sealed class MarkForm
{
    public int? Level { get; set; }

    public string? Comment { get; set; }
}

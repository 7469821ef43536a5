using Microsoft.AspNetCore.Mvc;
using Tn.Certification.CaseStudies;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.CaseStudies;

/// <summary>The markers' desk: what waits for me, how far markers agree, the bank of cases.</summary>
[Needs(Permission.MarkCaseStudies)]
internal sealed class DeskModel(CaseStudyQueries queries, KeepCaseBank bank) : TnPageModel
{
    public SubjectForm Input { get; private set; } = new();

    public IReadOnlyList<CaseStudy> ToMark { get; private set; } = [];

    public int WithoutMarkers { get; private set; }

    public Agreement All { get; private set; } = Agreement.None;

    public IReadOnlyDictionary<Criterion, Agreement> ByCriterion { get; private set; } = new Dictionary<Criterion, Agreement>();

    public int Works { get; private set; }

    public int Thirds { get; private set; }

    public IReadOnlyList<CaseSubject> Subjects { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAddAsync([Bind(Prefix = "Input")] SubjectForm input, CancellationToken cancellationToken)
    {
        Input = input;
        return await AnswerAsync(await bank.AddAsync(input.Title ?? string.Empty, input.Text ?? string.Empty, Act, cancellationToken), Texts.Key("Le cas est dans la banque."), cancellationToken);
    }

    public async Task<IActionResult> OnPostRetireAsync(Guid subject, CancellationToken cancellationToken) =>
        await AnswerAsync(await bank.RetireAsync(new CaseSubjectId(subject), Act, cancellationToken), Texts.Key("Le cas ne sera plus tiré. Les travaux déjà donnés le gardent."), cancellationToken);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string confirmation, CancellationToken cancellationToken)
    {
        if (outcome.IsRefused(out var refusal))
        {
            Explain(refusal);
            return await ShowAsync(cancellationToken);
        }

        Confirm(confirmation);
        return Redirect("/comites/etudes-de-cas");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var found = await queries.WaitingAsync(Act, cancellationToken);
        if (found.IsRefused(out var denied))
        {
            return Denied(denied);
        }

        var (waiting, me) = (found.Value, Act.Person);
        ToMark = [.. waiting.Where(work => work.Markers.Any(seat => seat.Marker == me) && work.Markings.All(marking => marking.Marker != me))];
        WithoutMarkers = waiting.Count(work => work.Markers.Count < work.MarkersNeeded);
        // The permission that opened the first read opens these two.
        (All, ByCriterion, Works, Thirds) = (await queries.AgreementAsync(Act, cancellationToken)).Value;
        Subjects = (await queries.SubjectsAsync(Act, cancellationToken)).Value;
        return Page();
    }
}

/// <summary>A case as typed.</summary>
internal sealed class SubjectForm
{
    public string? Title { get; set; }

    public string? Text { get; set; }
}

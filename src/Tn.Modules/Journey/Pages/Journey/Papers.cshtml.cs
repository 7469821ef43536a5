using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Journey.Census;
using Tn.Journey.Census.Papers;
using Tn.Journey.Census.Save;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>The candidate's papers: what is expected, what was deposited, what became of it.</summary>
[Needs(Permission.ApplyAsConsultant)]
[RequestSizeLimit(PaperFile.MaximumBytes + (64 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = PaperFile.MaximumBytes + (64 * 1024))]
internal sealed class PapersModel(CensusReader censuses, PaperShelf shelf, DepositPaper deposit) : TnPageModel
{
    public IReadOnlyList<SelectListItem> Kinds =>
        [new(T["Choisissez"], string.Empty), .. PaperKinds.All.Select(kind => new SelectListItem(T[kind.Name], kind.Key))];

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    public IReadOnlyList<PaperKind> Expected { get; private set; } = [];

    public IReadOnlyList<PaperGap> Gaps { get; private set; } = [];

    public bool IsOpen { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var content = Upload?.OpenReadStream();
        if ((await deposit.DepositAsync(Input, Upload?.FileName, content, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal, FieldOf(refusal));
            await ShowAsync(cancellationToken);
            return Page();
        }

        Confirm("Le papier est déposé. Un instructeur le contrôlera avec votre dossier.");
        return Redirect("/mon-parcours/papiers");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await deposit.TakeBackAsync(new PaperId(id), Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            await ShowAsync(cancellationToken);
            return Page();
        }

        Confirm("Le papier est repris.");
        return Redirect("/mon-parcours/papiers");
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "papers.kind" => "Input.Kind",
        "papers.issued-on" => "Input.IssuedOn",
        "papers.valid-until" => "Input.ValidUntil",
        "papers.file-missing" or "papers.file-type" or "papers.too-large" or "papers.photo-image" => nameof(Upload),
        _ => string.Empty,
    };

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var folder = await censuses.OfAsync(Act.Person, cancellationToken);
        IsOpen = folder.Dossier is { } dossier && SaveCensusStep.IsOpen(dossier);
        Papers = folder.Dossier is null ? [] : [.. (await shelf.OfAsync(folder.Dossier.Id, cancellationToken)).Where(paper => paper.State != PaperState.TakenBack)];
        Expected = PaperKinds.ExpectedOf(folder.Entry.Enterprise?.LegalForm, folder.Entry.Guarantees?.NoVigilance == true);
        Gaps = await shelf.GapsAsync(folder, French.Day(Act.At), cancellationToken);
    }
}

using Microsoft.AspNetCore.Mvc;
using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Census.Papers;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>A file's papers, to be accepted or refused one by one.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class DeskPapersModel(DossierDesk desk, CensusReader censuses, PaperShelf shelf, CheckPaper check) : TnPageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public CensusFolder Folder { get; private set; } = null!;

    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    public IReadOnlyList<PaperGap> Gaps { get; private set; } = [];

    /// <summary>The paper whose form stays open.</summary>
    public PaperId? Failed { get; private set; }

    public Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken) => ShowAsync(number, cancellationToken);

    public Task<IActionResult> OnPostAcceptAsync(string number, Guid id, CancellationToken cancellationToken) =>
        ActAsync(number, id, Texts.Key("Le papier est accepté ; les réponses qu’il prouve sont vérifiées."), paper => check.AcceptAsync(number, paper, Act, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRefuseAsync(string number, Guid id, CancellationToken cancellationToken) =>
        ActAsync(number, id, Texts.Key("Le papier est refusé. Le candidat est prévenu, avec le motif."), paper => check.RefuseAsync(number, paper, Reason, Act, cancellationToken), cancellationToken);

    private async Task<IActionResult> ActAsync(string number, Guid id, string done, Func<PaperId, Task<Outcome>> act, CancellationToken cancellationToken)
    {
        if (IsAbsent(await desk.DossierAsync(number, Act, cancellationToken), out _, out var answer))
        {
            return answer;
        }

        if ((await act(new PaperId(id))).IsRefused(out var refusal))
        {
            Failed = new PaperId(id);
            Explain(refusal, refusal.Code == "papers.reason-missing" ? nameof(Reason) : string.Empty);
            return await ShowAsync(number, cancellationToken);
        }

        Confirm(done);
        return Redirect($"/comites/partenaires-prives/{number}/papiers");
    }

    private async Task<IActionResult> ShowAsync(string number, CancellationToken cancellationToken)
    {
        if (IsAbsent(await desk.DossierAsync(number, Act, cancellationToken), out var dossier, out var answer))
        {
            return answer;
        }

        Folder = await censuses.OfAsync(dossier, cancellationToken);
        Papers = await shelf.OfAsync(dossier.Id, cancellationToken);
        Gaps = await shelf.GapsAsync(Folder, French.Day(Act.At), cancellationToken);
        return Page();
    }
}

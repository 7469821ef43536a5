using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Admissibility;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>The candidate answers the instructor's one request.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class PiecesModel(TnDbContext db, SupplyPieces supply) : TnPageModel
{
    [BindProperty]
    public List<string?> Answers { get; set; } = [];

    public IReadOnlyList<RequestedPiece> Pieces { get; private set; } = [];

    public DateTimeOffset RequestedAt { get; private set; }

    public DateOnly DueOn { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((await supply.SupplyAsync(Answers, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            await ShowAsync(cancellationToken);
            return Page();
        }

        Confirm("Vos réponses sont transmises à l’instructeur.");
        return Redirect("/mon-parcours");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var person = Act.Person;
        var dossier = await db.Set<ConsultantDossier>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Person == person && one.State == PathState.PiecesRequested, cancellationToken);
        if (dossier is null || await SupplyPieces.OpenRequestAsync(db, dossier.Id, cancellationToken) is not { } request)
        {
            return;
        }

        Pieces = request.Pieces;
        RequestedAt = request.RequestedAt;
        DueOn = dossier.DueOn ?? French.Day(request.RequestedAt);
        Answers = [.. Pieces.Select((piece, at) => Answers.ElementAtOrDefault(at) ?? piece.Answer)];
    }
}

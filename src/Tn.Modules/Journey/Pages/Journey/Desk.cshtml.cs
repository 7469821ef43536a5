using Microsoft.AspNetCore.Mvc;
using Tn.Journey.Admissibility;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>The instructors' desk: files by deadline, filtered by state through the address.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class DeskModel(DossierDesk desk, Sentences words) : TnPageModel
{
    public Sentences Words => words;

    public PathState? State { get; private set; }

    public int Number { get; private set; } = 1;

    public DateOnly Today { get; private set; }

    public DossierPage Dossiers { get; private set; } = new([], 0, new Dictionary<PathState, int>());

    public async Task OnGetAsync([FromQuery(Name = "etat")] string? state, [FromQuery(Name = "p")] string? page, CancellationToken cancellationToken)
    {
        State = Enum.TryParse<PathState>(state, out var known) && Enum.IsDefined(known) ? known : null;
        Number = int.TryParse(page, out var number) ? Math.Max(1, number) : 1;
        Today = French.Day(Act.At);
        Dossiers = await desk.ListAsync(State, Number, cancellationToken);
    }
}

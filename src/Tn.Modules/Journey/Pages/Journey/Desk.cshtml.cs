using Microsoft.AspNetCore.Mvc;
using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>The instructors' desk: files by deadline, filtered through the address.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class DeskModel(DossierDesk desk, Sentences words) : TnPageModel
{
    private const int LongestQuery = 100;

    public Sentences Words => words;

    public DeskFilter Filter { get; private set; } = new();

    public int Number { get; private set; } = 1;

    public DateOnly Today { get; private set; }

    public DossierPage Dossiers { get; private set; } = new([], 0, new Dictionary<PathState, int>());

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "etat")] string? state,
        [FromQuery(Name = "qui")] string? share,
        [FromQuery(Name = "retard")] string? late,
        [FromQuery(Name = "p")] string? page,
        CancellationToken cancellationToken)
    {
        Filter = new DeskFilter(
            Enum.TryParse<PathState>(state, out var known) && Enum.IsDefined(known) ? known : null,
            share switch { "moi" => DeskShare.Mine, "personne" => DeskShare.Unassigned, _ => DeskShare.All },
            late == "1",
            Text.Cut(Query?.Trim() ?? string.Empty, LongestQuery));
        Number = int.TryParse(page, out var number) ? Math.Max(1, number) : 1;
        Today = French.Day(Act.At);
        var found = await desk.ListAsync(Filter, Number, Act, cancellationToken);
        if (found.IsRefused(out var refusal))
        {
            return Denied(refusal);
        }

        Dossiers = found.Value;
        return Page();
    }

    /// <summary>The desk filtered otherwise, words kept.</summary>
    public string Address(PathState? state, DeskShare share, bool late)
    {
        string?[] parts =
        [
            state is null ? null : $"etat={state}",
            share switch { DeskShare.Mine => "qui=moi", DeskShare.Unassigned => "qui=personne", _ => null },
            late ? "retard=1" : null,
            Filter.Words.Length == 0 ? null : $"q={Uri.EscapeDataString(Filter.Words)}",
        ];
        var query = string.Join('&', parts.OfType<string>());
        return query.Length == 0 ? "/comites/partenaires-prives" : $"/comites/partenaires-prives?{query}";
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Census;
using Tn.Journey.Census.References;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>The consultant's missions, and what their clients said of them.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class ReferencesModel(TnDbContext db, CensusReader censuses, AskReference ask) : TnPageModel
{
    [BindProperty]
    public AskForm Input { get; set; } = new();

    public IReadOnlyList<(Mission Mission, IReadOnlyList<ReferenceRequest> Asked)> Missions { get; private set; } = [];

    public DateOnly Today => French.Day(Act.At);

    /// <summary>The missions of which nothing is confirmed or awaited, after an empty choice.</summary>
    public IReadOnlyList<SelectListItem> Askable =>
    [
        new(T["Choisissez"], string.Empty),
        .. Missions.Select((one, at) => (one.Asked, Item: new SelectListItem(T[$"Mission {at + 1} : {T[Axes.NameOf(one.Mission.Axis ?? string.Empty)]}"], one.Mission.Fingerprint)))
            .Where(one => one.Asked.All(request => request.Answer != ReferenceAnswer.Confirmed && !request.IsOpen(Today))).Select(one => one.Item),
    ];

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((await ask.AskAsync(Input, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code switch
            {
                "references.address" or "references.own-address" => "Input.ClientEmail",
                "references.no-mission" => "Input.Mission",
                "references.consent" => "Input.ClientAgrees",
                _ => string.Empty,
            });
            await ShowAsync(cancellationToken);
            return Page();
        }

        Confirm("La demande est envoyée à votre client. Sa réponse vous sera signalée.");
        return Redirect("/mon-parcours/references");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var folder = await censuses.OfAsync(Act.Person, cancellationToken);
        if (folder.Dossier is not { } dossier)
        {
            return;
        }

        var asked = (await db.Set<ReferenceRequest>().AsNoTracking().Where(one => one.Dossier == dossier.Id).OrderByDescending(one => one.AskedAt).ToListAsync(cancellationToken))
            .ToLookup(one => one.Mission);
        Missions = [.. (folder.Entry.References?.DeclaredMissions ?? []).Select(mission => (mission, (IReadOnlyList<ReferenceRequest>)[.. asked[mission.Fingerprint]]))];
    }
}

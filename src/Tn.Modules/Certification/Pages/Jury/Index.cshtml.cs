using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.Jury;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Jury;

/// <summary>The jury's desk: what waits for me, and the meetings. Those who decide sanctions also open meetings here.</summary>
[Authorize]
internal sealed class IndexModel(JuryQueries queries, OpenMeeting open, IProgrammeRules rules, TimeProvider clock) : TnPageModel
{
    [BindProperty]
    public DateOnly HeldOn { get; set; } = French.Day(clock.GetUtcNow());

    /// <summary>Numbers of the files to examine.</summary>
    [BindProperty]
    public List<string> Agenda { get; set; } = [];

    public IReadOnlyList<SelectListItem> Waiting { get; private set; } = [];

    public int DecisionDays { get; private set; }

    public IReadOnlyList<WaitingCase> ForMe { get; private set; } = [];

    public IReadOnlyList<MeetingLine> Meetings { get; private set; } = [];

    public int NotYetCalled { get; private set; }

    public bool MayConvene { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!JuryDoor.IsOpenTo(Act))
        {
            return Forbid();
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Act.Can(Permission.DecideSanctions))
        {
            return Forbid();
        }

        if (ModelState.IsValid)
        {
            var opened = await open.OpenAsync(HeldOn, Agenda, Act, cancellationToken);
            if (opened.IsDone)
            {
                Confirm("La séance est ouverte : les dossiers choisis y sont inscrits.");
                return Redirect($"/comites/jury/seances/{opened.Value}");
            }

            Explain(opened.Refusal!, nameof(HeldOn));
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        DecisionDays = (await rules.FindAsync(RuleKeys.JuryDecisionDays, French.Day(act.At), cancellationToken)).Number;
        ForMe = act.Can(Permission.SitInJury) ? await queries.WaitingAsync(act.Person, act.At, cancellationToken) : [];
        Meetings = await queries.MeetingsAsync(cancellationToken);
        var waiting = await open.WaitingAsync(cancellationToken);
        NotYetCalled = waiting.Count;
        Waiting = [.. waiting.Select(file => new SelectListItem(T[$"{file.Number}, {file.DisplayName}, au jury depuis le {T.ShortDate(French.Day(file.StateSince))}"], file.Number))];
        if (!HttpMethods.IsPost(Request.Method))
        {
            Agenda = [.. waiting.Select(file => file.Number)];
        }

        MayConvene = act.Can(Permission.DecideSanctions);
    }
}

/// <summary>Who may read the jury's pages: its members, and those who convene it.</summary>
internal static class JuryDoor
{
    public static bool IsOpenTo(ActContext act) => act.Can(Permission.SitInJury) || act.Can(Permission.DecideSanctions);
}

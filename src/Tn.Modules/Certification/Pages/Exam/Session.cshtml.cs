using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Incidents;
using Tn.Certification.Exam.Sessions;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>The room, live, for its invigilator and the desk: presence, progress, clocks, incidents. No key, no answer.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class SessionModel(SessionQueries queries, MarkPresence presence, PauseSitting clocks, ReportIncident report, Sentences sentences) : TnPageModel
{
    public IReadOnlyList<SelectListItem> Actions =>
    [
        new(T["Mettre en pause"], nameof(ClockAction.Pause)),
        new(T["Reprendre"], nameof(ClockAction.Resume)),
        new(T["Donner du temps en plus"], nameof(ClockAction.Extend)),
    ];

    [FromRoute]
    public Guid Id { get; set; }

    // One form at a time is posted: each handler binds its own.
    public ClockForm Clock { get; private set; } = new();

    public LiveIncidentForm Report { get; private set; } = new();

    public ExamSession Session { get; private set; } = null!;

    public IReadOnlyList<LiveSeat> Seats { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    /// <summary>True when the page asks the browser to come again every half minute.</summary>
    public bool Follows { get; private set; }

    public IReadOnlyList<SelectListItem> SittingItems =>
        [.. Seats.Where(live => live.Sitting is not null).Select(live => new SelectListItem($"{live.Seat.DisplayName}, {live.Seat.Number}", live.Sitting!.Id.ToString()))];

    /// <summary>All that run, or one.</summary>
    public IEnumerable<SelectListItem> ClockItems =>
        Seats.Where(live => live.Sitting?.IsUnderWay == true).Select(live => new SelectListItem($"{live.Seat.DisplayName}, {live.Seat.Number}", live.Sitting!.Id.ToString()))
            .Prepend(new SelectListItem(T["Toutes les épreuves en cours"], Guid.Empty.ToString()));

    public IEnumerable<SelectListItem> KindItems => Enum.GetValues<IncidentKind>().Select(kind => new SelectListItem(sentences.Label(kind), kind.ToString()));

    public string LeftOf(LiveSitting? sitting) => sitting is { IsUnderWay: true } && sitting.EndsAt - (sitting.PausedAt ?? Now) is var left && left > TimeSpan.Zero
        ? T.Minutes((int)Math.Ceiling(left.TotalMinutes))
        : string.Empty;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "suivi")] string? follow, CancellationToken cancellationToken)
    {
        Follows = follow == "1";
        if (Follows)
        {
            Response.Headers["Refresh"] = "30";
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostPresenceAsync(Guid candidate, bool present, CancellationToken cancellationToken) => await AnswerAsync(
        () => presence.MarkAsync(Session.Id, new PersonId(candidate), present, Act, cancellationToken),
        present ? Texts.Key("La présence est constatée.") : Texts.Key("La présence est corrigée."),
        cancellationToken);

    public async Task<IActionResult> OnPostClockAsync([Bind(Prefix = "Clock")] ClockForm clock, CancellationToken cancellationToken)
    {
        Clock = clock;
        return await AnswerAsync(() => TurnAsync(clock, cancellationToken), Turned(clock.Action), cancellationToken);
    }

    public async Task<IActionResult> OnPostReportAsync([Bind(Prefix = "Report")] LiveIncidentForm incident, CancellationToken cancellationToken)
    {
        Report = incident;
        return await AnswerAsync(() => ReportAsync(incident, cancellationToken), Texts.Key("L’incident est signalé."), cancellationToken);
    }

    private async Task<Outcome> ReportAsync(LiveIncidentForm incident, CancellationToken cancellationToken)
    {
        if (!Seats.Any(live => live.Sitting?.Id.Value == incident.Sitting))
        {
            return new Refusal("exam.move-not-allowed");
        }

        var reported = await report.ReportAsync(new SittingId(incident.Sitting!.Value), new IncidentReport(incident.Kind!.Value, incident.Position, incident.Text), Act, cancellationToken);
        return reported.Refusal is { } refusal ? refusal : Outcome.Done;
    }

    private async Task<Outcome> TurnAsync(ClockForm clock, CancellationToken cancellationToken)
    {
        var chosen = Seats.Select(live => live.Sitting).OfType<LiveSitting>()
            .Where(sitting => sitting.IsUnderWay && (clock.Sitting == Guid.Empty ? Fits(sitting, clock.Action!.Value) : sitting.Id.Value == clock.Sitting))
            .ToList();
        var outcome = chosen.Count == 0 ? new Refusal("exam.move-not-allowed") : Outcome.Done;
        foreach (var sitting in chosen)
        {
            outcome = clock.Action switch
            {
                ClockAction.Pause => await clocks.PauseAsync(sitting.Id, clock.Reason, Act, cancellationToken),
                ClockAction.Resume => await clocks.ResumeAsync(sitting.Id, clock.Reason, Act, cancellationToken),
                _ => await clocks.ExtendAsync(sitting.Id, clock.Minutes ?? 0, clock.Reason, Act, cancellationToken),
            };
            if (!outcome.IsDone)
            {
                return outcome;
            }
        }

        return outcome;
    }

    private static string Turned(ClockAction? action) => action switch
    {
        ClockAction.Pause => Texts.Key("Le temps est arrêté."),
        ClockAction.Resume => Texts.Key("Le temps court de nouveau."),
        _ => Texts.Key("Le temps en plus est donné."),
    };

    private static bool Fits(LiveSitting sitting, ClockAction action) => action switch
    {
        ClockAction.Pause => sitting.Status == SittingStatus.Open,
        ClockAction.Resume => sitting.Status == SittingStatus.Paused,
        _ => true,
    };

    private async Task<IActionResult> AnswerAsync(Func<Task<Outcome>> work, string confirmation, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if ((await work()).IsRefused(out var refusal))
        {
            if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
            {
                return Denied(refusal);
            }

            Explain(refusal);
            await LoadAsync(cancellationToken);
            return Page();
        }

        Confirm(confirmation);
        return Redirect($"/epreuves/seances/{Id}");
    }

    // A session that is not mine is no session of mine: the same answer as for one that does not exist.
    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (await queries.FindAsync(new ExamSessionId(Id), cancellationToken) is not { } session || !SessionDoor.IsOpenTo(session, act))
        {
            return false;
        }

        (Session, Now) = (session, act.At);
        Seats = await queries.LiveAsync(session.Id, cancellationToken);
        return true;
    }
}

/// <summary>What an invigilator does to a clock.</summary>
internal enum ClockAction
{
    Pause,
    Resume,
    Extend,
}

/// <summary>An act on the clock as typed.</summary>
internal sealed class ClockForm
{
    /// <summary>Empty for all.</summary>
    [Required(ErrorMessage = "Choisissez une épreuve.")]
    public Guid? Sitting { get; set; }

    [Required(ErrorMessage = "Choisissez ce qu’il faut faire.")]
    public ClockAction? Action { get; set; }

    public int? Minutes { get; set; }

    [Required(ErrorMessage = "Donnez le motif."), StringLength(2000, ErrorMessage = "Le motif tient en 2 000 signes.")]
    public string? Reason { get; set; }
}

/// <summary>An incident as an invigilator types it.</summary>
internal sealed class LiveIncidentForm
{
    [Required(ErrorMessage = "Choisissez une épreuve.")]
    public Guid? Sitting { get; set; }

    [Required(ErrorMessage = "Choisissez de quoi il s’agit.")]
    public IncidentKind? Kind { get; set; }

    public int? Position { get; set; }

    [Required(ErrorMessage = "Dites ce qui s’est passé."), StringLength(2000, ErrorMessage = "Dites-le en 2 000 signes au plus.")]
    public string? Text { get; set; }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Web;
using Tn.Webinars.Registrations;
using Tn.Webinars.Sessions;

namespace Tn.Webinars.Pages.Webinars;

/// <summary>A webinar: what it is about, when, and one's seat.</summary>
internal sealed class WebinarModel(TnDbContext db, IPublishedDocuments documents, RegisterForWebinar register, CancelRegistration cancel, TimeProvider clock) : TnPageModel
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    public WebinarSession Session { get; private set; } = null!;

    public PublishedDocument Document { get; private set; } = null!;

    /// <summary>Who speaks, in the author's order.</summary>
    public IReadOnlyList<Speaker> Speakers => [.. Lines("speakers").Select(Speaker.Read)];

    public IReadOnlyList<string> Objectives => Lines("objectives");

    public bool IsRegistered { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>For those who organise; null for everyone else.</summary>
    public int? Seats { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostRegisterAsync(CancellationToken cancellationToken) =>
        DoAsync(act => register.RegisterAsync(Slug, act, cancellationToken), T["Vous êtes inscrit. Un message de confirmation part à votre adresse, et un rappel suivra la veille."], cancellationToken);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken) =>
        DoAsync(act => cancel.CancelAsync(Slug, act, cancellationToken), T["Votre inscription est annulée. Vous pouvez vous réinscrire à tout moment avant la fin du webinaire."], cancellationToken);

    private string[] Lines(string field) =>
        Document.Fields.GetValueOrDefault(field)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private async Task<IActionResult> DoAsync(Func<ActContext, Task<Outcome>> work, string sentence, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Act.Actor is null)
        {
            return RedirectToSignIn();
        }

        if ((await work(Act)).IsRefused(out var refusal))
        {
            Explain(refusal);
            return Page();
        }

        Confirm(sentence);
        return Redirect($"/webinaires/{Slug}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var session = await db.Set<WebinarSession>().AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Slug && one.IsListed, cancellationToken);
        var document = session is null ? null : await documents.FindAsync(ContentTypes.Webinar, Slug, cancellationToken);
        if (session is null || document is null)
        {
            return false;
        }

        (Session, Document) = (session, document);
        var act = Act;
        IsOver = session.EndsUtc <= clock.GetUtcNow();
        var held = db.Set<WebinarRegistration>().Where(seat => seat.Session == session.Id && seat.CancelledAt == null);
        IsRegistered = act.Actor is { } person && await held.AnyAsync(seat => seat.Person == person, cancellationToken);
        Seats = act.Can(Permission.ManageContent) || act.Can(Permission.WriteContent) || act.Can(Permission.ManageCentres)
            ? await held.CountAsync(cancellationToken)
            : null;
        return true;
    }

    // Back to this page, not to the handler: after signing in one presses the button again, knowingly.
    private RedirectResult RedirectToSignIn() => Redirect($"/compte/connexion?ReturnUrl={Uri.EscapeDataString($"/webinaires/{Slug}")}");
}

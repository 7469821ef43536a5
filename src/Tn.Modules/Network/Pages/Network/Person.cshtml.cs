using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Network.Contact;
using Tn.Network.Profiles;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Network.Pages.Network;

/// <summary>One person, as she wishes to be read, and a form to write to her.</summary>
internal sealed class PersonModel(TnDbContext db, ICertificates certificates, IPortraits portraits, WriteToPerson write, TimeProvider clock) : TnPageModel
{
    [FromRoute]
    public string Slug { get; set; } = string.Empty;

    [BindProperty]
    public ContactForm Input { get; set; } = new();

    public PublicProfile Person { get; private set; } = null!;

    /// <summary>The certificate in force today, or null.</summary>
    public CertificateCard? Certificate { get; private set; }

    /// <summary>Where the portrait stands, or null when she has none or does not let it be shown.</summary>
    public string? PhotoUrl { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        // Only a machine fills in the field that people do not see: it is told nothing, and nothing is sent.
        if (string.IsNullOrEmpty(Input.Website))
        {
            var written = await write.WriteAsync(Slug, Input.ToLetter(), SenderMark(), Act, cancellationToken);
            if (written.IsRefused(out var refusal))
            {
                Explain(refusal, FieldOf(refusal));
                return Page();
            }
        }

        Confirm($"Votre message est parti. {Person.DisplayName} pourra vous répondre à l’adresse que vous avez donnée.");
        return Redirect(Person.Url);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var profile = await db.Set<NetworkProfile>().AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Slug, cancellationToken);
        if (profile?.AsPublic() is not { } shown)
        {
            return false;
        }

        Person = shown;
        var accepted = shown.ShowsPhoto ? await portraits.AcceptedAtAsync(shown.Person, cancellationToken) : null;
        PhotoUrl = accepted is { } at ? $"{shown.Url}/photo?v={at.ToUnixTimeSeconds()}" : null;
        var today = French.Day(clock.GetUtcNow());
        var card = await certificates.CurrentOfAsync(shown.Person, today, cancellationToken);
        Certificate = card is { Standing: CertificateStanding.Valid or CertificateStanding.ValidOnProbation } ? card : null;
        return true;
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "network.contact-name" => "Input.Name",
        "network.contact-email" => "Input.Email",
        "network.contact-message" => "Input.Message",
        _ => string.Empty,
    };

    // Of the address and the day: bounds abuse without keeping who wrote to whom.
    private string SenderMark() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{HttpContext.Connection.RemoteIpAddress}|{French.Day(clock.GetUtcNow()):O}")));
}

/// <summary>The form to write to a person.</summary>
internal sealed class ContactForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Message { get; set; }

    /// <summary>Invisible: whoever fills it in is a machine.</summary>
    public string? Website { get; set; }

    public ContactLetter ToLetter() => new((Name ?? string.Empty).Trim(), (Email ?? string.Empty).Trim(), (Message ?? string.Empty).Trim());
}

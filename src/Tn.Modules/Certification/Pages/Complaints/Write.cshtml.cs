using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Certification.Certificates;
using Tn.Certification.Complaints;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Complaints;

/// <summary>The public form of a complaint against the holder of a certificate.</summary>
[EnableRateLimiting(ComplaintsServices.PerAddress)]
[ResponseCache(NoStore = true)]
internal sealed class WriteModel(WriteComplaint write, CertificateQueries certificates) : TnPageModel
{
    [FromRoute]
    public string Code { get; set; } = string.Empty;

    [BindProperty]
    public ComplaintForm Input { get; set; } = new();

    public Certificate Certificate { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        // Only a machine fills in the field that people do not see: it is told nothing, and nothing is kept.
        if (string.IsNullOrEmpty(Input.Website))
        {
            var written = await write.WriteAsync(Certificate.Code, Input.ToText(), SenderMark(), Act, cancellationToken);
            if (written.IsRefused(out var refusal))
            {
                Explain(refusal, FieldOf(refusal));
                return Page();
            }
        }

        Confirm("Un lien vient de partir à l’adresse donnée : votre réclamation sera lue quand vous l’aurez ouvert.");
        return Redirect($"/verifier/{Certificate.Code}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var view = await certificates.FindByCodeAsync(Code, cancellationToken);
        Certificate = view?.Certificate!;
        return view is not null;
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "complaint.name" => "Input.Name",
        "complaint.email" => "Input.Email",
        "complaint.facts" => "Input.Facts",
        _ => string.Empty,
    };

    // Of the address and the day: bounds abuse without keeping who wrote.
    private string SenderMark() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{HttpContext.Connection.RemoteIpAddress}|{French.Day(Act.At):O}")));
}

/// <summary>A complaint as typed.</summary>
internal sealed class ComplaintForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Facts { get; set; }

    /// <summary>Invisible: whoever fills it in is a machine.</summary>
    public string? Website { get; set; }

    public ComplaintText ToText() => new((Name ?? string.Empty).Trim(), (Email ?? string.Empty).Trim(), (Facts ?? string.Empty).Trim());
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tn.Certification.Complaints;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Complaints;

/// <summary>Where the one-time link leads: it confirms by a button, as programs that read mails open links.</summary>
[EnableRateLimiting(ComplaintsServices.PerAddress)]
[ResponseCache(NoStore = true)]
internal sealed class ConfirmationModel(WriteComplaint write) : TnPageModel
{
    [FromRoute]
    public string Code { get; set; } = string.Empty;

    public bool IsWaiting { get; private set; }

    public bool IsDone { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => IsWaiting = await write.IsWaitingAsync(Code, cancellationToken);

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        var confirmed = await write.ConfirmAsync(Code, Act, cancellationToken);
        IsDone = confirmed.IsDone;
    }
}

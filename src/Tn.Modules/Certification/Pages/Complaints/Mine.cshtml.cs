using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Complaints;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Complaints;

/// <summary>The consultant's side: what clients wrote, the right of reply, the decisions.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class MineModel(ReplyToComplaint reply, ComplaintQueries queries) : TnPageModel
{
    public IReadOnlyList<Complaint> Complaints { get; private set; } = [];

    /// <summary>What was typed, and for which complaint, when it was refused.</summary>
    public string? Answer { get; private set; }

    public ComplaintId? Typed { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostReplyAsync(Guid id, string? answer, CancellationToken cancellationToken)
    {
        if ((await reply.ReplyAsync(new ComplaintId(id), answer ?? string.Empty, Act, cancellationToken)).IsRefused(out var refusal))
        {
            (Typed, Answer) = (new ComplaintId(id), answer);
            Explain(refusal);
            await ShowAsync(cancellationToken);
            return Page();
        }

        Confirm("Votre réponse est transmise au comité.");
        return Redirect("/mon-parcours/reclamations");
    }

    private async Task ShowAsync(CancellationToken cancellationToken) => Complaints = await queries.OfAsync(Act.Person, cancellationToken);
}

/// <summary>How a complaint's state is coloured, always with its word.</summary>
internal static class ComplaintKinds
{
    public static string Of(ComplaintState state) => state switch
    {
        ComplaintState.AwaitingReply or ComplaintState.SanctionProposed => "warning",
        ComplaintState.Sanctioned => "danger",
        ComplaintState.Confirmed or ComplaintState.UnderReview => "info",
        _ => "neutral",
    };
}

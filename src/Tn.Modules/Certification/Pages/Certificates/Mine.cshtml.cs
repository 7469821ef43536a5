using Tn.Certification.Certificates;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Certificates;

/// <summary>The holder's certificates, newest first, with what to show and to download.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class MineModel(CertificateQueries queries) : TnPageModel
{
    public IReadOnlyList<CertificateView> Certificates { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Today = French.Day(Act.At);
        Certificates = await queries.OfAsync(Act.Person, cancellationToken);
    }
}

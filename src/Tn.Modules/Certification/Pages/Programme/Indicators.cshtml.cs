using Tn.Certification.Programme;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Programme;

/// <summary>The public state of progress, with the definition of each figure.</summary>
internal sealed class IndicatorsModel(ProgrammeFigures programme) : TnPageModel
{
    public Figures Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Figures = await programme.ReadAsync(cancellationToken);
}

using Tn.Network.Coverage;
using Tn.Platform.Web;

namespace Tn.Network.Pages.Network;

/// <summary>The network by département.</summary>
internal sealed class MapModel(CoverageMap coverage) : TnPageModel
{
    /// <summary>Null while the index is being rebuilt.</summary>
    public IReadOnlyList<DepartmentCoverage>? Rows { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await coverage.ReadAsync(cancellationToken);
}

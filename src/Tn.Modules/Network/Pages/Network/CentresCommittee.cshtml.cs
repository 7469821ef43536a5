using Tn.Network.Coverage;
using Tn.Platform.Web;

namespace Tn.Network.Pages.Network;

/// <summary>The resource-centre committee's desk: how the territory is covered, and where nobody is.</summary>
[Needs(Permission.ManageCentres)]
internal sealed class CentresCommitteeModel(CoverageMap coverage) : TnPageModel
{
    /// <summary>Null while the index is being rebuilt.</summary>
    public IReadOnlyList<DepartmentCoverage>? Rows { get; private set; }

    public IReadOnlyList<DepartmentCoverage> WhiteZones => [.. (Rows ?? []).Where(row => row.IsWhiteZone)];

    public IReadOnlyList<DepartmentCoverage> WithoutCertified => [.. (Rows ?? []).Where(row => !row.IsWhiteZone && row.Certified == 0)];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await coverage.ReadAsync(cancellationToken);
}

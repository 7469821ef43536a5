using Tn.Network.Centres;
using Tn.Network.Profiles;
using Tn.Network.Search;
using Tn.Platform.Search;

namespace Tn.Network.Coverage;

/// <summary>Who can be found in a département.</summary>
internal sealed record DepartmentCoverage(Department Department, int Centres, int Advisors, int Consultants, int Certified)
{
    /// <summary>Neither a centre nor an advisor: nobody to ask.</summary>
    public bool IsWhiteZone => Centres == 0 && Advisors == 0;
}

/// <summary>The network by département; people are counted as the directory would find them.</summary>
internal sealed class CoverageMap(SearchEngine engine, CentreList centres, ICertificates certificates, TimeProvider clock)
{
    /// <returns>Every département in the order of codes, or null while the index is being rebuilt.</returns>
    public async Task<IReadOnlyList<DepartmentCoverage>?> ReadAsync(CancellationToken cancellationToken)
    {
        var valid = await certificates.ValidAsync(French.Day(clock.GetUtcNow()), cancellationToken);
        var advisors = Count([PersonSource.CategoryOf(NetworkKind.Advisor)], null);
        var consultants = Count([PersonSource.CategoryOf(NetworkKind.Consultant)], null);
        var certified = Count([], [.. valid.Keys.Select(person => person.ToString())]);
        if (advisors is null || consultants is null || certified is null)
        {
            return null;
        }

        var byDepartment = (await centres.AllAsync(cancellationToken)).SelectMany(centre => centre.Details.Departments).CountBy(code => code).ToDictionary();
        return
        [
            .. Departments.All.Select(department => new DepartmentCoverage(
                department,
                byDepartment.GetValueOrDefault(department.Code),
                advisors.GetValueOrDefault(department.Code),
                consultants.GetValueOrDefault(department.Code),
                certified.GetValueOrDefault(department.Code))),
        ];
    }

    private Dictionary<string, int>? Count(string[] categories, IReadOnlyCollection<string>? only)
    {
        var results = engine.Search(new SearchQuery(string.Empty) { Kinds = [NetworkKinds.Person], Categories = categories, OnlyIds = only, Size = 0 });
        return results.IsReady ? results.Facets.Departments.ToDictionary(count => count.Value, count => count.Count) : null;
    }
}

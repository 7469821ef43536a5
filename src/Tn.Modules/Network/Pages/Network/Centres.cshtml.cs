using Microsoft.AspNetCore.Mvc;
using Tn.Network.Centres;
using Tn.Platform.Web;

namespace Tn.Network.Pages.Network;

/// <summary>Resource centres, of one département or of all.</summary>
internal sealed class CentresModel(CentreList centres) : TnPageModel
{
    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? Department { get; set; }

    /// <summary>By the name of their first département.</summary>
    public IReadOnlyList<IGrouping<string, ResourceCentre>> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Department = Departments.Find(Department)?.Code;
        var found = Department is null ? await centres.AllAsync(cancellationToken) : await centres.InDepartmentAsync(Department, cancellationToken);
        Groups = [.. found.GroupBy(centre => Departments.NameOf(Department ?? centre.Details.Departments[0])).OrderBy(group => group.Key, StringComparer.Create(French.Culture, true))];
    }
}

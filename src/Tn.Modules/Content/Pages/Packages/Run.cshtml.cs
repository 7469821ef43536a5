using Microsoft.AspNetCore.Mvc;
using Tn.Content.Packages;
using Tn.Content.Packages.Runs;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Packages;

/// <summary>An installation: how far it is, then what it did.</summary>
[Needs(Permission.ManageContent)]
internal sealed class RunModel(PackageQueries queries) : TnPageModel
{
    [FromRoute]
    public Guid Id { get; init; }

    public InstallationRun Run { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (IsAbsent(await queries.RunAsync(new InstallationRunId(Id), Act, cancellationToken), out var run, out var answer))
        {
            return answer;
        }

        Run = run;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Tn.Content.Packages;
using Tn.Content.Packages.Runs;
using Tn.Content.Packages.Upgrade;
using Tn.Content.Packages.Uploads;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Packages;

/// <summary>What an uploaded package would change, and the confirmation.</summary>
[Needs(Permission.ManageContent)]
internal sealed class PlanModel(PackageUploads uploads, PackageReader reader, PlanPackage planner, StartInstallation start) : TnPageModel
{
    public const int Size = 50;

    [FromRoute]
    public Guid Id { get; init; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public PackageContents Package { get; private set; } = null!;

    /// <summary>Null when the package is refused.</summary>
    public PackagePlan? Plan { get; private set; }

    /// <summary>A page of the plan, what asks for attention first.</summary>
    public IEnumerable<PlanLine> Shown => Plan!.Work
        .OrderBy(line => line.Kind switch { PlanKind.Conflict => 0, PlanKind.Removed => 1, _ => 2 }).ThenBy(line => line.Path, StringComparer.Ordinal)
        .Skip((Number - 1) * Size).Take(Size);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (IsAbsent(uploads.Find(Id, Act), out var path, out var answer))
        {
            return answer;
        }

        Number = Math.Clamp(Number, 1, 10_000);
        Package = await reader.ReadAsync(path, cancellationToken);
        if (Package.IsValid)
        {
            var outcome = await planner.PlanAsync(Package, Act, cancellationToken);
            if (outcome.IsRefused(out var refusal))
            {
                Explain(refusal);
            }
            else
            {
                Plan = outcome.Value;
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (IsAbsent(uploads.Find(Id, Act), out var path, out var answer))
        {
            return answer;
        }

        Package = await reader.ReadAsync(path, cancellationToken);
        if (Package.Manifest is not { } manifest || !Package.IsValid)
        {
            return await OnGetAsync(cancellationToken);
        }

        var outcome = await start.StartAsync(path, manifest, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            Explain(refusal);
            return await OnGetAsync(cancellationToken);
        }

        uploads.Drop(Id);
        return Redirect($"/admin/paquets/installations/{outcome.Value}");
    }
}

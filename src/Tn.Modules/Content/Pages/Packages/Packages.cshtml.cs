using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Packages;
using Tn.Content.Packages.Conflicts;
using Tn.Content.Packages.Export;
using Tn.Content.Packages.Runs;
using Tn.Content.Packages.Uninstall;
using Tn.Content.Packages.Uploads;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Packages;

/// <summary>The desk of packages: what is installed, what waits for a decision, and the way in and out.</summary>
[Needs(Permission.ManageContent)]
[RequestSizeLimit(PackageUploads.MaximumBytes + (64 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = PackageUploads.MaximumBytes + (64 * 1024))]
internal sealed class PackagesModel(PackageQueries queries, PackageUploads uploads, UninstallPackage uninstall, ExportPackage export) : TnPageModel
{
    public const int Size = 50;
    private const int RunsShown = 10;

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<InstalledPackage> Installed { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int Total { get; private set; }

    /// <summary>The last installations from here.</summary>
    public IReadOnlyList<InstallationRun> Runs { get; private set; } = [];

    public IReadOnlyList<PackageConflict> Conflicts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        var packages = await queries.PackagesAsync(Number, Size, Act, cancellationToken);
        var runs = await queries.LastRunsAsync(RunsShown, Act, cancellationToken);
        var conflicts = await queries.OpenConflictsAsync(Act, cancellationToken);
        if ((packages.Refusal ?? runs.Refusal ?? conflicts.Refusal) is { } refusal)
        {
            return Denied(refusal);
        }

        (Installed, Total) = packages.Value;
        Runs = runs.Value;
        Conflicts = conflicts.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostPlanAsync(IFormFile? archive, CancellationToken cancellationToken)
    {
        if (archive is null || archive.Length == 0)
        {
            return await AgainAsync(new Refusal("packages.upload-missing"), cancellationToken);
        }

        if (archive.Length > PackageUploads.MaximumBytes)
        {
            return await AgainAsync(new Refusal("packages.upload-too-big").With("size", $"{PackageUploads.MaximumBytes / 1024 / 1024}"), cancellationToken);
        }

        await using var stream = archive.OpenReadStream();
        var outcome = await uploads.KeepAsync(stream, Act, cancellationToken);
        return outcome.IsRefused(out var refusal) ? Denied(refusal) : Redirect($"/admin/paquets/plan/{outcome.Value:D}");
    }

    public async Task<IActionResult> OnPostUninstallAsync([FromForm] string? package, CancellationToken cancellationToken)
    {
        var outcome = await uninstall.UninstallAsync(package ?? string.Empty, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        Confirm($"Le paquet est désinstallé : {T.Count(outcome.Value, "document retiré", "documents retirés")} du site.");
        return Redirect("/admin/paquets");
    }

    public async Task<IActionResult> OnPostExportAsync([FromForm] string? package, CancellationToken cancellationToken)
    {
        var outcome = await export.ExportAsync(new ExportWish(package), Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        using var zip = new MemoryStream();
        ExportPackage.Zip(outcome.Value, zip);
        return File(zip.ToArray(), "application/zip", $"{outcome.Value.Manifest.Id}-{outcome.Value.Manifest.Version}.zip");
    }

    private Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        Explain(refusal);
        return OnGetAsync(cancellationToken);
    }
}

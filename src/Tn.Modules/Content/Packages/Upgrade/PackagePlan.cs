using Tn.Content.Packages.Medias;

namespace Tn.Content.Packages.Upgrade;

/// <summary>What an installation will do with one document.</summary>
internal enum PlanKind
{
    /// <summary>Nouveau.</summary>
    New,

    /// <summary>Modifié par le paquet, intact ici.</summary>
    Changed,

    /// <summary>Modifié ici et par le paquet.</summary>
    Conflict,

    /// <summary>N’est plus dans le paquet.</summary>
    Removed,

    /// <summary>De nouveau proposé après une désinstallation.</summary>
    Restored,

    Unchanged,
}

/// <param name="Path">In the package; of a removed document, its former one.</param>
/// <param name="LatestVersionId">The version here that the plan was made over; null for what is new.</param>
/// <param name="IsNews">False for a conflict that already waits for somebody's decision.</param>
internal sealed record PlanLine(PlanKind Kind, string ItemId, string ContentType, string Path, string Title, string? LatestVersionId, PackagedDocument? Document, bool IsNews = true);

/// <param name="Kind"><see cref="PlanKind.New"/> or <see cref="PlanKind.Changed"/>.</param>
internal sealed record MediaLine(PlanKind Kind, PackageMedia Media);

/// <summary>What installing a package would do, before anything is done.</summary>
/// <param name="InstalledVersion">Null when the package was never installed, or was uninstalled.</param>
/// <param name="Medias">Pictures and files that are new here, or other than before under the same path.</param>
internal sealed record PackagePlan(PackageManifest Manifest, string? InstalledVersion, IReadOnlyList<PlanLine> Lines, IReadOnlyList<MediaLine> Medias)
{
    public int Count(PlanKind kind) => Lines.Count(line => line.Kind == kind);

    /// <summary>What will be written.</summary>
    public IEnumerable<PlanLine> Work => Lines.Where(line => line.Kind != PlanKind.Unchanged && line.IsNews);
}

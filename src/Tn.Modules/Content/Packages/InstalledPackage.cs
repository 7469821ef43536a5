namespace Tn.Content.Packages;

/// <summary>Where an installation stands. Names are kept in the database: never rename one.</summary>
internal enum PackageState
{
    /// <summary>En cours, ou interrompue : installing again goes on where it stopped.</summary>
    Installing,

    /// <summary>Installé.</summary>
    Installed,

    /// <summary>Désinstallé : archived, kept for those whose records point at it.</summary>
    Uninstalled,
}

/// <summary>A package that is or was installed here.</summary>
internal sealed class InstalledPackage
{
    private InstalledPackage()
    {
    }

    public string PackageId { get; private init; } = string.Empty;

    public PackageManifest Manifest { get; private set; } = null!;

    public PackageState State { get; private set; }

    public DateTimeOffset ChangedUtc { get; private set; }

    public string ChangedBy { get; private set; } = string.Empty;

    /// <summary>Documents done of the installation under way.</summary>
    public int Done { get; private set; }

    public int Total { get; private set; }

    /// <summary>The row of a package never seen before.</summary>
    public static InstalledPackage New(string packageId) => new() { PackageId = packageId };

    /// <summary>An installation begins, or begins again after an interruption.</summary>
    public void Begin(PackageManifest manifest, int total, ActContext act)
    {
        Manifest = manifest;
        Total = total;
        Done = 0;
        Move(PackageState.Installing, act);
    }

    /// <summary>So many more documents are in.</summary>
    public void Advance(int documents) => Done += documents;

    public void Finish(ActContext act)
    {
        Done = Total;
        Move(PackageState.Installed, act);
    }

    public void Uninstall(ActContext act) => Move(PackageState.Uninstalled, act);

    private void Move(PackageState state, ActContext act)
    {
        State = state;
        ChangedUtc = act.At;
        ChangedBy = act.ActorName;
    }
}

/// <summary>A document that a package brought: what a later version of the package is compared with.</summary>
internal sealed class InstalledDocument
{
    private InstalledDocument()
    {
    }

    public string ItemId { get; private init; } = string.Empty;

    public string PackageId { get; private init; } = string.Empty;

    public string Path { get; private set; } = string.Empty;

    public string ContentType { get; private init; } = string.Empty;

    /// <summary>Content hash as last taken from the package: a different hash of the latest version is a local edit.</summary>
    public string SourceHash { get; private set; } = string.Empty;

    /// <summary>Content hash of a package's text that somebody looked at and turned down; null when nobody did.</summary>
    public string? DeclinedHash { get; private set; }

    /// <summary>False when a later version of the package no longer has it.</summary>
    public bool IsInPackage { get; private set; }

    public static InstalledDocument New(PackagedDocument document, string packageId) => new()
    {
        ItemId = document.ItemId,
        PackageId = packageId,
        ContentType = document.ContentType,
        Path = document.Path,
        SourceHash = document.Hash,
        IsInPackage = true,
    };

    /// <summary>The package's text is now ours.</summary>
    public void Take(string path, string hash)
    {
        Path = path;
        SourceHash = hash;
        IsInPackage = true;
    }

    /// <summary>The package's text is not wanted; the same text will not be offered again.</summary>
    public void Decline(string hash) => DeclinedHash = hash;

    public void Leave() => IsInPackage = false;
}

using Tn.Platform.Data;

namespace Tn.Content.Packages.Conflicts;

/// <summary>A conflict's identity.</summary>
internal readonly record struct ConflictId(Guid Value) : IGuidId<ConflictId>
{
    public static ConflictId From(Guid value) => new(value);

    public static ConflictId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}

/// <summary>What was decided. Names are kept in the database: never rename one.</summary>
internal enum ConflictChoice
{
    /// <summary>Le texte d’ici est gardé.</summary>
    KeepLocal,

    /// <summary>Le texte du paquet est pris.</summary>
    TakePackage,

    /// <summary>Les deux sont réunis.</summary>
    Merge,

    /// <summary>Une version plus récente du paquet a remplacé la question.</summary>
    Superseded,
}

/// <summary>A document changed both here and in its package: both texts are kept, and a person decides.</summary>
internal sealed class PackageConflict : IRevisioned
{
    private PackageConflict()
    {
    }

    public ConflictId Id { get; private init; }

    public string ItemId { get; private init; } = string.Empty;

    /// <summary>The item's id while nobody has decided, else null: a plain unique index then forbids two.</summary>
    public string? OpenKey { get; private set; }

    public string PackageId { get; private init; } = string.Empty;

    public string PackageVersion { get; private init; } = string.Empty;

    public string Path { get; private init; } = string.Empty;

    public string Title { get; private init; } = string.Empty;

    /// <summary>The package's text, a version beside the latest.</summary>
    public string IncomingVersionId { get; private init; } = string.Empty;

    public string IncomingHash { get; private init; } = string.Empty;

    public DateTimeOffset FoundUtc { get; private init; }

    public ConflictChoice? Choice { get; private set; }

    public DateTimeOffset? SettledUtc { get; private set; }

    public string? SettledBy { get; private set; }

    public int Revision { get; set; }

    public static PackageConflict Of(PackagedDocument document, Documents.ContentVersion incoming, PackageManifest manifest, string title, ActContext act) => new()
    {
        Id = ConflictId.New(act.At),
        ItemId = document.ItemId,
        OpenKey = document.ItemId,
        PackageId = manifest.Id,
        PackageVersion = manifest.Version,
        Path = document.Path,
        Title = title,
        IncomingVersionId = incoming.VersionId,
        IncomingHash = document.Hash,
        FoundUtc = act.At,
    };

    /// <summary>Decides, once.</summary>
    public void Settle(ConflictChoice choice, ActContext act)
    {
        if (OpenKey is null)
        {
            throw new InvalidOperationException($"{Id} is settled already.");
        }

        OpenKey = null;
        Choice = choice;
        SettledUtc = act.At;
        SettledBy = act.ActorName;
    }
}

using Tn.Content.Packages.Files;
using Tn.Content.Packages.Medias;
using Tn.Content.Rendering;

namespace Tn.Content.Packages;

/// <summary>What <c>package.yml</c> says.</summary>
internal sealed record PackageManifest(string Id, string Version, string Title, string Licence, IReadOnlyList<string> Authors, string? Axis, string? Description = null);

/// <summary>
/// A document of a package, checked. Its text is not kept: a thousand courses must not fill the memory
/// (<see cref="DocumentReader"/> reads it again when it is installed).
/// </summary>
/// <param name="Hash">Of its content.</param>
/// <param name="QuestionIds">Of the questions that stand in it.</param>
internal sealed record PackagedDocument(
    string ItemId,
    DocumentPlace Place,
    string Title,
    string Hash,
    string? ContainerId,
    int Minutes,
    int Lessons,
    IReadOnlyList<string> QuestionIds)
{
    public string Path => Place.Path;

    public string ContentType => Place.ContentType;

    public int Order => Place.Order;
}

/// <summary>A package as read: whole when no finding is an error.</summary>
/// <param name="Manifest">Null when it could not be read.</param>
/// <param name="Files">Null when it could not be opened.</param>
internal sealed record PackageContents(PackageManifest? Manifest, PackageFiles? Files, IReadOnlyList<PackagedDocument> Documents, IReadOnlyList<Finding> Findings)
{
    /// <summary>Its pictures and documents to download.</summary>
    public PackageMedias Medias { get; init; } = PackageMedias.None;

    public bool IsValid => Manifest is not null && Findings.All(finding => finding.Severity != Severity.Error);

    /// <summary>Questions in lessons and banks.</summary>
    public int Questions => Documents.Sum(document => document.QuestionIds.Count);
}

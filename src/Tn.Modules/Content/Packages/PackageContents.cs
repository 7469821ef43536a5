using Tn.Content.Documents;
using Tn.Content.Rendering;

namespace Tn.Content.Packages;

/// <summary>What <c>package.yml</c> says.</summary>
internal sealed record PackageManifest(string Id, string Version, string Title, string Licence, IReadOnlyList<string> Authors, string? Axis);

/// <summary>A document of a package, rendered and checked.</summary>
/// <param name="Path">In the package.</param>
internal sealed record PackagedDocument(string ItemId, string Path, DraftContent Content);

/// <summary>A package as read: whole when no finding is an error.</summary>
/// <param name="Manifest">Null when it could not be read.</param>
internal sealed record PackageContents(PackageManifest? Manifest, IReadOnlyList<PackagedDocument> Documents, IReadOnlyList<Finding> Findings)
{
    public bool IsValid => Manifest is not null && Findings.All(finding => finding.Severity != Severity.Error);

    public int Count(string contentType) => Documents.Count(document => document.Content.ContentType == contentType);

    /// <summary>Questions in lessons and banks.</summary>
    public int Questions => Documents.Sum(document => document.Content.Rendered.Questions.Count());
}

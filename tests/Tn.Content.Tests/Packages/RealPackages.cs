using System.Runtime.CompilerServices;
using Tn.Content.Rendering;

namespace Tn.Content.Tests.Packages;

/// <summary>The packages shipped in <c>content/</c> are whole.</summary>
public sealed class RealPackages
{
    public static TheoryData<string> Folders()
    {
        var root = Environment.GetEnvironmentVariable("TN_CONTENT") ?? Path.Combine(Root(), "content");
        return Directory.Exists(root) ? [.. Directory.GetDirectories(root).Order(StringComparer.Ordinal)] : [string.Empty];
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task A_shipped_package_has_no_error(string folder)
    {
        if (folder.Length == 0)
        {
            return;
        }

        await using var site = await ContentSite.OpenAsync();
        var package = await site.Reader.ReadAsync(folder, default);
        Assert.Empty(package.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.ToString()));
        Assert.True(package.IsValid);
    }

    internal static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));
}

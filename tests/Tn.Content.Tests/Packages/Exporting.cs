using Tn.Content.Packages.Export;
using Tn.Content.Packages.Files;
using Tn.Content.Rendering;

namespace Tn.Content.Tests.Packages;

public sealed class Exporting
{
    [Theory]
    [MemberData(nameof(RealPackages.Folders), MemberType = typeof(RealPackages))]
    public async Task A_shipped_package_exported_installed_elsewhere_and_exported_again_is_the_same_bytes(string folder)
    {
        if (folder.Length == 0)
        {
            return;
        }

        await using var site = await ContentSite.OpenAsync();
        var package = await site.Reader.ReadAsync(folder, default);
        await site.InstallAsync(package);
        var first = await ExportAsync(site, new ExportWish(package.Manifest!.Id));

        await using var elsewhere = await ContentSite.OpenAsync();
        var read = await elsewhere.Reader.ReadAsync(new PackageFiles(first.Files), default);
        Assert.Empty(read.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.ToString()));
        Assert.Equal(package.Documents.Select(document => (document.ItemId, document.Hash)), read.Documents.Select(document => (document.ItemId, document.Hash)));
        await elsewhere.InstallAsync(read);
        var second = await ExportAsync(elsewhere, new ExportWish(package.Manifest.Id));

        Assert.Equal(first.Files, second.Files);
        // What was exported here is what is here.
        Assert.Equal(package.Documents.Count, (await site.InstallAsync(read)).Unchanged);
    }

    [Fact]
    public async Task A_course_alone_and_everything_are_whole_packages()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        foreach (var (wish, documents) in new[] { (new ExportWish(Course: "cours"), 3), (new ExportWish(), 7) })
        {
            var exported = await ExportAsync(site, wish);
            var read = await site.Reader.ReadAsync(new PackageFiles(exported.Files), default);
            Assert.Empty(read.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.ToString()));
            Assert.Equal(documents, read.Documents.Count);
        }
    }

    [Fact]
    public async Task A_zip_is_the_same_file_each_time()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        ExportPackage.Zip(await ExportAsync(site, new ExportWish("tn.essai")), first);
        ExportPackage.Zip(await ExportAsync(site, new ExportWish("tn.essai")), second);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    private static async Task<ExportedPackage> ExportAsync(ContentSite site, ExportWish wish) =>
        await site.AskAsync<ExportPackage, ExportedPackage>(async act => (await act.ExportAsync(wish, Cast.Programme, default)).Value);
}

using System.IO.Compression;
using System.Text;
using Tn.Content.Packages.Files;
using Tn.Content.Rendering;

namespace Tn.Content.Tests.Packages;

public sealed class HostilePackages
{
    private const string Signs = " -:&*[]{}\n#'\"!|>%@`a1~=/$";

    [Theory]
    [InlineData("../dehors.md")]
    [InlineData("..\\..\\dehors.md")]
    [InlineData("cours\\01-a.md")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/windows/x.md")]
    [InlineData("c:x.md")]
    [InlineData("cours/../../x.md")]
    [InlineData("cours//x.md")]
    [InlineData("./x.md")]
    [InlineData("a/b/c/d/e/f/g.md")]
    [InlineData("fichier.md:flux")]
    [InlineData("nom.")]
    [InlineData("nom\u0000.md")]
    [InlineData("nom\n.md")]
    public void A_path_that_escapes_is_refused(string path) =>
        Assert.NotEmpty(APackage.Refusals(Zip((path, "x"))));

    [Fact]
    public void An_honest_zip_is_read() => Assert.Empty(APackage.Refusals(APackage.Whole().Zip()));

    [Fact]
    public void Names_that_differ_only_by_case_are_refused() =>
        Assert.NotEmpty(APackage.Refusals(Zip(("pages/a.md", "x"), ("pages/A.md", "y"))));

    [Fact]
    public void The_same_name_twice_is_refused() =>
        Assert.NotEmpty(APackage.Refusals(Zip(("pages/a.md", "x"), ("pages/a.md", "y"))));

    [Fact]
    public void A_bomb_is_refused_by_its_ratio()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("package.yml", CompressionLevel.SmallestSize).Open();
            entry.Write(new byte[1_500_000]);
        }

        stream.Position = 0;
        Assert.Contains("piégée", Assert.Single(APackage.Refusals(stream)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_too_large_and_files_too_many_are_refused()
    {
        Assert.NotEmpty(APackage.Refusals(Zip(("a.md", new string('é', PackageLimits.FileBytes)))));
        Assert.NotEmpty(APackage.Refusals(Zip([.. Enumerable.Range(0, PackageLimits.Entries + 1).Select(number => ($"pages/p{number}.md", "x"))])));
    }

    [Fact]
    public void A_symbolic_link_is_refused_in_a_zip_and_in_a_folder()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("lien.md").ExternalAttributes = unchecked((int)0xA1FF0000);
        }

        stream.Position = 0;
        Assert.Contains("symboliques", Assert.Single(APackage.Refusals(stream)).Message, StringComparison.Ordinal);

        var folder = Directory.CreateTempSubdirectory("tn-lien-");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "package.yml"), "/etc/hostname");
        var findings = new Findings("dossier");
        Assert.Null(PackageSource.Open(folder.FullName, findings));
        Assert.Contains("symboliques", Assert.Single(findings.All).Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void What_is_no_zip_is_said_so()
    {
        Assert.NotEmpty(APackage.Refusals(new MemoryStream(Encoding.UTF8.GetBytes("pas un zip"))));
        Assert.NotEmpty(APackage.Refusals(new MemoryStream()));
        var cut = APackage.Whole().Zip().ToArray();
        Assert.NotEmpty(APackage.Refusals(new MemoryStream(cut[..(cut.Length / 2)])));
    }

    [Theory]
    [InlineData("a: &a [x]\nb: *a\n")]
    [InlineData("a: &a [l, l]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n")]
    [InlineData("a: !!python/object x\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("- une\n- liste\n")]
    [InlineData("a: [[[[[[[[[[1]]]]]]]]]]\n")]
    [InlineData("a: {b: {c: {d: {e: {f: {g: {h: 1}}}}}}}\n")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("a: \"pas fermé\n")]
    [InlineData("a: 'x\n  : y: z\n")]
    [InlineData("? [complexe]\n: x\n")]
    [InlineData("{")]
    [InlineData("a: *inconnu\n")]
    [InlineData("%YAML 9.9\n---\na: 1\n")]
    [InlineData("texte seul")]
    public void Hostile_yaml_is_refused_with_its_line(string yaml)
    {
        var findings = new Findings("package.yml");
        Assert.Null(SafeYaml.Read(yaml, findings));
        Assert.True(Assert.Single(findings.All).Line > 0);
    }

    [Fact]
    public void Huge_yaml_is_refused() => Assert.Null(SafeYaml.Read("a: " + new string('x', 70_000), new Findings("f")));

    [Fact]
    public async Task Wrong_encodings_name_the_file_and_the_line()
    {
        await using var site = await ContentSite.OpenAsync();
        var lesson = APackage.Lesson("Première", "Voilà l’été.");
        var latin = await APackage.Whole().With("cours/01-premiere.md", Encoding.Latin1.GetBytes(lesson)).ReadAsync(site.Reader);
        var utf16 = await APackage.Whole().With("cours/01-premiere.md", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(lesson)).ToArray()).ReadAsync(site.Reader);
        var nul = await APackage.Whole().With("cours/01-premiere.md", lesson.Replace("l’été", "l\0")).ReadAsync(site.Reader);
        var mark = await APackage.Whole().With("cours/01-premiere.md", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(lesson)).ToArray()).ReadAsync(site.Reader);

        Assert.Equal(("cours/01-premiere.md", 2), (FirstError(latin).File, FirstError(latin).Line));
        Assert.Contains("UTF-16", FirstError(utf16).Message, StringComparison.Ordinal);
        Assert.Contains("caractère nul", FirstError(nul).Message, StringComparison.Ordinal);
        Assert.True(mark.IsValid);
        Assert.Contains(mark.Findings, finding => finding.Message.Contains("BOM", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("package.yml", "id: TN Essai\nversion: 1\ntitle: x\nlanguage: fr\nlicence: x\nauthors: [a]\n", 1)]
    [InlineData("package.yml", "id: tn.x\nversion: 1.0.0\ntitle: x\nlanguage: en\nlicence: x\nauthors: [a]\n", 4)]
    [InlineData("package.yml", "id: tn.x\nversion: 1.0.0\ntitle: x\nlanguage: fr\nlicence: x\nauthors: [a]\naxis: rien\n", 7)]
    [InlineData("package.yml", "id: tn.x\nversion: 1.0.0\ntitle: x\nlanguage: fr\nlicence: x\nauthors: [a]\nengine: 9.0.0\n", 7)]
    [InlineData("cours/course.yml", "title: x\naudience: personne\nlevel: pratique\naxis: donnees\n", 2)]
    [InlineData("cours/01-premiere.md", "---\ntitle: x\nminutes: beaucoup\n---\ntexte\n", 3)]
    [InlineData("cours/01-premiere.md", "---\ntitle: x\nminutes: 5\nreviewBy: demain\n---\ntexte\n", 4)]
    [InlineData("cours/01-premiere.md", "---\ntitle: x\nminutes: 5\n---\n", 4)]
    [InlineData("cours/01-premiere.md", "sans en-tête\n", 1)]
    [InlineData("cours/01-premiere.md", "---\ntitle: x\nminutes: 5\nsources:\n  - title: a\n    url: http://x\n---\ntexte\n", 6)]
    [InlineData("cours/01-premiere.md", "---\ntitle: x\nminutes: 5\nobjectives:\n  - un: deux\n---\ntexte\n", 5)]
    [InlineData("cours/01-premiere.md", "---\ntitle: x\nminutes: 5\n---\n\n```gift\n::q:: Sans réponses\n```\n", 7)]
    [InlineData("charters/consultant.md", "---\ntitle: x\naudience: consultant\n---\ntexte\n", 2)]
    [InlineData("materials/fiche.md", "---\ntitle: x\nkind: film\nlicence: x\n---\ntexte\n", 3)]
    public async Task A_mistake_names_file_and_line(string path, string text, int line)
    {
        await using var site = await ContentSite.OpenAsync();
        var package = await APackage.Whole().With(path, text).ReadAsync(site.Reader);
        Assert.False(package.IsValid);
        Assert.Contains(package.Findings, finding => finding.Severity == Severity.Error && finding.File == path && finding.Line == line);
    }

    [Theory]
    [InlineData("package.yml")]
    [InlineData("cours/course.yml")]
    public async Task A_missing_file_is_refused(string path)
    {
        await using var site = await ContentSite.OpenAsync();
        Assert.False((await APackage.Whole().Without(path).ReadAsync(site.Reader)).IsValid);
    }

    [Fact]
    public async Task The_same_question_twice_in_a_package_is_refused()
    {
        await using var site = await ContentSite.OpenAsync();
        var package = await APackage.Whole().With("cours/03-encore.md", APackage.Lesson("Première", "Texte.")).ReadAsync(site.Reader);
        Assert.Contains("prem-q1", FirstError(package).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_of_ten_megabytes_is_refused()
    {
        await using var site = await ContentSite.OpenAsync();
        var package = await APackage.Whole().With("cours/01-premiere.md", APackage.Lesson("Première", new string('a', 10_000_000))).ReadAsync(site.Reader);
        Assert.Contains("128 ko", FirstError(package).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_bytes_never_throw()
    {
        await using var site = await ContentSite.OpenAsync();
        var dice = new Random(20261123);
        foreach (var path in new[] { "package.yml", "cours/course.yml", "cours/01-premiere.md", "banks/certification.gift" })
        {
            for (var round = 0; round < 20; round++)
            {
                var bytes = new byte[dice.Next(1, 400)];
                dice.NextBytes(bytes);
                Array.ForEach(Enumerable.Range(0, bytes.Length).Where(_ => round % 2 == 0).ToArray(), at => bytes[at] = (byte)Signs[bytes[at] % Signs.Length]);
                Assert.False((await APackage.Whole().With(path, bytes).ReadAsync(site.Reader)).IsValid && path == "package.yml");
            }
        }
    }

    private static Finding FirstError(Tn.Content.Packages.PackageContents package) => package.Findings.First(finding => finding.Severity == Severity.Error);

    private static MemoryStream Zip(params (string Path, string Text)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        stream.Position = 0;
        return stream;
    }
}

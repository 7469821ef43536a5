using System.IO.Compression;
using System.Text;
using Tn.Testing;

namespace Tn.Web.Tests.BadInput;

/// <summary>Files from elsewhere, given to the built program: it never says yes, and says in French which file and which line.</summary>
public sealed class BadFilesTests : IDisposable
{
    private const string Manifest = "id: tn.essai\nversion: 1.0.0\ntitle: Essai\nlanguage: fr\nlicence: Licence Ouverte 2.0\nauthors: [Équipe]\naxis: donnees\nengine: 1.0.0\n";
    private const string Page = "---\ntitle: Une page\nsummary: Résumé.\nreviewBy: 2027-11-30\n---\n\n## Quoi\n\nTexte.\n";

    private readonly string folder = Directory.CreateTempSubdirectory("tn-files-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_honest_package_passes_in_a_folder_and_in_a_zip()
    {
        Write("package.yml", Manifest);
        Write("pages/une-page.md", Page);

        Assert.Equal(0, (await ChildSite.RunVerbAsync("packages", "validate", folder)).ExitCode);
        Assert.Equal(0, (await ChildSite.RunVerbAsync("packages", "validate", Zip(("package.yml", Manifest), ("pages/une-page.md", Page)))).ExitCode);
    }

    [Theory]
    [InlineData("..\\ailleurs.md", "barre oblique inverse")]
    [InlineData("../ailleurs.md", "sort de son dossier")]
    [InlineData("/etc/passwd", "absolu")]
    [InlineData("C:/ailleurs.md", "absolu")]
    public async Task A_zip_that_writes_elsewhere_is_refused(string path, string reason) =>
        await RefusedAsync(["packages", "validate", Zip(("package.yml", Manifest), (path, Page))], path, reason);

    [Fact]
    public async Task A_file_that_is_no_zip_or_is_not_there_is_refused()
    {
        await RefusedAsync(["packages", "validate", Write("faux.zip", "ceci n’est pas une archive")], "archive zip");
        await RefusedAsync(["packages", "validate", Path.Combine(folder, "absent")], "n’existe pas");
        await RefusedAsync(["questions", "check", Path.Combine(folder, "absent.gift")], "n’existe pas");
    }

    [Fact]
    public async Task A_yaml_bomb_is_refused_with_its_line()
    {
        Write("package.yml", Manifest + "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
        await RefusedAsync(["packages", "validate", folder], "package.yml:9");
    }

    [Fact]
    public async Task A_manifest_that_is_no_yaml_is_refused_with_its_line()
    {
        Write("package.yml", "id: tn.essai\nversion: [1.0\ntitle: {\n");
        await RefusedAsync(["packages", "validate", folder], "package.yml:");
    }

    [Fact]
    public async Task Wrong_encodings_are_refused_with_file_and_line()
    {
        Write("package.yml", Manifest);
        Write("pages/latin.md", Encoding.Latin1.GetBytes(Page));
        Write("pages/large.md", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Page)]);
        await RefusedAsync(["packages", "validate", folder], "pages/latin.md:3", "UTF-8", "pages/large.md:1", "UTF-16");
        // Question files come from everywhere: theirs are read as Windows-1252, and said so.
        var (code, output) = await ChildSite.RunVerbAsync("questions", "check", Write("latin.gift", Encoding.Latin1.GetBytes("// titre\n::été:: Quand ?{=Là ~Ici}\n")));
        Assert.True(code == 0 && output.Contains("Windows-1252", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task A_lesson_of_ten_megabytes_is_refused()
    {
        Write("package.yml", Manifest);
        Write("cours/01-longue.md", new string('a', 10 * 1024 * 1024));
        await RefusedAsync(["packages", "validate", folder], "cours/01-longue.md", "2 Mo");
        await RefusedAsync(["questions", "check", Path.Combine(folder, "cours", "01-longue.md")], "5 Mo");
    }

    [Theory]
    [InlineData("::a:: Deux ? {=deux ~trois\n\n::b:: Suite {T}\n", "banque.gift:1")]
    [InlineData("::a:: Deux ? {=deux ~trois}\n\n::b:: Sans bonne réponse ? {~un ~deux}\n", "banque.gift:3")]
    [InlineData("\0\u0001{{{}}}~=#", "banque.gift:1")]
    public async Task A_broken_bank_is_refused_with_file_and_line(string text, string where) =>
        await RefusedAsync(["questions", "check", Write("banque.gift", text)], where);

    [Fact]
    public async Task An_unknown_format_is_refused() =>
        await RefusedAsync(["questions", "check", Write("banque.gift", "::a:: ? {T}"), "--format", "docx"], "docx", "n’est pas pris en charge");

    private static async Task RefusedAsync(string[] verb, params string[] said)
    {
        var (code, output) = await ChildSite.RunVerbAsync(verb);
        Assert.True(code != 0, $"Accepted: {output}");
        Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.All(said, words => Assert.Contains(words, output, StringComparison.Ordinal));
    }

    private string Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    private string Write(string path, byte[] bytes)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    private string Zip(params (string Path, string Text)[] entries)
    {
        var file = Path.Combine(folder, "paquet.zip");
        using var zip = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        foreach (var (path, text) in entries)
        {
            using var content = new StreamWriter(zip.CreateEntry(path).Open());
            content.Write(text);
        }

        return file;
    }
}

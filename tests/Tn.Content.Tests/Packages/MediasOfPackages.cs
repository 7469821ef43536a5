using System.Text;
using Microsoft.EntityFrameworkCore;
using Tn.Content.Lint;
using Tn.Content.Media;
using Tn.Content.Packages;
using Tn.Content.Packages.Export;
using Tn.Content.Packages.Files;
using Tn.Content.Packages.Uninstall;
using Tn.Content.Packages.Upgrade;
using Tn.Content.Rendering;
using Tn.Content.Tests.Media;

namespace Tn.Content.Tests.Packages;

/// <summary>Pictures and files that come in a package and go out with an export.</summary>
public sealed class MediasOfPackages
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><script>alert(1)</script><rect width=\"40\" height=\"20\" fill=\"#036\"/></svg>";
    private const string Listed = "author: A. Auteur\nfiles:\n  - file: ecran.png\n    alt: Un écran\n  - file: fond.svg\n    decorative: true\n    licence: CC BY 4.0\n  - file: couverture.svg\n    alt: Un fond bleu\n    licence: CC BY 4.0\n";
    private const string CourseFile = "cours/course.yml";
    private static readonly string Shown = APackage.Lesson("Première", "![](media/ecran.png)\n\n![Un fond](./media/fond.svg)\n\n```\n![](media/dans-du-code.png)\n```");

    [Fact]
    public async Task Its_images_are_in_the_library_with_their_words_and_shown_once_published()
    {
        await using var site = await ContentSite.OpenAsync();
        var report = await site.InstallAsync(Illustrated());
        Assert.Equal(4, report.Medias);

        var screen = await MediaAsync(site, "ecran.png");
        Assert.Equal(("Un écran", "Licence Ouverte 2.0", "A. Auteur", "Paquets/tn.essai"), (screen.Alt, screen.Licence, screen.Credit, screen.Folder));
        Assert.Null(await site.AskAsync<Tn.Content.Media.Showing.MediaShelf, Tn.Content.Media.Showing.ShelfFile?>(shelf => shelf.FindAsync(screen.Id, null, screen.Name, Stranger, default)));
        await site.ApproveAllAsync();

        var edition = (await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)))!;
        Assert.Equal(("Un fond bleu", "A. Auteur · CC BY 4.0"), (edition.Cover!.Alt, edition.Cover.Caption));
        var body = (await site.AskAsync<ICourseCatalogue, LessonBody?>(catalogue => catalogue.FindLessonAsync(edition.Lessons[0].VersionId, default)))!;
        var html = string.Concat(body.Parts.OfType<TextPart>().Select(part => part.Html));
        Assert.Contains($"src=\"/medias/{screen.Id}/1/ecran.png\"", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"Un écran\"", html, StringComparison.Ordinal);
        Assert.Contains("media/dans-du-code.png", html, StringComparison.Ordinal);
        Assert.NotNull(await site.AskAsync<Tn.Content.Media.Showing.MediaShelf, Tn.Content.Media.Showing.ShelfFile?>(shelf => shelf.FindAsync(screen.Id, null, screen.Name, Stranger, default)));
    }

    [Fact]
    public async Task The_lint_does_not_ask_for_words_that_the_library_has()
    {
        await using var site = await ContentSite.OpenAsync();
        var package = await Illustrated().ReadAsync(site.Reader);
        Assert.Empty(package.Findings);
        await site.InstallAsync(package);
        var version = await site.LatestAsync("premiere");
        var findings = await site.AskAsync<DocumentLint, IReadOnlyDictionary<string, IReadOnlyList<Finding>>>(lint => lint.CheckAsync([version], default));
        Assert.DoesNotContain(findings[version.VersionId], finding => finding.Code == "image-alt");
    }

    [Fact]
    public async Task Exported_installed_elsewhere_and_exported_again_it_is_the_same_bytes()
    {
        await using var site = await ContentSite.OpenAsync();
        var package = await Illustrated().ReadAsync(site.Reader);
        await site.InstallAsync(package);
        var first = await ExportAsync(site, new ExportWish("tn.essai"));
        Assert.Equal(["cours/01-premiere.md", "cours/02-seconde.md", CourseFile, "cours/media/couverture.svg", "cours/media/ecran.png", "cours/media/fond.svg", "cours/media/media.yml", "materials/fiche.md", "materials/media/grille.pdf", "materials/media/media.yml", "package.yml"], first.Files.Keys);
        Assert.Contains("![](media/ecran.png)", Text(first, "cours/01-premiere.md"), StringComparison.Ordinal);
        Assert.Contains("cover: \"media/couverture.svg\"", Text(first, CourseFile), StringComparison.Ordinal);
        Assert.DoesNotContain("script", Text(first, "cours/media/fond.svg"), StringComparison.Ordinal);

        await using var elsewhere = await ContentSite.OpenAsync();
        var read = await elsewhere.Reader.ReadAsync(new PackageFiles(first.Files), default);
        Assert.Empty(read.Findings.Select(finding => finding.ToString()));
        Assert.Equal(package.Documents.Select(document => (document.ItemId, document.Hash)), read.Documents.Select(document => (document.ItemId, document.Hash)));
        await elsewhere.InstallAsync(read);
        var second = await ExportAsync(elsewhere, new ExportWish("tn.essai"));

        Assert.Equal(first.Files, second.Files);
        // What was exported here is what is here.
        var again = await site.InstallAsync(read);
        Assert.Equal((package.Documents.Count, 0), (again.Unchanged, again.Medias));
    }

    [Fact]
    public async Task A_course_exported_alone_carries_what_was_chosen_from_the_library()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(Illustrated());
        var pdf = await MediaAsync(site, "grille.pdf");
        var saved = await site.SaveAsync((await site.LatestAsync("seconde")).ItemId, site.People.Administrator, (Tn.Content.Types.Fields.Markdown.Name, $"## Début\n\n[La grille]({pdf.Url})\n"));
        Assert.True(saved.IsDone, saved.Refusal?.Code);
        var exported = await ExportAsync(site, new ExportWish(Course: "cours"));
        Assert.Contains("[La grille](media/grille.pdf)", Text(exported, "cours/02-seconde.md"), StringComparison.Ordinal);
        Assert.Equal(AFile.Pdf(), exported.Files["cours/media/grille.pdf"]);
    }

    [Fact]
    public async Task Another_picture_goes_through_the_committee_and_the_public_one_stays_meanwhile()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(Illustrated());
        await site.ApproveAllAsync();
        var before = await CoverAsync(site);

        var package = Illustrated().With("cours/media/couverture.svg", Svg.Replace("#036", "#630", StringComparison.Ordinal));
        var contents = await package.ReadAsync(site.Reader);
        var plan = await site.AskAsync<PlanPackage, PackagePlan>(async act => (await act.PlanAsync(contents, Cast.Programme, default)).Value);
        Assert.Equal((PlanKind.Changed, "cours/media/couverture.svg"), Assert.Single(plan.Medias.Select(line => (line.Kind, line.Media.Path))));
        Assert.Equal([CourseFile], plan.Work.Select(line => line.Path));
        await site.InstallAsync(contents);

        Assert.Equal(before, await CoverAsync(site));
        await site.ApproveAllAsync();
        Assert.NotEqual(before, await CoverAsync(site));
    }

    [Fact]
    public async Task The_words_of_a_media_are_read_by_the_committee_too()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(Illustrated());
        var contents = await Illustrated().With("cours/media/media.yml", Listed.Replace("Un écran", "Un autre écran", StringComparison.Ordinal)).ReadAsync(site.Reader);
        var plan = await site.AskAsync<PlanPackage, PackagePlan>(async act => (await act.PlanAsync(contents, Cast.Programme, default)).Value);
        Assert.Equal(["cours/01-premiere.md"], plan.Work.Select(line => line.Path));
    }

    [Fact]
    public async Task A_file_attached_to_a_material_is_listed_with_it()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(Illustrated());
        await site.ApproveAllAsync();
        var material = await site.LatestAsync("fiche");
        var files = await site.AskAsync<MediaQueries, IReadOnlyList<MediaItem>>(queries => queries.FilesOfAsync(material.VersionId, default));
        Assert.Equal(("grille.pdf", "La grille à imprimer"), Assert.Single(files.Select(file => (file.Name, file.Alt))));
    }

    [Fact]
    public async Task Uninstalling_keeps_what_a_learner_may_still_see()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(Illustrated());
        await site.ApproveAllAsync();
        await site.AskAsync<UninstallPackage, Outcome<int>>(act => act.UninstallAsync("tn.essai", Cast.Programme, default));
        Assert.NotNull(await MediaAsync(site, "ecran.png"));
        Assert.Equal((0, 4), (await site.InstallAsync(Illustrated()) is var report ? (report.Medias, report.Restored) : default));
    }

    [Fact]
    public async Task A_full_library_refuses_before_anything_is_written()
    {
        await using var site = await ContentSite.OpenAsync();
        site.Get<Microsoft.Extensions.Options.IOptions<MediaOptions>>().Value.TotalMegabytes = 0;
        var contents = await Illustrated().ReadAsync(site.Reader);
        var outcome = await site.AskAsync<Tn.Content.Packages.Install.InstallPackage, Outcome<Tn.Content.Packages.Install.InstallReport>>(act => act.InstallAsync(contents, site.People.Author, Cast.Programme, default));
        Assert.Equal("content.media-total-quota", outcome.Refusal?.Code);
        Assert.Equal(0, await site.ReadAsync(db => db.Set<Tn.Content.Documents.ContentVersion>().CountAsync()));
        Assert.Equal(0, await site.ReadAsync(db => db.Set<MediaItem>().CountAsync()));
    }

    [Theory]
    [InlineData("cours/media/media.yml", "files:\n  - file: absent.png\n    alt: Rien\n", "cours/media/media.yml", 2, "n’existe pas dans le paquet")]
    [InlineData("cours/media/media.yml", "files:\n  - file: ../../package.yml\n    alt: Rien\n", "cours/media/media.yml", 2, "n’existe pas dans le paquet")]
    [InlineData("cours/media/media.yml", "files:\n  - file: ecran.png\n    alt: Un\n  - file: ecran.png\n    alt: Deux\n", "cours/media/media.yml", 4, "deux fois")]
    [InlineData("cours/media/media.yml", "files:\n  - file: ecran.png\n", "cours/media/ecran.png", 0, "texte de remplacement")]
    [InlineData("cours/media/ecran.png", "pas une image", "cours/media/ecran.png", 0, "type accepté")]
    [InlineData("cours/media/neuf.pdf", "%PDF-1.4\n", "cours/media/neuf.pdf", 0, "n’est pas décrit")]
    [InlineData("cours/media/fond.svg", "<svg", "cours/media/fond.svg", 0, "SVG")]
    [InlineData(CourseFile, null, CourseFile, 14, "« cover »")]
    [InlineData("cours/01-premiere.md", null, "cours/01-premiere.md", 16, "media/absente.png")]
    [InlineData("cours/02-seconde.md", null, "cours/02-seconde.md", 16, "media/../course.yml")]
    public async Task What_is_wrong_is_said_with_its_file_and_line(string path, string? text, string file, int line, string words)
    {
        await using var site = await ContentSite.OpenAsync();
        var package = await Illustrated().With(path, text ?? path switch
        {
            CourseFile => Course("media/absente.svg"),
            "cours/01-premiere.md" => APackage.Lesson("Première", "![x](media/absente.png)"),
            _ => APackage.Lesson("Seconde", "![x](media/../course.yml)"),
        }).ReadAsync(site.Reader);
        Assert.False(package.IsValid);
        Assert.Contains(package.Findings, finding => (finding.File, finding.Line, finding.Severity) == (file, line, Severity.Error) && finding.Message.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cours\\media\\x.png")]
    [InlineData("cours/media/../../x.png")]
    [InlineData("cours/media/x.png:flux")]
    public void A_media_cannot_leave_its_folder(string path) =>
        Assert.NotEmpty(APackage.Refusals(Illustrated().With(path, AFile.Png()).Zip()));

    [Fact]
    public void A_media_too_large_is_refused_and_one_larger_than_a_text_is_not()
    {
        Assert.NotEmpty(APackage.Refusals(Illustrated().With("cours/media/gros.pdf", Noise(PackageLimits.MediaBytes + 1)).Zip()));
        Assert.Empty(APackage.Refusals(Illustrated().With("cours/media/gros.pdf", Noise(PackageLimits.FileBytes + 1)).Zip()));
        Assert.NotEmpty(APackage.Refusals(Illustrated().With("cours/gros.pdf", Noise(PackageLimits.FileBytes + 1)).Zip()));
    }

    private static readonly ActContext Stranger = ActContext.Anonymous(ContentSite.Now);

    private static APackage Illustrated() => APackage.Whole()
        .Without("banks/certification.gift").Without("charters/consultant.md").Without("pages/le-programme.md")
        .With(CourseFile, Course("media/couverture.svg"))
        .With("cours/01-premiere.md", Shown)
        .With("cours/media/ecran.png", AFile.Png())
        .With("cours/media/fond.svg", Svg)
        .With("cours/media/couverture.svg", Svg)
        .With("cours/media/media.yml", Listed)
        .With("materials/fiche.md", "---\ntitle: Une fiche\nsummary: Résumé.\nreviewBy: 2027-11-30\naxis: donnees\nkind: fiche\nminutes: 20\nlicence: Licence Ouverte 2.0\nobjectives: [Savoir]\nfiles: [media/grille.pdf]\n---\n\nTexte public.\n")
        .With("materials/media/grille.pdf", AFile.Pdf())
        .With("materials/media/media.yml", "files:\n  - file: grille.pdf\n    alt: La grille à imprimer\n");

    private static string Course(string cover) =>
        $"title: Un cours\nsummary: Court.\nobjectives:\n  - Savoir\naudience: tous\nlevel: pratique\nminutes: 20\naxis: donnees\nprerequisites: []\nreviewBy: 2027-11-30\ncompletion:\n  lessons: all\n  minimumScore: 70\ncover: {cover}\n";

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static string Text(ExportedPackage package, string path) => Encoding.UTF8.GetString(package.Files[path]);

    private static Task<MediaItem> MediaAsync(ContentSite site, string name) => site.ReadAsync(db => db.Set<MediaItem>().AsNoTracking().SingleAsync(row => row.Name == name));

    private static async Task<string> CoverAsync(ContentSite site) =>
        (await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)))!.Cover!.Url;

    private static Task<ExportedPackage> ExportAsync(ContentSite site, ExportWish wish) =>
        site.AskAsync<ExportPackage, ExportedPackage>(async act => (await act.ExportAsync(wish, Cast.Programme, default)).Value);
}

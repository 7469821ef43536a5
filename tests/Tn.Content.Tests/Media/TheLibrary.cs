using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Media;
using Tn.Content.Media.Keep;
using Tn.Content.Media.Showing;
using Tn.Content.Review;
using Tn.Content.Review.Submit;

namespace Tn.Content.Tests.Media;

public sealed class TheLibrary
{
    private static readonly MediaDescription Said = new("Un schéma à deux couleurs", false, "CC BY 4.0", "A. Auteur");

    [Fact]
    public async Task An_image_is_private_until_a_published_lesson_uses_it_and_public_from_then_on()
    {
        await using var site = await PublishedCourseAsync();
        var media = await UploadAsync(site, AFile.Jpeg(700, 350), "Photo du marché.jpg");
        Assert.Null(await FindAsync(site, media.Id, Stranger));
        Assert.NotNull(await FindAsync(site, media.Id, Cast.As(site.People.Author)));
        Assert.NotNull(await FindAsync(site, media.Id, Cast.As(site.People.Committee[0])));

        await DescribeAsync(site, media, Said);
        await WriteAsync(site, $"![]({media.Url})\n");
        Assert.Null(await FindAsync(site, media.Id, Stranger));
        Assert.True((await SubmitAsync(site)).IsDone);
        Assert.Null(await FindAsync(site, media.Id, Stranger));
        await site.ApproveAllAsync();

        var shown = await FindAsync(site, media.Id, Stranger);
        Assert.Equal((true, "photo-du-marche.jpg"), (shown!.IsPublic, shown.Name));
        // Replaced by a text without it, the image stays for learners who are on the earlier version.
        await WriteAsync(site, "Plus d’image.\n");
        await SubmitAsync(site);
        await site.ApproveAllAsync();
        Assert.NotNull(await FindAsync(site, media.Id, Stranger));
    }

    [Fact]
    public async Task The_page_shows_the_widths_that_were_built_with_its_size_and_its_licence()
    {
        await using var site = await PublishedCourseAsync();
        var media = await UploadAsync(site, AFile.Jpeg(700, 350), "photo.jpg");
        await DescribeAsync(site, media, Said with { Credit = "A. <b>Auteur</b>" });
        var version = await WriteAsync(site, $"![Le schéma \"à moi\"]({media.Url})\n\nDans le texte ![]({media.Url}) aussi.\n");
        await SubmitAsync(site);
        await site.ApproveAllAsync();

        var before = await HtmlAsync(site, version);
        Assert.Contains($"<figure class=\"tn-picture\"><img src=\"/medias/{media.Id}/1/photo.jpg\" alt=\"Le schéma &quot;à moi&quot;\" width=\"700\" height=\"350\" loading=\"lazy\"", before, StringComparison.Ordinal);
        Assert.Contains("<figcaption><small>A. &lt;b&gt;Auteur&lt;/b&gt; · CC BY 4.0</small></figcaption>", before, StringComparison.Ordinal);
        Assert.Contains("alt=\"Un schéma à deux couleurs\"", before, StringComparison.Ordinal);

        Assert.Equal(VariantsState.Pending, (await ItemAsync(site, media.Id)).Variants);
        await BuildAsync(site);
        Assert.Equal(VariantsState.Built, (await ItemAsync(site, media.Id)).Variants);
        site.Get<Tn.Content.Offered.ContentCache>().Renew();
        var after = await HtmlAsync(site, version);
        Assert.Contains($"<picture><source type=\"image/webp\" srcset=\"/medias/{media.Id}/1/320.webp 320w, /medias/{media.Id}/1/640.webp 640w, /medias/{media.Id}/1/700.webp 700w\"", after, StringComparison.Ordinal);
        Assert.Contains($"srcset=\"/medias/{media.Id}/1/320.jpg 320w, /medias/{media.Id}/1/640.jpg 640w, /medias/{media.Id}/1/photo.jpg 700w\"", after, StringComparison.Ordinal);
        Assert.Equal("image/webp", (await FindAsync(site, media.Id, Stranger, 1, "320.webp"))!.ContentType);
    }

    [Fact]
    public async Task Building_twice_or_after_a_crash_changes_nothing_more()
    {
        await using var site = await ContentSite.OpenAsync();
        var media = await UploadAsync(site, AFile.Png(500, 100), "a.png");
        await BuildAsync(site);
        await BuildAsync(site);
        var names = await site.ReadAsync(db => db.Set<MediaFile>().Where(file => file.MediaId == media.Id).Select(file => file.Name).OrderBy(name => name).ToListAsync());
        Assert.Equal(["320.png", "320.webp", "500.webp", MediaFile.Whole], names);
    }

    [Theory]
    [InlineData("", "Licence", "A. Auteur", "le texte de remplacement")]
    [InlineData("Mot", "", "", "la licence et l’auteur")]
    public async Task A_text_whose_image_lacks_words_or_licence_is_refused_at_submission_and_at_the_gate(string alt, string licence, string credit, string missing)
    {
        await using var site = await PublishedCourseAsync();
        var media = await UploadAsync(site, AFile.Png(), "a.png");
        await DescribeAsync(site, media, new MediaDescription(alt, false, licence, credit));
        await WriteAsync(site, $"![x]({media.Url})\n");

        var refused = await SubmitAsync(site);
        Assert.Equal(("content.media-undescribed", missing), (refused.Refusal!.Code, refused.Refusal.Values["missing"]));
        var version = await site.LatestAsync("premiere");
        var findings = await site.AskAsync<MediaCheck, IReadOnlyList<Tn.Content.Rendering.Finding>>(check => check.FindingsAsync(version, default));
        Assert.Contains(missing, Assert.Single(findings, finding => finding.Line > 0).Message, StringComparison.Ordinal);

        await DescribeAsync(site, media, Said);
        Assert.True((await SubmitAsync(site)).IsDone);
        // Emptied while the committee reads: the gate looks again.
        await DescribeAsync(site, media, Said with { Licence = string.Empty });
        await site.ApproveAllAsync();
        var waiting = await site.OpenSubmissionsAsync();
        Assert.Equal(ReviewState.Approved, Assert.Single(waiting).State);
        Assert.Null(await FindAsync(site, media.Id, Stranger));
    }

    [Fact]
    public async Task A_text_that_names_an_image_nobody_has_is_refused()
    {
        await using var site = await PublishedCourseAsync();
        await WriteAsync(site, $"![x](/medias/{Tn.Content.Documents.ContentId.New()}/x.png)\n");
        Assert.Equal("content.media-gone", (await SubmitAsync(site)).Refusal?.Code);
    }

    [Fact]
    public async Task A_decorative_image_needs_no_words()
    {
        await using var site = await PublishedCourseAsync();
        var media = await UploadAsync(site, AFile.Png(), "filet.png");
        await DescribeAsync(site, media, new MediaDescription(string.Empty, true, "CC0", "Équipe"));
        await WriteAsync(site, $"![]({media.Url})\n");
        Assert.True((await SubmitAsync(site)).IsDone);
    }

    [Fact]
    public async Task Replacing_keeps_the_address_and_the_earlier_bytes_and_is_closed_once_read_or_published()
    {
        await using var site = await PublishedCourseAsync();
        var media = await UploadAsync(site, AFile.Png(60, 30), "a.png");
        await DescribeAsync(site, media, Said);
        Assert.True((await ReplaceAsync(site, media.Id, AFile.Jpeg(90, 30), site.People.Author)).IsDone);
        var replaced = await ItemAsync(site, media.Id);
        Assert.Equal((2, 90, Said.Alt), (replaced.Version, replaced.Width, replaced.Alt));
        Assert.Equal("image/png", (await FindAsync(site, media.Id, Cast.As(site.People.Author), 1))!.ContentType);
        Assert.Equal("image/jpeg", (await FindAsync(site, media.Id, Cast.As(site.People.Author)))!.ContentType);
        Assert.Equal("content.media-other-kind", (await ReplaceAsync(site, media.Id, AFile.Pdf(), site.People.Author)).Refusal?.Code);
        Assert.Equal("access.denied", (await ReplaceAsync(site, media.Id, AFile.Png(), site.People.OtherAuthor)).Refusal?.Code);

        await WriteAsync(site, $"![x]({media.Url})\n");
        await SubmitAsync(site);
        Assert.Equal("content.media-in-review", (await ReplaceAsync(site, media.Id, AFile.Png(), site.People.Author)).Refusal?.Code);
        Assert.Equal("content.media-in-review", (await ReplaceAsync(site, media.Id, AFile.Png(), site.People.Administrator)).Refusal?.Code);
        await site.ApproveAllAsync();
        Assert.Equal("content.media-published", (await ReplaceAsync(site, media.Id, AFile.Png(), site.People.Author)).Refusal?.Code);
        Assert.True((await ReplaceAsync(site, media.Id, AFile.Png(), site.People.Administrator)).IsDone);
    }

    [Fact]
    public async Task What_a_text_names_is_not_deleted_and_the_rest_is()
    {
        await using var site = await PublishedCourseAsync();
        var (used, free) = (await UploadAsync(site, AFile.Png(), "a.png"), await UploadAsync(site, AFile.Pdf(), "b.pdf"));
        await WriteAsync(site, $"![x]({used.Url})\n");
        Task<Outcome> Delete(string id) => site.AskAsync<DeleteMedia, Outcome>(act => act.DeleteAsync(id, Cast.As(site.People.Author), default));
        Assert.Equal("content.media-used", (await Delete(used.Id)).Refusal?.Code);
        Assert.True((await Delete(free.Id)).IsDone);
        Assert.Equal("Première", Assert.Single(await site.AskAsync<MediaQueries, IReadOnlyList<UseLine>>(queries => queries.UsesAsync(used.Id, default))).Title);
    }

    [Fact]
    public async Task The_list_finds_by_folder_by_words_and_by_what_is_missing()
    {
        await using var site = await ContentSite.OpenAsync();
        var media = await UploadAsync(site, AFile.Png(), "Écran d’accueil.png");
        await UploadAsync(site, AFile.Pdf(), "notice.pdf");
        await DescribeAsync(site, media, Said with { Alt = "L’accueil vu sur un téléphone" });
        async Task<IEnumerable<string>> Names(MediaFilter filter) => (await site.AskAsync<MediaQueries, MediaList>(queries => queries.ListAsync(filter, default))).Items.Select(item => item.Name).Order();
        Assert.Equal(["ecran-d-accueil.png"], await Names(new MediaFilter("Téléphone", null, false, 1)));
        Assert.Equal(["notice.pdf"], await Names(new MediaFilter(null, "Essais", true, 1)));
        Assert.Equal(["ecran-d-accueil.png"], await Names(new MediaFilter(null, null, false, 1, ImagesOnly: true)));
        Assert.Empty(await Names(new MediaFilter(null, string.Empty, false, 1)));
        Assert.Equal([new FolderLine("Essais", 2)], await site.AskAsync<MediaQueries, List<FolderLine>>(queries => queries.FoldersAsync(default)));
    }

    [Fact]
    public async Task Nobody_fills_the_disk()
    {
        await using var site = await ContentSite.OpenAsync();
        site.Get<Microsoft.Extensions.Options.IOptions<MediaOptions>>().Value.PersonMegabytes = 1;
        var big = AFile.Text(new string('a', 600_000));
        await UploadAsync(site, big, "un.txt");
        var refused = await TryAsync(site, AFile.Text(new string('b', 600_000)), "deux.txt", site.People.Author);
        Assert.Equal(("content.media-person-quota", "600\u00a0ko", "1\u00a0Mo"), (refused.Refusal!.Code, refused.Refusal.Values["used"], refused.Refusal.Values["limit"]));
        Assert.True((await TryAsync(site, big, "autre.txt", site.People.OtherAuthor)).IsDone);
    }

    [Fact]
    public async Task Neither_a_stranger_nor_a_committee_member_puts_files_in()
    {
        await using var site = await ContentSite.OpenAsync();
        var refused = await site.AskAsync<UploadMedia, Outcome<string>>(act => act.UploadAsync(new IncomingFile(new MemoryStream(AFile.Png()), "a.png"), null, Stranger, default));
        Assert.Equal("access.sign-in", refused.Refusal?.Code);
        Assert.Equal("access.denied", (await TryAsync(site, AFile.Png(), "a.png", site.People.Committee[0])).Refusal?.Code);
    }

    [Fact]
    public async Task A_material_lists_its_downloads_and_a_link_says_type_and_size()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        var media = await UploadAsync(site, AFile.Pdf(), "Modèle de devis.pdf");
        await DescribeAsync(site, media, Said);
        var version = await WriteAsync(site, $"[Le modèle]({media.Url})\n", "fiche");
        await SubmitAsync(site, "fiche");
        await site.ApproveAllAsync();
        Assert.Equal(media.Id, Assert.Single(await site.AskAsync<MediaQueries, IReadOnlyList<MediaItem>>(queries => queries.FilesOfAsync(version, default))).Id);
        var document = await site.AskAsync<IPublishedDocuments, PublishedDocument?>(documents => documents.FindAsync(ContentTypes.TeachingMaterial, "fiche", default));
        Assert.Contains($"<a href=\"{media.Url}\">Le modèle <span class=\"tn-meta\">(PDF, {AFile.Pdf().Length}\u00a0octets)</span></a>", document!.Html, StringComparison.Ordinal);
    }

    private static ActContext Stranger => ActContext.Anonymous(ContentSite.Now);

    private static async Task<ContentSite> PublishedCourseAsync()
    {
        var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        await site.ApproveAllAsync();
        return site;
    }

    private static Task<Outcome<string>> TryAsync(ContentSite site, byte[] bytes, string name, PersonCard who) =>
        site.AskAsync<UploadMedia, Outcome<string>>(act => act.UploadAsync(new IncomingFile(new MemoryStream(bytes), name), "Essais", Cast.As(who), default));

    private static async Task<MediaItem> UploadAsync(ContentSite site, byte[] bytes, string name)
    {
        var outcome = await TryAsync(site, bytes, name, site.People.Author);
        Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        return await ItemAsync(site, outcome.Value);
    }

    private static Task<MediaItem> ItemAsync(ContentSite site, string id) => site.ReadAsync(db => db.Set<MediaItem>().AsNoTracking().SingleAsync(row => row.Id == id));

    private static async Task DescribeAsync(ContentSite site, MediaItem media, MediaDescription said)
    {
        var revision = (await ItemAsync(site, media.Id)).Revision;
        var outcome = await site.AskAsync<DescribeMedia, Outcome>(act => act.DescribeAsync(new DescriptionInput(media.Id, revision, said, "Essais"), Cast.As(site.People.Author), default));
        Assert.True(outcome.IsDone, outcome.Refusal?.Code);
    }

    private static Task<Outcome> ReplaceAsync(ContentSite site, string id, byte[] bytes, PersonCard who) =>
        site.AskAsync<ReplaceMedia, Outcome>(act => act.ReplaceAsync(id, new IncomingFile(new MemoryStream(bytes), "nouveau"), Cast.As(who), default));

    private static Task<ShelfFile?> FindAsync(ContentSite site, string id, ActContext who, int? version = null, string name = "x") =>
        site.AskAsync<MediaShelf, ShelfFile?>(shelf => shelf.FindAsync(id, version, name, who, default));

    private static async Task<string> WriteAsync(ContentSite site, string text, string slug = "premiere")
    {
        var latest = await site.LatestAsync(slug);
        var saved = await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act => act.SaveAsync(new DraftInput(latest.ItemId, latest.VersionId, latest.DisplayText, "Résumé.", text), Cast.As(site.People.Author), default));
        return saved.Value.VersionId;
    }

    private static async Task<Outcome<SubmissionId>> SubmitAsync(ContentSite site, string slug = "premiere")
    {
        var latest = await site.LatestAsync(slug);
        return await site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(act => act.SubmitAsync(latest.ItemId, Cast.As(site.People.Author), default));
    }

    private static Task<bool> BuildAsync(ContentSite site) => site.AskAsync<BuildVariants, bool>(async work =>
    {
        await work.RunAsync(default);
        return true;
    });

    private static async Task<string> HtmlAsync(ContentSite site, string version)
    {
        var body = await site.AskAsync<ICourseCatalogue, LessonBody?>(catalogue => catalogue.FindLessonAsync(version, default));
        return string.Concat(body!.Parts.OfType<TextPart>().Select(part => part.Html));
    }
}

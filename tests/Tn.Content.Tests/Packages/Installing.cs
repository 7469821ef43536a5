using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Review;
using Tn.Platform.Events;

namespace Tn.Content.Tests.Packages;

public sealed class Installing
{
    [Fact]
    public async Task A_package_goes_to_review_one_submission_a_course_and_one_a_kind()
    {
        await using var site = await ContentSite.OpenAsync();
        var report = await site.InstallAsync(APackage.Whole());

        Assert.Equal((7, 0, 0, 5), (report.Created, report.Updated, report.Unchanged, report.Submissions));
        var course = Assert.Single(await site.OpenSubmissionsAsync(), submission => submission.Kind == SubmissionKind.Course);
        Assert.Equal(3, course.Documents.Count);
        Assert.Empty(await site.AskAsync<ICourseCatalogue, IReadOnlyList<CourseEdition>>(catalogue => catalogue.ListAsync(default)));
    }

    [Fact]
    public async Task Installing_twice_does_nothing()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        var before = await CountsAsync(site);

        var report = await site.InstallAsync(APackage.Whole());

        Assert.Equal((0, 0, 7, 0), (report.Created, report.Updated, report.Unchanged, report.Submissions));
        Assert.Equal(before, await CountsAsync(site));
    }

    [Fact]
    public async Task The_quorum_publishes_and_everything_is_found()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();

        var edition = Assert.Single(await site.AskAsync<ICourseCatalogue, IReadOnlyList<CourseEdition>>(catalogue => catalogue.ListAsync(default)));
        Assert.Equal(["premiere", "seconde"], edition.Lessons.Select(lesson => lesson.Slug));
        Assert.Equal("prem-q1", Assert.Single(edition.Lessons[0].QuestionIds));
        var item = Assert.Single(await site.AskAsync<IQuestionBanks, IReadOnlyList<BankItem>>(banks => banks.ItemsAsync(default)));
        Assert.Equal("donnees", item.Axis);
        var charter = await site.AskAsync<IPublishedDocuments, PublishedDocument?>(documents => documents.FindAsync(ContentTypes.Charter, "consultant", default));
        Assert.Equal("2026-1", charter!.Fields["number"]);
        Assert.Equal("## Article 1\n\nTexte.\n", charter.Markdown);
        var material = await site.AskAsync<IPublishedDocuments, PublishedDocument?>(documents => documents.FindAsync(ContentTypes.TeachingMaterial, "fiche", default));
        Assert.DoesNotContain("Secret", material!.Html, StringComparison.Ordinal);
        var names = await site.ReadAsync(db => db.Set<OutboxMessage>().Select(row => row.Name).Distinct().ToListAsync());
        Assert.Contains("content.published", names);
        Assert.Contains("search.changed", names);
    }

    [Fact]
    public async Task A_changed_lesson_is_a_new_version_and_the_learners_old_edition_still_renders()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        await site.ApproveAllAsync();
        var old = (await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)))!;

        var report = await site.InstallAsync(APackage.OfACourse().With("cours/01-premiere.md", APackage.Lesson("Première", "Le texte corrigé.")));
        Assert.Equal((0, 1, 2, 1), (report.Created, report.Updated, report.Unchanged, report.Submissions));
        Assert.Equal(old.EditionId, (await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)))!.EditionId);

        await site.ApproveAllAsync();
        var fresh = (await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)))!;
        Assert.NotEqual(old.EditionId, fresh.EditionId);
        Assert.NotEqual(old.Lessons[0].VersionId, fresh.Lessons[0].VersionId);
        Assert.Equal(old.Lessons[1].VersionId, fresh.Lessons[1].VersionId);

        var kept = await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindEditionAsync(old.EditionId, default));
        Assert.Equal(old.Lessons[0].VersionId, kept!.Lessons[0].VersionId);
        Assert.Contains("Le texte d’origine.", await HtmlAsync(site, old.Lessons[0].VersionId), StringComparison.Ordinal);
        Assert.Contains("Le texte corrigé.", await HtmlAsync(site, fresh.Lessons[0].VersionId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_never_found_by_its_version_id()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        var draft = await site.LatestAsync("premiere");

        Assert.Null(await site.AskAsync<ICourseCatalogue, LessonBody?>(catalogue => catalogue.FindLessonAsync(draft.VersionId, default)));
        Assert.Null(await site.AskAsync<IPublishedDocuments, PublishedDocument?>(documents => documents.FindVersionAsync(draft.VersionId, default)));
    }

    [Fact]
    public async Task A_local_edit_is_kept_and_the_conflict_is_said()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        await site.ApproveAllAsync();
        var lesson = await site.LatestAsync("premiere");
        var saved = await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act => act.SaveAsync(
            new DraftInput(lesson.ItemId, lesson.VersionId, "Première", string.Empty, "## Début\n\nMon texte à moi.\n"), Cast.As(site.People.Author), default));
        Assert.True(saved.Value.IsNew);

        Assert.Equal(3, (await site.InstallAsync(APackage.OfACourse())).Unchanged);
        var report = await site.InstallAsync(APackage.OfACourse().With("cours/01-premiere.md", APackage.Lesson("Première", "Le texte corrigé.")));

        Assert.Equal("cours/01-premiere.md", Assert.Single(report.Conflicts).File);
        Assert.Contains("Mon texte à moi.", (await site.LatestAsync("premiere")).Parts.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_lesson_leaves_the_next_edition_and_stays_in_the_old_one()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        await site.ApproveAllAsync();
        var old = (await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)))!;

        await site.InstallAsync(APackage.OfACourse().Without("cours/02-seconde.md"));
        await site.ApproveAllAsync();

        var fresh = (await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("cours", default)))!;
        Assert.Single(fresh.Lessons);
        Assert.Contains("La suite.", await HtmlAsync(site, old.Lessons[1].VersionId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_a_lesson_keeps_its_identity()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        var before = await site.LatestAsync("premiere");

        await site.InstallAsync(APackage.OfACourse().Without("cours/01-premiere.md").With("cours/03-premiere.md", APackage.Lesson("Première", "Le texte d’origine.")));

        Assert.Equal(before.ItemId, (await site.LatestAsync("premiere")).ItemId);
    }

    [Fact]
    public async Task A_package_with_one_error_installs_nothing()
    {
        await using var site = await ContentSite.OpenAsync();
        var package = await APackage.Whole().With("pages/autre.md", "pas d’en-tête\n").ReadAsync(site.Reader);

        var outcome = await site.AskAsync<Tn.Content.Packages.Install.InstallPackage, Outcome<Tn.Content.Packages.Install.InstallReport>>(act => act.InstallAsync(package, null, Cast.Programme, default));

        Assert.Equal("content.package-invalid", outcome.Refusal!.Code);
        Assert.Equal(0, await site.ReadAsync(db => db.Set<ContentVersion>().CountAsync()));
    }

    [Fact]
    public async Task An_author_alone_may_not_install()
    {
        await using var site = await ContentSite.OpenAsync();
        var package = await APackage.Whole().ReadAsync(site.Reader);
        var outcome = await site.AskAsync<Tn.Content.Packages.Install.InstallPackage, Outcome<Tn.Content.Packages.Install.InstallReport>>(act => act.InstallAsync(package, null, Cast.As(site.People.Author), default));
        Assert.Equal("access.denied", outcome.Refusal!.Code);
    }

    private static async Task<string> HtmlAsync(ContentSite site, string versionId)
    {
        var body = await site.AskAsync<ICourseCatalogue, LessonBody?>(catalogue => catalogue.FindLessonAsync(versionId, default));
        return string.Concat(body!.Parts.OfType<TextPart>().Select(part => part.Html));
    }

    private static Task<(int Versions, int Submissions, int Events)> CountsAsync(ContentSite site) =>
        site.ReadAsync(async db => (await db.Set<ContentVersion>().CountAsync(), await db.Set<ReviewSubmission>().CountAsync(), await db.Set<OutboxMessage>().CountAsync()));
}

using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Archive;
using Tn.Content.Documents.Clone;
using Tn.Content.Documents.Copies;
using Tn.Content.Documents.Create;
using Tn.Content.Documents.Delete;
using Tn.Content.Documents.Discard;
using Tn.Content.Documents.History;
using Tn.Content.Documents.Save;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Content.Types;

namespace Tn.Content.Tests.Documents;

/// <summary>Documents written from nothing, copied, given up and deleted.</summary>
public sealed class Writing
{
    [Fact]
    public async Task An_author_writes_a_course_of_two_lessons_from_nothing_and_the_committee_publishes_it()
    {
        await using var site = await ContentSite.OpenAsync();
        var course = await site.BeginAsync(ContentTypes.Course, "Répondre aux avis", site.People.Author);
        Assert.Equal("content.incomplete", (await site.SubmitAsync(course, site.People.Author)).Refusal!.Code);

        await site.WriteCourseAsync(course, site.People.Author);
        var submitted = await site.SubmitAsync(course, site.People.Author);

        Assert.True(submitted.IsDone, submitted.IsRefused(out var refusal) ? $"{refusal.Code} {string.Join(' ', refusal.Values.Values)}" : string.Empty);
        var submission = Assert.Single(await site.OpenSubmissionsAsync());
        Assert.Equal((3, SubmissionKind.Course), (submission.Documents.Count, submission.Kind));
        await site.ApproveAllAsync();
        var edition = await site.AskAsync<ICourseCatalogue, CourseEdition?>(catalogue => catalogue.FindAsync("repondre-aux-avis", default));
        Assert.Equal(["Première leçon", "Seconde leçon"], edition!.Lessons.Select(lesson => lesson.Title));
        Assert.Equal(("conseiller", "pratique", 20), (edition.Audience, edition.Level, edition.Minutes));
    }

    [Fact]
    public async Task Lessons_are_ordered_set_aside_and_never_taken_from_another_course()
    {
        await using var site = await ContentSite.OpenAsync();
        var author = site.People.Author;
        var course = await site.BeginAsync(ContentTypes.Course, "Un", author);
        await site.WriteCourseAsync(course, author);
        var other = await site.BeginAsync(ContentTypes.Course, "Deux", author);
        await site.WriteCourseAsync(other, author);
        var own = (await site.LatestOfAsync(course)).Parts.CoursePart!.Lessons;
        var foreign = (await site.LatestOfAsync(other)).Parts.CoursePart!.Lessons;

        Assert.True((await site.SaveAsync(course, author, (Fields.Lessons.Name, $"{own[1]}\n{own[0]}"))).IsDone);
        Assert.Equal([own[1], own[0]], (await site.LatestOfAsync(course)).Parts.CoursePart!.Lessons);
        Assert.Equal("content.lesson-of-another-course", (await site.SaveAsync(course, author, (Fields.Lessons.Name, foreign[0]))).Refusal!.Code);
        Assert.True((await site.SaveAsync(course, author, (Fields.Lessons.Name, own[0]))).IsDone);
        var lines = await site.AskAsync<CourseLessons, IReadOnlyList<LessonLine>>(async lessons => await lessons.OfAsync(await site.LatestOfAsync(course), default));
        Assert.Equal([true, false], lines.Select(line => line.InCourse));
    }

    [Fact]
    public async Task Each_type_is_begun_by_who_may_and_by_nobody_else()
    {
        await using var site = await ContentSite.OpenAsync();
        var people = site.People;
        foreach (var (type, who, code) in new (string, PersonCard, string?)[]
        {
            (ContentTypes.Course, people.Author, null), (ContentTypes.News, people.Author, null), (ContentTypes.QuestionBank, people.Author, null),
            (ContentTypes.Webinar, people.Author, null), (ContentTypes.TeachingMaterial, people.Author, null),
            (ContentTypes.Page, people.Author, "access.denied"), (ContentTypes.Charter, people.Author, "access.denied"), (ContentTypes.Menu, people.Author, "access.denied"),
            (ContentTypes.Page, people.EditorInChief, null), (ContentTypes.Charter, people.EditorInChief, null), (ContentTypes.Menu, people.EditorInChief, null), (ContentTypes.Home, people.EditorInChief, null),
            (ContentTypes.Course, people.Committee[0], "access.denied"), (ContentTypes.Menu, people.Administrator, "access.denied"),
            (ContentTypes.Lesson, people.Author, "content.type-missing"), ("Inconnu", people.Author, "content.type-missing"),
        })
        {
            var outcome = await site.AskAsync<CreateDocument, Outcome<string>>(create => create.CreateAsync(type, $"{type} d’essai", Cast.As(who), default));
            Assert.Equal((type, who.DisplayName, code), (type, who.DisplayName, outcome.IsRefused(out var refusal) ? refusal.Code : null));
        }
    }

    [Fact]
    public async Task A_document_is_only_changed_by_its_owner_or_a_manager()
    {
        await using var site = await ContentSite.OpenAsync();
        var news = await site.BeginAsync(ContentTypes.News, "Une nouvelle", site.People.Author);
        var menu = await site.BeginAsync(ContentTypes.Menu, "Un menu", site.People.EditorInChief);
        (string, string) text = (DraftInput.Body, "Autre | /autre");

        Assert.Equal("access.denied", (await site.SaveAsync(news, site.People.OtherAuthor, text)).Refusal!.Code);
        Assert.Equal("access.denied", (await site.SaveAsync(news, site.People.Committee[0], text)).Refusal!.Code);
        Assert.Equal("access.denied", (await site.SaveAsync(menu, site.People.Administrator, text)).Refusal!.Code);
        Assert.True((await site.SaveAsync(news, site.People.Administrator, text)).IsDone);
        foreach (var who in new[] { site.People.OtherAuthor, site.People.Committee[0] })
        {
            Assert.Equal("access.denied", (await site.AskAsync<DeleteDocument, Outcome>(act => act.DeleteAsync(news, Cast.As(who), default))).Refusal!.Code);
            Assert.Equal("access.denied", (await site.AskAsync<DeleteDocument, Outcome>(act => act.UndeleteAsync(news, Cast.As(who), default))).Refusal!.Code);
            Assert.Equal("access.denied", (await site.AskAsync<DiscardDraft, Outcome>(act => act.DiscardAsync(news, Cast.As(who), default))).Refusal!.Code);
            Assert.Equal("access.denied", (await site.AskAsync<CloneDocument, Outcome<string>>(act => act.CloneAsync(news, Cast.As(who), default))).Refusal!.Code);
            Assert.Equal("access.denied", (await site.AskAsync<KeepWorkingCopy, Outcome>(act => act.KeepAsync(new DraftInput(news, ContentId.New(), new Dictionary<string, string?>()), Cast.As(who), default))).Refusal!.Code);
        }
    }

    [Fact]
    public async Task Addresses_are_free_follow_the_course_and_are_not_shared()
    {
        await using var site = await ContentSite.OpenAsync();
        var author = site.People.Author;
        var first = await site.BeginAsync(ContentTypes.News, "La même", author);
        var second = await site.BeginAsync(ContentTypes.News, "La même", author);
        Assert.Equal(("la-meme", "la-meme-2"), ((await site.LatestOfAsync(first)).Slug, (await site.LatestOfAsync(second)).Slug));
        Assert.Equal("content.slug-taken", (await site.SaveAsync(second, author, (Fields.Address.Name, "la-meme"))).Refusal!.Code);
        Assert.Equal("content.field-slug", (await site.SaveAsync(second, author, (Fields.Address.Name, "../Admin"))).Refusal!.Code);
        Assert.True((await site.SaveAsync(second, author, (Fields.Address.Name, "une-autre"))).IsDone);
        Assert.Equal("actualites/une-autre", (await site.LatestOfAsync(second)).Parts.AutoroutePart!.Path);
    }

    [Fact]
    public async Task A_draft_is_given_up_and_stays_among_the_versions()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        await site.ApproveAllAsync();
        var published = await site.LatestAsync("premiere");
        Assert.Equal("content.nothing-to-discard", (await site.DiscardAsync(published.ItemId)).Refusal!.Code);
        await site.SaveAsync(published.ItemId, site.People.Author, (DraftInput.Body, "Un autre texte."));
        var draft = await site.LatestOfAsync(published.ItemId);
        await site.SubmitAsync(published.ItemId, site.People.Author);
        Assert.Equal("content.under-review", (await site.DiscardAsync(published.ItemId)).Refusal!.Code);
        var submission = Assert.Single(await site.OpenSubmissionsAsync());
        await site.AskAsync<Tn.Content.Review.Withdraw.WithdrawSubmission, Outcome>(act => act.WithdrawAsync(submission.Id, "Non.", Cast.As(site.People.Author), default));

        Assert.True((await site.DiscardAsync(published.ItemId)).IsDone);

        Assert.Equal(published.VersionId, (await site.LatestOfAsync(published.ItemId)).VersionId);
        Assert.True(await site.ReadAsync(db => db.Set<ContentVersion>().AnyAsync(row => row.VersionId == draft.VersionId)));
        Assert.Equal(DocumentStepKind.Discarded, (await site.HistoryAsync(published.ItemId))[0].Kind);
    }

    [Fact]
    public async Task A_course_is_copied_with_its_lessons_as_new_drafts_of_who_copies()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        await site.ApproveAllAsync();
        var course = await site.LatestAsync("cours");

        var copy = (await site.AskAsync<CloneDocument, Outcome<string>>(act => act.CloneAsync(course.ItemId, Cast.As(site.People.EditorInChief), default))).Value;

        var latest = await site.LatestOfAsync(copy);
        Assert.Equal(("Copie de Un cours", "copie-de-un-cours", site.People.EditorInChief.Id), (latest.DisplayText, latest.Slug, latest.Owner!.Value));
        Assert.Equal(2, latest.Parts.CoursePart!.Lessons.Except(course.Parts.CoursePart!.Lessons).Count());
        var lesson = await site.LatestOfAsync(latest.Parts.CoursePart.Lessons[0]);
        Assert.Equal((copy, "formations/copie-de-un-cours/premiere"), (lesson.ContainerId, lesson.Parts.AutoroutePart!.Path));
        Assert.Equal(course.VersionId, (await site.LatestOfAsync(course.ItemId)).VersionId);
    }

    [Fact]
    public async Task What_is_deleted_leaves_the_desk_and_comes_back_whole()
    {
        await using var site = await ContentSite.OpenAsync();
        var author = site.People.Author;
        var course = await site.BeginAsync(ContentTypes.Course, "À jeter", author);
        await site.WriteCourseAsync(course, author);
        var lesson = (await site.LatestOfAsync(course)).Parts.CoursePart!.Lessons[0];
        Assert.Equal("content.lesson-listed", (await site.DeleteAsync(lesson, author)).Refusal!.Code);

        Assert.True((await site.DeleteAsync(course, author)).IsDone);
        Assert.NotNull((await site.LatestOfAsync(lesson)).DeletedUtc);
        Assert.Equal("content.deleted", (await site.SaveAsync(course, author, (Fields.Title.Name, "Encore"))).Refusal!.Code);
        Assert.Equal("content.deleted", (await site.SubmitAsync(course, author)).Refusal!.Code);

        await site.AskAsync<DeleteDocument, Outcome>(act => act.UndeleteAsync(course, Cast.As(author), default));
        Assert.Null((await site.LatestOfAsync(course)).DeletedUtc);
        Assert.Null((await site.LatestOfAsync(lesson)).DeletedUtc);
        Assert.Equal([DocumentStepKind.Undeleted, DocumentStepKind.Deleted, DocumentStepKind.Created], (await site.HistoryAsync(course)).Select(step => step.Kind));
    }

    [Fact]
    public async Task What_is_public_is_taken_off_the_site_before_it_is_deleted_and_only_by_a_manager()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        var page = await site.LatestAsync("le-programme");
        Assert.Equal("content.published-not-deleted", (await site.DeleteAsync(page.ItemId, site.People.Administrator)).Refusal!.Code);
        await site.AskAsync<ArchiveDocument, Outcome>(act => act.ArchiveAsync(page.ItemId, Cast.As(site.People.Administrator), default));
        Assert.Equal("access.denied", (await site.DeleteAsync(page.ItemId, site.People.Author)).Refusal!.Code);
        Assert.True((await site.DeleteAsync(page.ItemId, site.People.Administrator)).IsDone);
        Assert.Equal([DocumentStepKind.Deleted, DocumentStepKind.Unpublished], (await site.HistoryAsync(page.ItemId)).Select(step => step.Kind));
    }

    [Fact]
    public async Task A_working_copy_is_kept_per_person_is_no_version_and_is_forgotten_when_asked()
    {
        await using var site = await ContentSite.OpenAsync();
        var news = await site.BeginAsync(ContentTypes.News, "Une nouvelle", site.People.Author);
        var latest = await site.LatestOfAsync(news);
        Task<Outcome> Keep(PersonCard who, string text) => site.AskAsync<KeepWorkingCopy, Outcome>(copies =>
            copies.KeepAsync(new DraftInput(news, latest.VersionId, new Dictionary<string, string?> { [Fields.Markdown.Name] = text }), Cast.As(who), default));
        Task<WorkingCopy?> Find(PersonCard who) => site.AskAsync<KeepWorkingCopy, WorkingCopy?>(copies => copies.FindAsync(who.Id, news, default));

        Assert.True((await Keep(site.People.Author, "Un début")).IsDone);
        Assert.True((await Keep(site.People.Author, "Un début, puis")).IsDone);
        Assert.True((await Keep(site.People.EditorInChief, "Autre chose")).IsDone);
        Assert.Equal("content.copy-too-long", (await Keep(site.People.Author, new string('é', 200_000))).Refusal!.Code);

        Assert.Equal("Un début, puis", (await Find(site.People.Author))!.Values[Fields.Markdown.Name]);
        Assert.Equal("Autre chose", (await Find(site.People.EditorInChief))!.Values[Fields.Markdown.Name]);
        Assert.Equal(latest.VersionId, (await site.LatestOfAsync(news)).VersionId);
        await site.AskAsync<KeepWorkingCopy, bool>(async copies => { await copies.ForgetAsync(site.People.Author.Id, news, default); return true; });
        Assert.Null(await Find(site.People.Author));
        Assert.NotNull(await Find(site.People.EditorInChief));
    }

    [Fact]
    public async Task Half_a_number_or_a_day_that_does_not_exist_is_said_and_nothing_is_kept()
    {
        await using var site = await ContentSite.OpenAsync();
        var course = await site.BeginAsync(ContentTypes.Course, "Un cours", site.People.Author);
        foreach (var (field, text, code) in new[]
        {
            (Fields.Minutes.Name, "vingt", "content.field-number"), (Fields.Minutes.Name, "0", "content.field-number"), (Fields.MinimumScore.Name, "101", "content.field-number"),
            (Fields.ReviewBy.Name, "31/02/2027", "content.field-day"), (Fields.Axis.Name, "n’importe", "content.field-choice"), (Fields.Title.Name, " ", "content.title-missing"),
            (Fields.Summary.Name, new string('x', 601), "content.field-too-long"),
        })
        {
            var refusal = (await site.SaveAsync(course, site.People.Author, (field, text))).Refusal!;
            Assert.Equal((field, code), (field, refusal.Code));
            Assert.Equal(field, refusal.Values["field"]);
        }

        Assert.Equal(1, await site.ReadAsync(db => db.Set<ContentVersion>().CountAsync()));
    }
}

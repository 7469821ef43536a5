using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tn.Content.Documents;

namespace Tn.Content.Api;

/// <summary>What everyone may read: published contents, as their pages show them.</summary>
internal static class PublishedEndpoints
{
    private const string Documents = "Contenus publiés";

    public static void MapPublished(this RouteGroupBuilder api)
    {
        api.MapGet("/courses", CoursesAsync).Describe(Documents, "Cours publiés", "Par axe puis par titre.").Produces<ApiList<ApiCourse>>();
        api.MapGet("/courses/{slug}", CourseAsync).Describe(Documents, "Un cours et son plan", "L’édition en cours.").Produces<ApiCourseDetail>();
        api.MapGet("/courses/{slug}/lessons/{lesson}", LessonAsync).Describe(Documents, "Une leçon", "Son texte, sans les questions.").Produces<ApiLesson>();
        foreach (var (path, type, what, one) in new[] { ("pages", ContentTypes.Page, "Pages", "Une page"), ("news", ContentTypes.News, "Actualités", "Une actualité"), ("materials", ContentTypes.TeachingMaterial, "Supports de formation", "Un support de formation") })
        {
            api.MapGet($"/{path}", (HttpContext http, IPublishedDocuments documents, [Description("Axe : presence-en-ligne, donnees…")] string? axe, [Description("Numéro de page, à partir de 1.")] int? p, CancellationToken cancellationToken) =>
                ListAsync(http, documents, type, axe, p, cancellationToken)).Describe(Documents, what, "Par titre.").Produces<ApiList<ApiDocument>>();
            api.MapGet($"/{path}/{{slug}}", (string slug, HttpContext http, IPublishedDocuments documents, CancellationToken cancellationToken) =>
                OneAsync(slug, http, documents, type, cancellationToken)).Describe(Documents, one, "Avec son texte en HTML nettoyé et en Markdown.").Produces<ApiDocumentDetail>();
        }

        api.MapGet("/banks", BanksAsync).Describe(Documents, "Banques de certification", "Seulement le nombre d’items de chaque axe.").Produces<IReadOnlyList<ApiBankCount>>();
    }

    private static async Task<IResult> CoursesAsync(HttpContext http, ICourseCatalogue catalogue, [Description("Axe : presence-en-ligne, donnees…")] string? axe, [Description("Numéro de page, à partir de 1.")] int? p, CancellationToken cancellationToken)
    {
        var courses = (await catalogue.ListAsync(cancellationToken)).Where(course => string.IsNullOrEmpty(axe) || course.Axis == axe).Select(Describe).ToList();
        return ApiAnswer.Page(http, p, courses, course => course.VersionId);
    }

    private static async Task<IResult> CourseAsync(string slug, HttpContext http, ICourseCatalogue catalogue, CancellationToken cancellationToken)
    {
        if (await catalogue.FindAsync(slug, cancellationToken) is not { } course)
        {
            return ApiProblem.NotFound($"Aucun cours publié n’a l’adresse « {slug} ».");
        }

        var lessons = course.Lessons.Select(lesson => new ApiLessonLine(lesson.ItemId, lesson.VersionId, lesson.Slug, lesson.Title, lesson.Minutes, lesson.Objectives, lesson.QuestionIds.Count, $"/formations/{course.Slug}/{lesson.Slug}"));
        return ApiAnswer.Tagged(http, course.EditionId, new ApiCourseDetail(Describe(course), course.EditionId, course.Objectives, course.Prerequisites, course.MinimumScore, [.. lessons]));
    }

    private static async Task<IResult> LessonAsync(string slug, string lesson, HttpContext http, ICourseCatalogue catalogue, CancellationToken cancellationToken)
    {
        var course = await catalogue.FindAsync(slug, cancellationToken);
        if (course?.Lessons.FirstOrDefault(one => one.Slug == lesson) is not { } outline || await catalogue.FindLessonAsync(outline.VersionId, cancellationToken) is not { } body)
        {
            return ApiProblem.NotFound($"Aucune leçon publiée n’a l’adresse « {slug}/{lesson} ».");
        }

        var html = string.Concat(body.Parts.OfType<TextPart>().Select(part => part.Html));
        // Images are told anew when their description changes: the text itself tells versions apart.
        return ApiAnswer.Tagged(http, HashChain.Link(outline.VersionId, html), new ApiLesson(outline.ItemId, outline.VersionId, outline.Slug, outline.Title, outline.Minutes, html, body.Sources, $"/formations/{course.Slug}/{outline.Slug}"));
    }

    private static async Task<IResult> ListAsync(HttpContext http, IPublishedDocuments documents, string type, string? axis, int? page, CancellationToken cancellationToken)
    {
        var all = (await documents.ListAsync(type, cancellationToken)).Where(document => string.IsNullOrEmpty(axis) || document.Axis == axis).Select(Describe).ToList();
        return ApiAnswer.Page(http, page, all, document => document.VersionId);
    }

    private static async Task<IResult> OneAsync(string slug, HttpContext http, IPublishedDocuments documents, string type, CancellationToken cancellationToken) =>
        await documents.FindAsync(type, slug, cancellationToken) is { } document
            ? ApiAnswer.Tagged(http, HashChain.Link(document.VersionId, document.Html), new ApiDocumentDetail(Describe(document), document.Html, PublicMarkdown(document), document.Fields))
            : ApiProblem.NotFound($"Aucun document publié n’a l’adresse « {slug} ».");

    private static async Task<IResult> BanksAsync(HttpContext http, IQuestionBanks banks, CancellationToken cancellationToken)
    {
        var counts = (await banks.ItemsAsync(cancellationToken)).GroupBy(item => item.Axis, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ApiBankCount(group.Key, Axes.NameOf(group.Key), group.Count()))
            .ToList();
        return ApiAnswer.Tagged(http, HashChain.Link(HashChain.Origin, [.. counts.Select(count => $"{count.Axis}={count.Items}")]), counts);
    }

    private static ApiCourse Describe(CourseEdition course) => new(course.CourseItemId, course.CourseVersionId, course.Slug, course.Title, course.Summary, course.Axis, course.Audience, course.Level, course.Minutes, course.ReviewBy, course.PublishedUtc, $"/formations/{course.Slug}");

    private static ApiDocument Describe(PublishedDocument document) => new(document.ItemId, document.VersionId, document.ContentType, document.Slug, document.Title, document.Summary, document.Axis, document.ReviewBy, document.PublishedUtc, UrlOf(document));

    private static string UrlOf(PublishedDocument document) => document.ContentType switch
    {
        ContentTypes.TeachingMaterial => $"/ressources/{document.Slug}",
        ContentTypes.News => $"/actualites/{document.Slug}",
        _ => SitePages.UrlOf(document.Slug),
    };

    // The source of a material holds the facilitator's notes and keys of questions, which are not everyone's.
    private static string PublicMarkdown(PublishedDocument document) =>
        document.Markdown.Contains(":::", StringComparison.Ordinal) || document.Markdown.Contains("```gift", StringComparison.Ordinal) || document.Markdown.Contains("~~~", StringComparison.Ordinal) ? string.Empty : document.Markdown;
}

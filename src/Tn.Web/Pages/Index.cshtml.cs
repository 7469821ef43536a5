using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tn.Kernel;
using Tn.Contracts;

namespace Tn.Web.Pages;

/// <summary>The home page: what this is, two doors, then what the programme offers.</summary>
/// <remarks>It shows what the other modules have to show; where one is not installed, its part is empty, and the page still opens.</remarks>
internal sealed class IndexModel(IServiceProvider services, TimeProvider clock) : PageModel
{
    private const int Shown = 3;

    public IReadOnlyList<CourseEdition> Courses { get; private set; } = [];

    public IReadOnlyList<NextWebinar> Webinars { get; private set; } = [];

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var courses = await CoursesAsync(cancellationToken);
        var documents = services.GetService<IPublishedDocuments>();
        var webinars = documents is null ? [] : await documents.ListAsync(ContentTypes.Webinar, cancellationToken);
        var materials = documents is null ? [] : await documents.ListAsync(ContentTypes.TeachingMaterial, cancellationToken);

        Courses = [.. courses.DistinctBy(course => course.Axis).Concat(courses).Distinct().Take(Shown)];
        Webinars = NextOf(webinars);
        Figures = await FiguresAsync(courses.Count, materials.Count, cancellationToken);
    }

    private async Task<IReadOnlyList<CourseEdition>> CoursesAsync(CancellationToken cancellationToken) =>
        services.GetService<ICourseCatalogue>() is { } catalogue ? await catalogue.ListAsync(cancellationToken) : [];

    private IReadOnlyList<NextWebinar> NextOf(IEnumerable<PublishedDocument> webinars)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. webinars
                .Select(webinar => new NextWebinar(webinar, StartOf(webinar)))
                .Where(webinar => webinar.Starts > now)
                .OrderBy(webinar => webinar.Starts)
                .Take(Shown),
        ];
    }

    private static DateTimeOffset? StartOf(PublishedDocument webinar) =>
        DateTimeOffset.TryParse(webinar.Fields.GetValueOrDefault("starts"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var starts)
            ? starts
            : null;

    private async Task<IReadOnlyList<Figure>> FiguresAsync(int courses, int materials, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        if (services.GetService<ICertificates>() is { } certificates)
        {
            var certified = await certificates.ValidAsync(French.Day(clock.GetUtcNow()), cancellationToken);
            figures.Add(Figure.Of(certified.Count, "consultant certifié", "consultants certifiés", "Les trouver dans l’annuaire", "/annuaire"));
        }

        figures.Add(Figure.Of(courses, "formation validée par le comité", "formations validées par le comité", "Voir les formations", "/formations"));
        figures.Add(Figure.Of(materials, "support prêt à l’emploi", "supports prêts à l’emploi", "Voir les ressources", "/ressources"));
        return figures;
    }
}

/// <summary>A webinar to come.</summary>
/// <param name="Starts">Null when its announcement has no date.</param>
internal sealed record NextWebinar(PublishedDocument Document, DateTimeOffset? Starts);

/// <summary>A figure of the programme with the page that backs it.</summary>
internal sealed record Figure(string Number, string Words, string Source, string Url)
{
    /// <summary>French plural starts at two.</summary>
    public static Figure Of(int number, string one, string many, string source, string url) =>
        new(number.ToString("N0", French.Culture), number < 2 ? one : many, source, url);
}

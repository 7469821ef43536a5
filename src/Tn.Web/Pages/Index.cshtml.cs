using Microsoft.AspNetCore.Mvc.RazorPages;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Web;

namespace Tn.Web.Pages;

/// <summary>The home page: what this is, two doors, then what the programme offers.</summary>
/// <remarks>It shows what the other modules have to show; where one is not installed, its part is empty, and the page still opens.</remarks>
internal sealed class IndexModel(IServiceProvider services, TimeProvider clock, Texts texts) : PageModel
{
    private const int Shown = 3;

    public IReadOnlyList<CourseEdition> Courses { get; private set; } = [];

    public IReadOnlyList<WebinarAhead> Webinars { get; private set; } = [];

    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    /// <summary>The headline and the blocks, as published.</summary>
    public HomePage Home { get; private set; } = new("Transition Numérique", []);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Home = services.GetService<ISiteFurniture>() is { } furniture ? await furniture.HomeAsync(cancellationToken) : Home;
        var courses = await CoursesAsync(cancellationToken);
        // One of each axis first, so that the three say how wide the catalogue is.
        Courses = [.. courses.DistinctBy(course => course.Axis).Concat(courses).Distinct().Take(Shown)];
        Webinars = services.GetService<IWebinarCalendar>() is { } calendar ? await calendar.NextAsync(Shown, cancellationToken) : [];
        Figures = await FiguresAsync(courses.Count, cancellationToken);
    }

    private async Task<IReadOnlyList<CourseEdition>> CoursesAsync(CancellationToken cancellationToken) =>
        services.GetService<ICourseCatalogue>() is { } catalogue ? await catalogue.ListAsync(cancellationToken) : [];

    private async Task<IReadOnlyList<Figure>> FiguresAsync(int courses, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        if (services.GetService<ICertificates>() is { } certificates)
        {
            var certified = await certificates.ValidAsync(French.Day(clock.GetUtcNow()), cancellationToken);
            figures.Add(FigureOf(certified.Count, texts.Plural(certified.Count, "consultant certifié", "consultants certifiés"), texts["Les trouver dans l’annuaire"], "/annuaire"));
        }

        figures.Add(FigureOf(courses, texts.Plural(courses, "formation validée par le comité", "formations validées par le comité"), texts["Voir les formations"], "/formations"));
        var materials = services.GetService<IPublishedDocuments>() is { } documents
            ? (await documents.ListAsync(ContentTypes.TeachingMaterial, cancellationToken)).Count
            : 0;
        figures.Add(FigureOf(materials, texts.Plural(materials, "support prêt à l’emploi", "supports prêts à l’emploi"), texts["Voir les ressources"], "/ressources"));
        return figures;
    }

    private Figure FigureOf(int number, string words, string source, string url) => new(texts.Number(number), words, source, url);
}

/// <summary>A figure of the programme with the page that backs it.</summary>
internal sealed record Figure(string Number, string Words, string Source, string Url);

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Admissibility;
using Tn.Journey.Census.Reopen;
using Tn.Journey.Charter;
using Tn.Journey.Path;
using Tn.Journey.Training;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>The consultant's own path: the sentence, its button, the thread, the history.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class MyPathModel(
    TnDbContext db,
    PathSentence sentence,
    DossierDesk desk,
    CheckTraining training,
    ICourseCatalogue catalogue,
    ICertificates certificates,
    ReopenCensus reopen,
    Sentences words) : TnPageModel
{
    private readonly Dictionary<string, string> titles = [];

    public Sentences Words => words;

    public ConsultantDossier? Dossier { get; private set; }

    public string Sentence { get; private set; } = string.Empty;

    public PathAction? Action { get; private set; }

    public IReadOnlyList<ThreadStep> Steps { get; private set; } = [];

    public IReadOnlyList<PathHistoryRow> History { get; private set; } = [];

    public IReadOnlyList<RequiredCourse> Courses { get; private set; } = [];

    public IReadOnlyList<CharterSignature> Signatures { get; private set; } = [];

    public CertificateCard? Certificate { get; private set; }

    public string TitleOf(RequiredCourse course) => course.Completed?.Title ?? titles.GetValueOrDefault(course.Slug, course.Slug);

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken)
    {
        if ((await reopen.ReopenAsync(Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal);
            await ShowAsync(cancellationToken);
            return Page();
        }

        Confirm("Votre recensement est rouvert. Vos réponses sont toutes là.");
        return Redirect("/mon-parcours/recensement");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var person = Act.Person;
        var today = French.Day(Act.At);
        Dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person, cancellationToken);
        Sentence = await sentence.OfAsync(Dossier, cancellationToken);
        Action = Dossier is { MergedInto: not null } ? null : PathSentence.ActionOf(Dossier?.State);
        History = Dossier is null ? [] : await desk.HistoryAsync(Dossier.Id, cancellationToken);
        Signatures = await db.Set<CharterSignature>().AsNoTracking().Where(one => one.Person == person).OrderByDescending(one => one.SignedAt).ToListAsync(cancellationToken);
        Certificate = await certificates.CurrentOfAsync(person, today, cancellationToken);
        Steps = PathThread.Of(Dossier?.State, History, Sentence, words.Name, T.ShortDate, Links());
        await ShowCoursesAsync(person, today, cancellationToken);
    }

    private async Task ShowCoursesAsync(PersonId person, DateOnly today, CancellationToken cancellationToken)
    {
        if (Dossier is not { State: PathState.InTraining })
        {
            return;
        }

        Courses = await training.OfAsync(person, today, cancellationToken);
        foreach (var course in Courses)
        {
            if (await catalogue.FindAsync(course.Slug, cancellationToken) is { } edition)
            {
                titles[course.Slug] = edition.Title;
            }
        }
    }

    private Dictionary<PathStage, string> Links()
    {
        var links = new Dictionary<PathStage, string>
        {
            [PathStage.Census] = "/mon-parcours/recensement",
            [PathStage.Training] = "/formations",
            [PathStage.Exam] = "/mon-parcours/epreuve",
            [PathStage.CaseStudy] = "/mon-parcours/etude-de-cas",
            [PathStage.Certification] = "/mon-parcours/certificat",
            [PathStage.Renewal] = "/mon-parcours/renouvellement",
        };
        if (Signatures.Count > 0)
        {
            links[PathStage.Charter] = $"/mon-parcours/charte/recepisse/{Signatures[0].Id}";
        }

        return links;
    }
}

/// <summary>How a state is coloured, always with its word.</summary>
internal static class PathKinds
{
    public static string Of(PathState state) => state switch
    {
        PathState.Certified or PathState.Probationary => "success",
        PathState.PiecesRequested or PathState.ResignatureDue or PathState.ResignatureOverdue or PathState.RenewalOpen or PathState.CharterToSign => "warning",
        PathState.Suspended or PathState.Withdrawn or PathState.Rejected or PathState.NotAdmissible or PathState.Lapsed => "danger",
        PathState.Closed or PathState.Deferred => "neutral",
        _ => "info",
    };
}

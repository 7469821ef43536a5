using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Census.Papers;
using Tn.Journey.Census.Register;
using Tn.Journey.Census.Save;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>One step of the census: saved as typed, then shown again with what is wrong, or followed by the next step.</summary>
[Needs(Permission.ApplyAsConsultant)]
internal sealed class CensusStepModel(CensusReader censuses, PaperShelf shelf, CompanyRegister register, PrefillFromRegister prefill, TnDbContext db, SaveCensusStep save, IProgrammeRules rules, Sentences words) : TnPageModel
{
    [BindProperty]
    public CensusForm Input { get; set; } = new();

    public CensusStepInfo Info { get; private set; } = CensusSteps.All[0];

    public CensusGapsView Gaps { get; private set; } = new(null, []);

    /// <summary>Each answer of the step with where it comes from.</summary>
    public IReadOnlyList<CensusLine> Origins { get; private set; } = [];

    /// <summary>What the register said, or null.</summary>
    public RegisterReading? Reading { get; private set; }

    /// <summary>True when the register can be asked from here.</summary>
    public bool CanPrefill => register.IsOn && IsOpen && Info.Step == CensusStep.Enterprise;

    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(string etape, CancellationToken cancellationToken)
    {
        if (CensusSteps.Find(etape) is not { } info)
        {
            return NotFound();
        }

        Info = info;
        var folder = await censuses.OfAsync(Act.Person, cancellationToken);
        if (folder.Entry.Of(info.Step) is { } answers)
        {
            Input.Take(answers);
        }
        else if (info.Step == CensusStep.Person)
        {
            Input.Person = FromAccount(Act.ActorName);
        }

        await ShowAsync(folder, cancellationToken);
        foreach (var gap in Gaps.Gaps.Where(gap => gap.Step == info.Step && gap.IsFault))
        {
            ModelState.AddModelError($"Input.{gap.Step}.{gap.Field}", words.Of(gap.Why));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string etape, string? then, CancellationToken cancellationToken)
    {
        if (CensusSteps.Find(etape) is not { } info)
        {
            return NotFound();
        }

        Info = info;
        var answers = Input.Of(info.Step);
        if ((await save.SaveAsync(info.Step, answers, Act, cancellationToken)).IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code is "census.siret-taken" or "census.siret-settled" ? "Input.Enterprise.Siret" : string.Empty);
            await ShowAsync(await censuses.OfAsync(Act.Person, cancellationToken), cancellationToken);
            return Page();
        }

        return Redirect(await NextAsync(info, answers, then, cancellationToken));
    }

    /// <summary>Fills in what was left empty from the register; the rest of the page is as saved.</summary>
    public async Task<IActionResult> OnPostPrefillAsync(string etape, CancellationToken cancellationToken)
    {
        if (CensusSteps.Find(etape) is not { Step: CensusStep.Enterprise } info)
        {
            return NotFound();
        }

        if (!(await prefill.PrefillAsync(Act, cancellationToken)).IsRefused(out var refusal))
        {
            Confirm("Les champs vides sont remplis d’après le registre. Relisez-les : tout peut être corrigé.");
            return Redirect(info.Url);
        }

        ModelState.Clear();
        Explain(refusal);
        return await OnGetAsync(etape, cancellationToken);
    }

    private async Task<string> NextAsync(CensusStepInfo info, object answers, string? then, CancellationToken cancellationToken)
    {
        var today = French.Day(Act.At);
        var gaps = CensusCompleteness.Missing(new CensusEntry().With(answers), await rules.AllAsync(today, cancellationToken), today);
        if (gaps.Any(gap => gap.Step == info.Step && gap.IsFault))
        {
            Confirm("L’étape est enregistrée. Il reste des réponses à corriger : elles sont signalées ci-dessous.");
            return info.Url;
        }

        Confirm($"L’étape « {T[info.Title]} » est enregistrée.");
        return then == "next" ? CensusSteps.After(info.Step)?.Url ?? "/mon-parcours/recensement" : info.Url;
    }

    private async Task ShowAsync(CensusFolder folder, CancellationToken cancellationToken)
    {
        var today = French.Day(Act.At);
        Gaps = new CensusGapsView(Info.Step, CensusCompleteness.Missing(folder.Entry, await rules.AllAsync(today, cancellationToken), today)) 
        {
            Unanswered = [.. CensusFields.Unanswered(folder.Entry)],
            Papers = Info.Step == CensusStep.Guarantees ? await shelf.GapsAsync(folder, today, cancellationToken) : null,
        };
        Origins = [.. new CensusSheet(T).Of(folder).Single(section => section.Step == Info.Step).Lines.Where(line => line.Origin is not null)];
        IsOpen = SaveCensusStep.IsOpen(folder.Dossier);
        Input.Pad();
        if (Info.Step == CensusStep.Enterprise && folder.Dossier is { } dossier)
        {
            Reading = await db.Set<RegisterReading>().AsNoTracking().SingleOrDefaultAsync(one => one.Dossier == dossier.Id, cancellationToken);
        }
    }

    private static PersonStep FromAccount(string displayName)
    {
        var parts = displayName.Split(' ', 2);
        return new PersonStep { GivenName = parts[0], FamilyName = parts.ElementAtOrDefault(1) };
    }
}

/// <summary>The nine steps as a form; a post fills in the one that was shown.</summary>
internal sealed class CensusForm
{
    public PersonStep Person { get; set; } = new();

    public EnterpriseStep Enterprise { get; set; } = new();

    public GuaranteesStep Guarantees { get; set; } = new();

    public IndependenceStep Independence { get; set; } = new();

    public CompetencesStep Competences { get; set; } = new();

    public TerritoriesStep Territories { get; set; } = new();

    public ReferencesStep References { get; set; } = new();

    public RecognitionsStep Recognitions { get; set; } = new();

    public StatementsStep Statements { get; set; } = new();

    /// <summary>Fields of the step shown that were answered with « sans objet ».</summary>
    public List<string> NotApplicable { get; set; } = [];

    public object Of(CensusStep step)
    {
        var answers = (StepAnswers)GetType().GetProperty(step.ToString())!.GetValue(this)!;
        answers.NotApplicable = [.. CensusFields.MayNotApply(step).Select(field => field.Name).Where(NotApplicable.Contains)];
        return answers;
    }

    public void Take(object answers)
    {
        GetType().GetProperties().Single(one => one.PropertyType == answers.GetType()).SetValue(this, answers);
        NotApplicable = ((StepAnswers)answers).NotApplicable;
    }

    /// <summary>Adds the empty rows that one can fill in, and one row per axis.</summary>
    public void Pad()
    {
        Fill(Independence.Ties, 3);
        Fill(References.Missions, 3);
        Fill(Recognitions.Items, 2);
        Competences.Axes = [.. Axes.All.Select(axis => Competences.Axes.Find(one => one.Axis == axis.Key) ?? new AxisCompetence { Axis = axis.Key })];
    }

    /// <summary>A closed list for a select, with an empty first choice.</summary>
    public static IEnumerable<SelectListItem> Select(IEnumerable<CensusChoice> choices, Texts texts) =>
        Boxes(choices, texts).Prepend(new SelectListItem(texts["Choisissez"], string.Empty));

    /// <summary>A closed list for boxes.</summary>
    public static IEnumerable<SelectListItem> Boxes(IEnumerable<CensusChoice> choices, Texts texts) =>
        choices.Select(choice => new SelectListItem(texts[choice.Label], choice.Key));

    // At least so many rows, and always one more than is filled in.
    private static void Fill<T>(List<T> rows, int least)
        where T : new()
    {
        for (var count = Math.Max(least, rows.Count + 1); rows.Count < count && rows.Count < 20;)
        {
            rows.Add(new T());
        }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Journey.Admissibility;
using Tn.Journey.Census.Papers;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>A consultant's whole file, with what an instructor can decide now.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class DeskFileModel(DossierDesk desk, InstructDossier instruct, AssignInstructor assign, IProgrammeRules rules, Sentences words) : TnPageModel
{
    [BindProperty]
    public DeskForm Input { get; set; } = new();

    public Sentences Words => words;

    public DateOnly Today => French.Day(Act.At);

    public DossierFile Folder { get; private set; } = null!;

    public IReadOnlyList<CensusSection> Sections { get; private set; } = [];

    /// <summary>Papers missing, refused or too old.</summary>
    public IReadOnlyList<PaperGap> PaperGaps { get; private set; } = [];

    /// <summary>The members the file can be entrusted to; those who are tied to it cannot be chosen, and the list says why.</summary>
    public IReadOnlyList<SelectListItem> Instructors { get; private set; } = [];

    /// <summary>The form to keep open when its act was refused.</summary>
    public string? Failed { get; private set; }

    public bool CanRequestPieces => Folder.Requests.All(request => request.RequestedAt < Folder.Dossier.SubmittedAt);

    public Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken) => ShowAsync(number, cancellationToken);

    public Task<IActionResult> OnPostAdmitAsync(string number, CancellationToken cancellationToken) =>
        ActAsync(number, "Admit", "Input.AdmitReason", Texts.Key("Le dossier est recevable. Le candidat est prévenu."), () => instruct.DeclareAdmissibleAsync(number, Input.AdmitReason, Act, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRequestAsync(string number, CancellationToken cancellationToken) =>
        ActAsync(number, "Request", "Input.Pieces", Texts.Key("La demande est envoyée au candidat."), () => instruct.RequestPiecesAsync(number, Input.Pieces, Act, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRefuseAsync(string number, CancellationToken cancellationToken) =>
        ActAsync(number, "Refuse", "Input.Article", Texts.Key("Le dossier n’est pas recevable. Le candidat est prévenu, avec l’article et le motif."), () => instruct.DeclareNotAdmissibleAsync(number, Input.Article, Input.RefusalReason, Act, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostReturnToJuryAsync(string number, CancellationToken cancellationToken) =>
        ActAsync(number, "ReturnToJury", "Input.JuryReason", Texts.Key("Le dossier est remis au jury."), () => instruct.ReturnToJuryAsync(number, Input.JuryReason, Act, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostExtendAsync(string number, CancellationToken cancellationToken) =>
        ActAsync(number, "Extend", "Input.ExtensionReason", Texts.Key("Un nouveau délai est accordé. Le consultant est prévenu."), () => instruct.ExtendResignatureAsync(number, Input.ExtensionReason, Act, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostNoteAsync(string number, CancellationToken cancellationToken) =>
        ActAsync(number, "Note", "Input.Note", Texts.Key("La note est ajoutée."), () => instruct.NoteAsync(number, Input.Note, Act, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAssignAsync(string number, CancellationToken cancellationToken) =>
        ActAsync(number, "Assign", "Input.Instructor", Texts.Key("Le dossier est attribué."), () => assign.AssignAsync(number, Guid.TryParse(Input.Instructor, out var id) ? new PersonId(id) : null, Act, cancellationToken), cancellationToken);

    private async Task<IActionResult> ActAsync(string number, string form, string field, string done, Func<Task<Outcome>> act, CancellationToken cancellationToken)
    {
        if (IsAbsent(await desk.DossierAsync(number, Act, cancellationToken), out _, out var answer))
        {
            return answer;
        }

        if ((await act()).IsRefused(out var refusal))
        {
            Failed = form;
            Explain(refusal, refusal.Code switch
            {
                "admissibility.reason-missing" => "Input.RefusalReason",
                "path.not-allowed" or "dossier.own" or "dossier.tie" or "dossier.merged" or "dossier.moved-meanwhile" => string.Empty,
                _ => field,
            });
            return await ShowAsync(number, cancellationToken);
        }

        Confirm(done);
        return Redirect($"/comites/partenaires-prives/{number}");
    }

    private async Task<IActionResult> ShowAsync(string number, CancellationToken cancellationToken)
    {
        if (IsAbsent(await desk.FindAsync(number, Act, cancellationToken), out var file, out var answer))
        {
            return answer;
        }

        Folder = file;
        Instructors =
        [
            new(T["Choisissez"], string.Empty),
            .. (await assign.CandidatesAsync(file.Dossier, Act, cancellationToken)).Select(one =>
                new SelectListItem(one.Tie is null ? one.Member.DisplayName : T[$"{one.Member.DisplayName} (lien déclaré : {T[one.Tie]})"], one.Member.Person.ToString()) { Disabled = one.Tie is not null }),
        ];
        Input.Instructor ??= file.Assignment?.Instructor.ToString();
        Sections = new CensusSheet(T).Of(file.Census);
        PaperGaps = PaperRules.Missing(file.Census.Entry, file.Papers, await rules.AllAsync(Today, cancellationToken), Today);
        // The one request begins with what is missing for certain, in French as it is sent; what was typed is kept.
        Input.Pieces ??= string.Join('\n', PaperGaps.Select(gap => words.InFrench.Of(gap.Why)));
        return Page();
    }
}

/// <summary>The desk's forms.</summary>
internal sealed class DeskForm
{
    public string? Instructor { get; set; }

    public string? AdmitReason { get; set; }

    public string? Pieces { get; set; }

    public string? Article { get; set; }

    public string? RefusalReason { get; set; }

    public string? JuryReason { get; set; }

    public string? ExtensionReason { get; set; }

    public string? Note { get; set; }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tn.Journey.Admissibility;
using Tn.Journey.Admissibility.Duplicates;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Journey.Pages.Journey;

/// <summary>A merge as the page lists it.</summary>
internal sealed record MergeLine(MergeRow Row, string KeptNumber, string AbsorbedNumber, bool CanUndo);

/// <summary>The look-alikes of a file, the merge, and its undoing.</summary>
[Needs(Permission.InstructDossiers)]
internal sealed class DeskDuplicatesModel(TnDbContext db, DossierDesk desk, DuplicateFinder finder, MergeDossiers merging, TellApart apart) : TnPageModel
{
    [BindProperty]
    public MergeForm Input { get; set; } = new();

    public ConsultantDossier Dossier { get; private set; } = null!;

    public IReadOnlyList<DuplicatePair> Pairs { get; private set; } = [];

    public IReadOnlyList<ToldApart> Apart { get; private set; } = [];

    public IReadOnlyList<MergeLine> Merges { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken) => ShowAsync(number, cancellationToken);

    public Task<IActionResult> OnPostMergeAsync(string number, CancellationToken cancellationToken) =>
        ActAsync(number, Texts.Key("Les deux dossiers n’en font plus qu’un. La personne est prévenue."), "Input.Reason", () => merging.MergeAsync(number, Input.Absorbed, Input.Reason, Act, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostUndoAsync(string number, Guid merge, CancellationToken cancellationToken) =>
        ActAsync(number, Texts.Key("La réunion est défaite."), "Input.UndoReason", () => merging.UndoAsync(merge, Input.UndoReason, Act, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostApartAsync(string number, CancellationToken cancellationToken) =>
        ActAsync(number, Texts.Key("C’est noté : ce sont deux personnes. La paire n’est plus proposée."), "Input.ApartReason", () => apart.DeclareAsync(number, Input.Other, Input.ApartReason, Act, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostTogetherAsync(string number, Guid word, CancellationToken cancellationToken) =>
        ActAsync(number, Texts.Key("La paire est de nouveau proposée."), "Input.TogetherReason", () => apart.TakeBackAsync(number, word, Input.TogetherReason, Act, cancellationToken), cancellationToken);

    private async Task<IActionResult> ActAsync(string number, string done, string reasonField, Func<Task<Outcome>> act, CancellationToken cancellationToken)
    {
        if (IsAbsent(await desk.DossierAsync(number, Act, cancellationToken), out _, out var answer))
        {
            return answer;
        }

        if ((await act()).IsRefused(out var refusal))
        {
            Explain(refusal, refusal.Code switch
            {
                "duplicates.reason" => reasonField,
                "duplicates.number" => reasonField == "Input.ApartReason" ? "Input.Other" : "Input.Absorbed",
                _ => string.Empty,
            });
            return await ShowAsync(number, cancellationToken);
        }

        Confirm(done);
        return Redirect($"/comites/partenaires-prives/{number}/doublons");
    }

    private async Task<IActionResult> ShowAsync(string number, CancellationToken cancellationToken)
    {
        if (IsAbsent(await desk.DossierAsync(number, Act, cancellationToken), out var dossier, out var answer))
        {
            return answer;
        }

        Dossier = dossier;
        Pairs = await finder.OfAsync(dossier, cancellationToken);
        if (Pairs is [var only])
        {
            // The one that looks alike is most likely the one meant.
            Input.Absorbed ??= only.Other.Number;
            Input.Other ??= only.Other.Number;
        }

        Apart = await finder.ApartAsync(dossier.Id, cancellationToken);
        var rows = await db.Set<MergeRow>().AsNoTracking().Where(row => row.Kept == dossier.Id || row.Absorbed == dossier.Id).OrderByDescending(row => row.At).ToListAsync(cancellationToken);
        var ids = rows.SelectMany(row => new[] { row.Kept, row.Absorbed }).ToHashSet();
        var numbers = await db.Set<ConsultantDossier>().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Number, cancellationToken);
        Merges = [.. rows.Select(row => new MergeLine(row, numbers[row.Kept], numbers[row.Absorbed], row.Undoes is null && rows.All(other => other.Undoes != row.Id)))];
        return Page();
    }
}

/// <summary>The page's forms.</summary>
internal sealed class MergeForm
{
    public string? Absorbed { get; set; }

    public string? Reason { get; set; }

    public string? UndoReason { get; set; }

    public string? Other { get; set; }

    public string? ApartReason { get; set; }

    public string? TogetherReason { get; set; }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tn.Certification.Exam;
using Tn.Platform.Web;

namespace Tn.Certification.Pages.Exam;

/// <summary>One item of an open sitting. Keys stay on the server; each post keeps one answer and says so only once it is kept.</summary>
[Needs(Permission.ApplyAsConsultant)]
[ResponseCache(NoStore = true)]
internal sealed class ItemModel(ExamQueries queries, SaveAnswers save, Sentences sentences) : TnPageModel
{
    /// <summary>The value of « Je ne sais pas ».</summary>
    public const string Unknown = "?";

    [FromRoute(Name = "sitting")]
    public Guid SittingValue { get; set; }

    [FromRoute]
    public int N { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Choices { get; set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    public Sitting Sitting { get; private set; } = null!;

    public ExamForm Form { get; private set; } = null!;

    public PinnedItem Item { get; private set; } = null!;

    public IReadOnlyDictionary<int, ItemResponse> Answers { get; private set; } = new Dictionary<int, ItemResponse>();

    public DateTimeOffset Now { get; private set; }

    public string Left => T.Minutes(Math.Max(1, (int)Math.Ceiling((Sitting.EndsAt - Now).TotalMinutes)));

    public string? SavedSentence => Answers.ContainsKey(N) ? T["Votre réponse à cette question est enregistrée. Vous pouvez la changer jusqu’à la fin."] : null;

    private string ResultPath => $"/mon-parcours/epreuve/{SittingValue}/resultat";

    public bool IsChosen(string choice) => Choices.Contains(choice, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var elsewhere = await LoadAsync(cancellationToken);
        if (elsewhere is null && Answers.TryGetValue(N, out var given))
        {
            Choices = given.DoesNotKnow ? [Unknown] : given.Choices;
            Text = given.Text;
        }

        return elsewhere ?? Page();
    }

    /// <param name="go">The item to show next; 0 leads to the end; absent when the script saves.</param>
    public async Task<IActionResult> OnPostAsync(int? go, CancellationToken cancellationToken)
    {
        if (await queries.OwnAsync(new SittingId(SittingValue), Act.Person, cancellationToken) is null)
        {
            return NotFound();
        }

        var quietly = Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        if (Response() is { } response)
        {
            var kept = await save.SaveAsync(new SittingId(SittingValue), N, response, Act, cancellationToken);
            if (quietly)
            {
                return Acknowledge(kept);
            }

            if (kept.IsRefused(out var refusal))
            {
                Explain(refusal);
                return await LoadAsync(cancellationToken) ?? Page();
            }
        }

        if (quietly)
        {
            return new JsonResult(new { sentence = string.Empty });
        }

        return Redirect(go is null or 0 ? $"/mon-parcours/epreuve/{SittingValue}/terminer" : $"/mon-parcours/epreuve/{SittingValue}/{go}");
    }

    private new ItemResponse? Response() => (Choices, Text?.Trim()) switch
    {
        ([Unknown], _) => ItemResponse.Unknown,
        ([], null or "") => null,
        ([], { } text) => ItemResponse.Typed(text),
        _ => new ItemResponse(false, Choices, null),
    };

    private JsonResult Acknowledge(Outcome kept) => kept.IsRefused(out var refusal)
        ? new JsonResult(new { sentence = sentences.Of(refusal) }) { StatusCode = StatusCodes.Status409Conflict }
        : new JsonResult(new { sentence = T["Réponse enregistrée."] });

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (await queries.OwnAsync(new SittingId(SittingValue), act.Person, cancellationToken) is not { } sitting)
        {
            return NotFound();
        }

        Now = act.At;
        if (sitting.Status == SittingStatus.Paused)
        {
            return Redirect("/mon-parcours/epreuve");
        }

        if (!sitting.IsOpenAt(Now))
        {
            return Redirect(ResultPath);
        }

        Sitting = sitting;
        Form = sitting.Form();
        if (Form.At(N) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        Answers = await queries.AnswersAsync(sitting.Id, cancellationToken);
        return null;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Questions.Files;
using Tn.Content.Questions.Import;
using Tn.Content.Rendering;
using Tn.Content.Types;

namespace Tn.Content.Pages.Admin.Questions;

/// <summary>A bank's questions from a file, and into one. For who may change the bank.</summary>
[Authorize]
[RequestSizeLimit(QuestionFiles.MaximumBytes + (256 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = QuestionFiles.MaximumBytes + (256 * 1024))]
internal sealed class ImportModel(DocumentQueries documents, ReadQuestionFile reader, ExportBank export, SaveDraft save) : DocumentPageModel(documents)
{
    private const int Shown = 200;

    [BindProperty]
    public ImportForm Input { get; set; } = new();

    [BindProperty]
    public KeptForm Kept { get; set; } = new();

    /// <summary>What the file would make of the bank, once one was read.</summary>
    public BankProposal? Proposal { get; private set; }

    public string FileName { get; private set; } = string.Empty;

    public string FormatName => Proposal?.File.Format is { } format ? Words[QuestionFiles.Formats.First(one => one.Value == format).Key] : T["format non reconnu"];

    public IEnumerable<SelectListItem> Formats => Words.Select(word => new SelectListItem(word.Value, word.Key)).Prepend(new SelectListItem(T["Le reconnaître au contenu"], string.Empty));

    private static readonly Dictionary<string, string> Words =
        new(StringComparer.Ordinal) { ["gift"] = "GIFT", ["moodle-xml"] = "Moodle XML", ["aiken"] = "Aiken", ["csv"] = "CSV" };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await EnterBankAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (await EnterBankAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        ModelState.Clear();
        if (file is null || file.Length == 0)
        {
            Explain(new Refusal("questions.upload-missing"));
            return Page();
        }

        FileName = Path.GetFileName(file.FileName);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        var format = Input.Format is { Length: > 0 } named && QuestionFiles.Formats.TryGetValue(named, out var known) ? known : (QuestionFormat?)null;
        var read = await reader.ReadAsync(ItemId, new QuestionUpload(bytes.ToArray(), FileName, format, Input.Replaces), Act, cancellationToken);
        if (read.IsRefused(out var refusal))
        {
            return Refused(refusal);
        }

        Proposal = read.Value;
        return Page();
    }

    /// <summary>Keeps what was read as a new draft version, through the same save as the editor's.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        if (await EnterBankAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        ModelState.Clear();
        var input = new DraftInput(ItemId, Kept.BaseVersionId ?? string.Empty, new Dictionary<string, string?> { [Fields.Gift.Name] = Kept.Gift ?? string.Empty })
        {
            Comment = $"Importé de {Kept.Name}" is var comment && comment.Length <= ContentVersion.CommentLength ? comment : "Importé d’un fichier",
        };
        var outcome = await save.SaveAsync(input, Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return Refused(refusal);
        }

        Confirm(outcome.Value.IsNew ? T["Une nouvelle version de la banque est enregistrée. Relisez-la, puis envoyez-la au comité."] : T["La banque disait déjà cela : aucune version nouvelle."]);
        return Redirect($"/admin/contenus/{ItemId}");
    }

    public Task<IActionResult> OnGetGiftAsync(CancellationToken cancellationToken) => DownloadAsync(QuestionFormat.Gift, cancellationToken);

    public Task<IActionResult> OnGetXmlAsync(CancellationToken cancellationToken) => DownloadAsync(QuestionFormat.MoodleXml, cancellationToken);

    /// <summary>The first findings of a long list.</summary>
    public IReadOnlyList<Finding> Some(IReadOnlyList<Finding> findings) =>
        findings.Count <= Shown ? findings : [.. findings.Take(Shown), new Finding(string.Empty, 0, Severity.Note, T[$"et {findings.Count - Shown} autres."])];

    private async Task<IActionResult> DownloadAsync(QuestionFormat format, CancellationToken cancellationToken)
    {
        if (await EnterBankAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var outcome = await export.WriteAsync(ItemId, format, Act, cancellationToken);
        return outcome.IsRefused(out var refusal) ? Denied(refusal) : File(outcome.Value.Bytes, outcome.Value.ContentType, outcome.Value.Name);
    }

    private IActionResult Refused(Refusal refusal)
    {
        if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
        {
            return Denied(refusal);
        }

        Explain(refusal);
        return Page();
    }

    private async Task<IActionResult?> EnterBankAsync(CancellationToken cancellationToken) =>
        await EnterAsync(cancellationToken) is { } answer ? answer : Latest.ContentType == ContentTypes.QuestionBank ? null : NotFound();
}

/// <summary>How a file is to be read.</summary>
internal sealed class ImportForm
{
    /// <summary>One of <see cref="QuestionFiles.Formats"/>; empty to find it from the content.</summary>
    public string? Format { get; set; }

    public bool Replaces { get; set; }
}

/// <summary>What was read and is to be kept.</summary>
internal sealed class KeptForm
{
    public string? BaseVersionId { get; set; }

    public string? Name { get; set; }

    public string? Gift { get; set; }
}

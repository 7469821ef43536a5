using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tn.Content.Documents;
using Tn.Content.Documents.Copies;
using Tn.Content.Documents.Save;
using Tn.Content.Pages.Admin.Editor;
using Tn.Content.Rendering;
using Tn.Content.Review.Submit;
using Tn.Content.Types;
using Tn.Platform.Web;

namespace Tn.Content.Pages.Admin;

/// <summary>The editor: a document's fields by its type, what it lacks, its review. For its owner and for managers.</summary>
[Authorize]
[RequestSizeLimit(2_000_000)]
internal sealed class EditModel(EditorDesk desk, BodyRenderer renderer, SaveDraft save, SubmitForReview submit, KeepWorkingCopy copies) : TnPageModel
{
    [FromRoute]
    public string ItemId { get; init; } = string.Empty;

    [BindProperty]
    public EditForm Input { get; set; } = new();

    public EditorView Document { get; private set; } = null!;

    /// <summary>To the committee, when the text is sent.</summary>
    [BindProperty]
    public string? Note { get; set; }

    public TypeDefinition Type => Document.Type;

    public ContentVersion Latest => Document.Latest;

    /// <summary>Somebody else's newer version, when the author's save met it.</summary>
    public ContentVersion? Conflict { get; private set; }

    /// <summary>What was typed and not saved, when it is offered again.</summary>
    public WorkingCopy? Copy { get; private set; }

    /// <summary>The typed text as the page will show it, when asked for without scripts.</summary>
    public RenderedBody? Look { get; private set; }

    public bool MayChange => Latest.DeletedUtc is null && Type.MayChange(Act, Latest);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "copie")] string? copy, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        Input = EditForm.Of(Type, Latest);
        if (await copies.FindAsync(Act.Person, ItemId, cancellationToken) is { } kept)
        {
            Offer(kept, taken: copy == "reprendre");
        }

        return Page();
    }

    /// <summary>Saves what was typed as a version, with a change of the lessons when one of their buttons was pressed.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var outcome = await SaveAsync(cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return await RefusedAsync(refusal, cancellationToken);
        }

        if (outcome.Value.LessonId is { } lesson)
        {
            Confirm("La leçon est dans le cours. Écrivez-la ici.");
            return Redirect($"/admin/contenus/{lesson}");
        }

        Confirm(outcome.Value.IsNew ? T["La version est enregistrée. Envoyez-la au comité quand elle est prête."] : T["Rien n’avait changé : aucune version nouvelle."]);
        return Redirect($"/admin/contenus/{ItemId}{(Input.Move is null ? string.Empty : "#lecons")}");
    }

    /// <summary>Saves what was typed, then sends the drafts to the committee.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken)
    {
        var typed = Input.Fields.Count > 0;
        if (await ReadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if (typed && (await SaveAsync(cancellationToken)).IsRefused(out var refusal))
        {
            return await RefusedAsync(refusal, cancellationToken);
        }

        var outcome = await submit.SubmitAsync(ItemId, Act, cancellationToken, Note ?? string.Empty);
        if (outcome.IsRefused(out refusal))
        {
            return await RefusedAsync(refusal, cancellationToken);
        }

        Confirm("Le texte est envoyé au comité pédagogique. Vous pouvez suivre les voix dans le dossier.");
        return Redirect($"/comites/pedagogique/{outcome.Value}");
    }

    /// <summary>Shows the typed text as a page, without saving it: the preview of those without scripts.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if (Type.Body is { } body)
        {
            var rendered = await renderer.RenderAsync(Type.Name, FieldCheck.Normal(body, Input.TextOf(body)), Latest.Slug, cancellationToken);
            Look = rendered.Body ?? RenderedBody.Empty;
            Document = Document with { Findings = rendered.Findings };
        }

        return Page();
    }

    /// <summary>After a conflict: opens the other text; the author's own is kept aside and offered again.</summary>
    public async Task<IActionResult> OnPostTheirsAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if ((await copies.KeepAsync(new DraftInput(ItemId, Latest.VersionId, Input.Values), Act, cancellationToken)).IsRefused(out var refusal))
        {
            return await RefusedAsync(refusal, cancellationToken);
        }

        Confirm("L’autre texte est ouvert. Le vôtre est gardé de côté.");
        return Redirect($"/admin/contenus/{ItemId}");
    }

    /// <summary>Puts the working copy aside for good.</summary>
    public async Task<IActionResult> OnPostForgetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        await copies.ForgetAsync(Act.Person, ItemId, cancellationToken);
        Confirm("Le texte en cours de frappe est écarté.");
        return Redirect($"/admin/contenus/{ItemId}");
    }

    private void Offer(WorkingCopy kept, bool taken)
    {
        var typed = EditForm.Of(Type, Latest).With(kept.Values, kept.BaseVersionId);
        if (Type.Fields.All(field => FieldCheck.Normal(field, typed.TextOf(field)) == FieldCheck.Normal(field, Input.TextOf(field))))
        {
            return;
        }

        Copy = kept;
        if (taken)
        {
            Input = typed;
            Conflict = kept.BaseVersionId == Latest.VersionId ? null : Latest;
            Input.BaseVersionId = Latest.VersionId;
        }
    }

    private async Task<Outcome<SavedDraft>> SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var field in Type.Fields)
        {
            var text = FieldCheck.Normal(field, field.Kind == FieldKind.Files ? Input.FilesAfter(field) : Input.TextOf(field));
            if (text != FieldCheck.Normal(field, Completeness.TextOf(field, Latest.Slug, Latest.Parts)) && FieldCheck.Refuse(field, text) is { } wrong)
            {
                Explain(wrong, Input.KeyOf(field.Name));
            }
        }

        if (!ModelState.IsValid)
        {
            return new Refusal("content.explained");
        }

        var values = Input.Values.ToDictionary(StringComparer.Ordinal);
        if (Type.Find(Fields.Lessons.Name) is not null)
        {
            values[Fields.Lessons.Name] = LessonMoves.After(Input.TextOf(Fields.Lessons), Input.Move);
        }

        if (Type.Fields.FirstOrDefault(field => field.Kind == FieldKind.Files) is { } files)
        {
            values[files.Name] = Input.FilesAfter(files);
        }

        var input = new DraftInput(ItemId, Input.BaseVersionId ?? string.Empty, values)
        {
            Comment = Input.Comment?.Trim() ?? string.Empty,
            NewLesson = string.IsNullOrWhiteSpace(Input.NewLesson) ? null : Input.NewLesson,
        };
        var outcome = await save.SaveAsync(input, Act, cancellationToken);
        if (outcome.IsDone)
        {
            await copies.ForgetAsync(Act.Person, ItemId, cancellationToken);
        }

        return outcome;
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        if (refusal.Code.StartsWith("access.", StringComparison.Ordinal))
        {
            return Denied(refusal);
        }

        if (refusal.Code == "content.conflict")
        {
            await LoadAsync(cancellationToken);
            Conflict = Latest;
            Input.BaseVersionId = Latest.VersionId;
        }

        if (refusal.Code == "content.explained")
        {
            return Page();
        }

        Explain(refusal, Input.KeyOf(refusal.Values.GetValueOrDefault("field")));
        return Page();
    }

    /// <summary>Loads the document and puts what was sent into its form.</summary>
    private async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await LoadAsync(cancellationToken);
        if (answer is null)
        {
            ModelState.Clear();
            Input = Input.InOrder(Type, Latest);
        }

        return answer;
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var act = Act;
        if (!DocumentDoor.HasDesk(act))
        {
            return Forbid();
        }

        if (await desk.OpenAsync(ItemId, act, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        if (!DocumentDoor.Opens(act, view.Latest))
        {
            return Forbid();
        }

        Document = view;
        return null;
    }
}

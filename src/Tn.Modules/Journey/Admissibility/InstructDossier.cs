using Microsoft.EntityFrameworkCore;
using Tn.Journey.Charter;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility;

/// <summary>
/// What an instructor decides about a submitted file: request pieces once, declare admissible or not admissible, leave a note.
/// Nobody instructs their own file, nor one they are tied to.
/// </summary>
internal sealed class InstructDossier(TnDbContext db, InstructionDoor door, IConsultantPath path, IReminders reminders)
{
    /// <summary>One consolidated request per submission; refused when a first one was made since the census was submitted.</summary>
    /// <param name="pieces">One piece a line; at least one.</param>
    public async Task<Outcome> RequestPiecesAsync(string number, string? pieces, ActContext act, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(number, act, cancellationToken);
        if (opened.IsRefused(out var refusal))
        {
            return refusal;
        }

        var dossier = opened.Value;
        var labels = (pieces ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (labels.Length == 0)
        {
            return new Refusal("pieces.none");
        }

        if (await db.Set<PieceRequest>().AnyAsync(one => one.Dossier == dossier.Id && one.RequestedAt >= dossier.SubmittedAt, cancellationToken))
        {
            return new Refusal("pieces.already-requested");
        }

        var reason = $"{French.Count(labels.Length, "pièce demandée", "pièces demandées")} : {string.Join(" ; ", labels)}.";
        if ((await path.MoveAsync(dossier.Person, PathTrigger.RequestPieces, reason, act, cancellationToken)).IsRefused(out refusal))
        {
            return refusal;
        }

        db.Add(PieceRequest.Of(dossier.Id, labels, act));
        await PiecesReminder.PlanAsync(reminders, dossier, cancellationToken);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }

    /// <summary>The file is complete and within the programme's scope: the charter can be signed.</summary>
    public async Task<Outcome> DeclareAdmissibleAsync(string number, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(number, act, cancellationToken);
        if (opened.IsRefused(out var refusal))
        {
            return refusal;
        }

        var told = string.IsNullOrWhiteSpace(reason) ? "Dossier complet et recevable." : reason.Trim();
        return (await path.MoveAsync(opened.Value.Person, PathTrigger.DeclareAdmissible, told, act, cancellationToken)).IsRefused(out refusal)
            ? refusal
            : await db.SaveUnlessMovedAsync(cancellationToken);
    }

    /// <summary>Refuses the file; both the article and the reason are due to the candidate.</summary>
    public async Task<Outcome> DeclareNotAdmissibleAsync(string number, string? article, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(number, act, cancellationToken);
        if (opened.IsRefused(out var refusal))
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(article))
        {
            return new Refusal("admissibility.article-missing");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("admissibility.reason-missing");
        }

        return (await path.MoveAsync(opened.Value.Person, PathTrigger.DeclareNotAdmissible, $"{article.Trim()} : {reason.Trim()}", act, cancellationToken)).IsRefused(out refusal)
            ? refusal
            : await db.SaveUnlessMovedAsync(cancellationToken);
    }

    /// <summary>Takes a deferred file back to the jury once its prescriptions are met, or a refused one on appeal.</summary>
    public async Task<Outcome> ReturnToJuryAsync(string number, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(number, act, cancellationToken);
        if (opened.IsRefused(out var refusal))
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("jury.reason-missing");
        }

        return (await path.MoveAsync(opened.Value.Person, PathTrigger.ReturnToJury, reason.Trim(), act, cancellationToken)).IsRefused(out refusal)
            ? refusal
            : await db.SaveUnlessMovedAsync(cancellationToken);
    }

    /// <summary>Gives a new date to whoever did not sign the new charter in time; the reminders begin again.</summary>
    public async Task<Outcome> ExtendResignatureAsync(string number, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(number, act, cancellationToken);
        if (opened.IsRefused(out var refusal))
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("charter.extension-reason-missing");
        }

        if ((await path.MoveAsync(opened.Value.Person, PathTrigger.ExtendResignature, reason.Trim(), act, cancellationToken)).IsRefused(out refusal))
        {
            return refusal;
        }

        await ResignatureReminder.PlanAsync(reminders, opened.Value, cancellationToken);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }

    /// <summary>Leaves a private note, in any state of the file.</summary>
    public async Task<Outcome> NoteAsync(string number, string? text, ActContext act, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(number, act, cancellationToken);
        if (opened.IsRefused(out var refusal))
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new Refusal("note.empty");
        }

        db.Add(InstructorNote.Of(opened.Value.Id, text.Trim(), act));
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }
}

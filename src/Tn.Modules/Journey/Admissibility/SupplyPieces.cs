using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Admissibility;

/// <summary>The candidate answers the request for pieces; what is typed is kept even when an answer is missing.</summary>
internal sealed class SupplyPieces(TnDbContext db, IConsultantPath path, IReminders reminders)
{
    /// <param name="answers">In the order of the pieces.</param>
    public async Task<Outcome> SupplyAsync(IReadOnlyList<string?> answers, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var denied))
        {
            return denied;
        }

        var dossier = await db.Set<ConsultantDossier>().SingleOrDefaultAsync(one => one.Person == act.Person, cancellationToken);
        var request = dossier is null ? null : await OpenRequestAsync(db, dossier.Id, cancellationToken);
        if (dossier is not { State: PathState.PiecesRequested } || request is null)
        {
            return new Refusal("pieces.not-requested");
        }

        if (request.Answer(answers, act.At).IsRefused(out var refusal))
        {
            await db.SaveChangesAsync(cancellationToken);
            return refusal;
        }

        var reason = $"{French.Count(request.Pieces.Count, "pièce fournie", "pièces fournies")}.";
        if ((await path.MoveAsync(act.Person, PathTrigger.SupplyPieces, reason, act, cancellationToken)).IsRefused(out refusal))
        {
            return refusal;
        }

        await reminders.CancelAsync(PiecesReminder.Name, dossier.Id.ToString(), cancellationToken);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }

    /// <summary>The request that waits for answers, or null.</summary>
    internal static Task<PieceRequest?> OpenRequestAsync(TnDbContext db, DossierId dossier, CancellationToken cancellationToken) =>
        db.Set<PieceRequest>().Where(one => one.Dossier == dossier && one.AnsweredAt == null)
            .OrderByDescending(one => one.RequestedAt).FirstOrDefaultAsync(cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Tn.Journey.Path;
using Tn.Platform.Data;
using Tn.Platform.Events;

namespace Tn.Journey.Charter;

/// <summary>
/// Asks those in force who have not signed the last material version to sign it (article 15.2). Safe to run again:
/// whoever was asked has moved, whoever signed is left alone.
/// </summary>
internal sealed class RequireResignatures(TnDbContext db, IPublishedDocuments documents, IConsultantPath path, IReminders reminders)
{
    private static readonly PathState[] InForce =
        [.. PathMachine.Transitions.Where(move => move.Trigger == PathTrigger.RequireResignature).Select(move => move.From)];

    /// <summary>Checks everyone in force.</summary>
    public async Task RunAsync(ActContext act, CancellationToken cancellationToken)
    {
        var people = await db.Set<ConsultantDossier>().AsNoTracking()
            .Where(one => InForce.Contains(one.State)).OrderBy(one => one.Number).Select(one => one.Person).ToListAsync(cancellationToken);
        foreach (var person in people)
        {
            db.ChangeTracker.Clear();
            await CheckAsync(person, act, cancellationToken);
        }
    }

    /// <summary>Checks one person.</summary>
    public async Task CheckAsync(PersonId person, ActContext act, CancellationToken cancellationToken)
    {
        var dossier = await db.Set<ConsultantDossier>().SingleOrDefaultAsync(one => one.Person == person, cancellationToken);
        if (dossier is null || !InForce.Contains(dossier.State) || await LastMaterialAsync(cancellationToken) is not { } charter)
        {
            return;
        }

        // Any version published since the material change carries it.
        var signed = await db.Set<CharterSignature>().AsNoTracking()
            .Where(one => one.Person == person && one.CharterItemId == charter.Document.ItemId)
            .Select(one => one.CharterVersionId).ToListAsync(cancellationToken);
        if (signed.Any(charter.CarriedBy.Contains))
        {
            return;
        }

        var reason = $"La charte {CharterText.NumberOf(charter.Document)} modifie le fond de vos engagements.";
        if ((await path.MoveAsync(person, PathTrigger.RequireResignature, reason, act, cancellationToken)).IsDone)
        {
            await ResignatureReminder.PlanAsync(reminders, dossier, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Plans the reminders of whoever came back into the window, which begins anew.</summary>
    public async Task RemindAnewAsync(PersonId person, CancellationToken cancellationToken)
    {
        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person && one.State == PathState.ResignatureDue, cancellationToken);
        if (dossier is not null)
        {
            await ResignatureReminder.PlanAsync(reminders, dossier, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<MaterialCharter?> LastMaterialAsync(CancellationToken cancellationToken)
    {
        var current = await documents.FindAsync(ContentTypes.Charter, CharterText.Slug, cancellationToken);
        var history = current is null ? [] : await documents.HistoryAsync(current.ItemId, cancellationToken);
        var at = history.ToList().FindIndex(CharterText.IsMaterial);
        return at < 0 ? null : new MaterialCharter(history[at], [.. history.Take(at + 1).Select(version => version.VersionId)]);
    }

    /// <summary>The last material version, and the versions that carry it.</summary>
    private sealed record MaterialCharter(PublishedDocument Document, IReadOnlySet<string> CarriedBy)
    {
        public MaterialCharter(PublishedDocument document, IEnumerable<string> carriedBy)
            : this(document, carriedBy.ToHashSet())
        {
        }
    }
}

/// <summary>A new version of the consultant's charter: whoever is in force may have to sign it.</summary>
internal sealed class WhenCharterPublished(RequireResignatures resignatures) : IEventHandler<ContentPublished>
{
    public Task HandleAsync(ContentPublished happened, ActContext act, CancellationToken cancellationToken) =>
        happened is { ContentType: ContentTypes.Charter, Slug: CharterText.Slug } ? resignatures.RunAsync(act, cancellationToken) : Task.CompletedTask;
}

/// <summary>A charter may have changed while a consultant was suspended, or was being decided upon; or its window was left open.</summary>
internal sealed class WhenBackInForce(RequireResignatures resignatures) : IEventHandler<PathMoved>
{
    public Task HandleAsync(PathMoved happened, ActContext act, CancellationToken cancellationToken) => happened switch
    {
        { Trigger: PathTrigger.Reinstate, To: PathState.ResignatureDue } => resignatures.RemindAnewAsync(happened.Consultant, cancellationToken),
        { Trigger: PathTrigger.Reinstate or PathTrigger.Certify or PathTrigger.CertifyOnProbation or PathTrigger.Renew } => resignatures.CheckAsync(happened.Consultant, act, cancellationToken),
        _ => Task.CompletedTask,
    };
}

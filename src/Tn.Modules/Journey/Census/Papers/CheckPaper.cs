using Microsoft.EntityFrameworkCore;
using Tn.Journey.Admissibility;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Census.Papers;

/// <summary>An instructor accepts a paper, which verifies the answers it proves, or refuses it with a reason the candidate reads.</summary>
internal sealed class CheckPaper(TnDbContext db, InstructionDoor door, INotifier notifier, IReminders reminders)
{
    public async Task<Outcome> AcceptAsync(string number, PaperId id, ActContext act, CancellationToken cancellationToken)
    {
        if ((await OpenAsync(number, id, act, cancellationToken)).IsRefused(out var refusal, out var paper))
        {
            return refusal;
        }

        if (paper.Accept(act).IsRefused(out refusal))
        {
            return refusal;
        }

        await VerifyAsync(paper, act, cancellationToken);
        await RemindAsync(paper, act, cancellationToken);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }

    /// <param name="reason">Due to the candidate.</param>
    public async Task<Outcome> RefuseAsync(string number, PaperId id, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        if ((await OpenAsync(number, id, act, cancellationToken)).IsRefused(out var refusal, out var paper))
        {
            return refusal;
        }

        if (Text.Missing(reason))
        {
            return new Refusal("papers.reason-missing");
        }

        if (paper.Refuse(reason!.Trim(), act).IsRefused(out refusal))
        {
            return refusal;
        }

        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleAsync(one => one.Id == paper.Dossier, cancellationToken);
        var letter = new Letter(
            "Un papier de votre dossier est à remplacer",
            [$"« {paper.KindName} » n’a pas été accepté (dossier {dossier.Number}) : {paper.Reason}", "Déposez-en un autre dès que votre fiche est ouverte ; rien d’autre n’est à refaire."],
            "Voir mes papiers",
            "/mon-parcours/papiers");
        await notifier.TellAsync(dossier.Person, $"paper-refused:{paper.Id}", letter, act, cancellationToken);
        return await db.SaveUnlessMovedAsync(cancellationToken);
    }

    private async Task<Outcome<Paper>> OpenAsync(string number, PaperId id, ActContext act, CancellationToken cancellationToken)
    {
        if ((await door.OpenAsync(number, act, cancellationToken)).IsRefused(out var refusal, out var dossier))
        {
            return refusal;
        }

        return await db.Set<Paper>().SingleOrDefaultAsync(paper => paper.Id == id && paper.Dossier == dossier.Id, cancellationToken) is { } paper
            ? paper
            : new Refusal("papers.not-found");
    }

    private async Task RemindAsync(Paper paper, ActContext act, CancellationToken cancellationToken)
    {
        var owner = await db.Set<ConsultantDossier>().Where(one => one.Id == paper.Dossier).Select(one => one.Person).SingleAsync(cancellationToken);
        foreach (var reminder in PaperExpiring.Ladder(paper, owner).Where(reminder => reminder.DueUtc > act.At))
        {
            await reminders.PlanAsync(reminder, cancellationToken);
        }
    }

    private async Task VerifyAsync(Paper paper, ActContext act, CancellationToken cancellationToken)
    {
        var proves = PaperKinds.Find(paper.Kind)?.Proves.ToLookup(one => one.Step, one => one.Field);
        if (proves is not { Count: > 0 })
        {
            return;
        }

        var steps = proves.Select(group => group.Key).ToList();
        var mark = new ValueMark(ValueOrigin.Verified, act.At, $"{paper.KindName.ToLower(French.Culture)}, {act.ActorName}");
        foreach (var answers in await db.Set<CensusAnswers>().Where(row => row.Dossier == paper.Dossier && steps.Contains(row.Step)).ToListAsync(cancellationToken))
        {
            answers.Mark(proves[answers.Step], mark);
        }
    }
}

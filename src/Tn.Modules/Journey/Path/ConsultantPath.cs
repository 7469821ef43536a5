using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Search;
using Tn.Platform.Web;

namespace Tn.Journey.Path;

/// <summary>The path as other modules use it. Every move of every module goes through <see cref="MoveAsync"/>.</summary>
internal sealed class ConsultantPath(TnDbContext db, IProgrammeRules rules, INotifier notifier, Sentences sentences) : IConsultantPath
{
    // Letters and refusals kept in histories are French, whoever acts.
    private readonly Sentences inFrench = sentences.InFrench;

    public async Task<ConsultantFile?> FindAsync(PersonId consultant, CancellationToken cancellationToken)
    {
        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == consultant, cancellationToken);
        return dossier is null ? null : FileOf(dossier);
    }

    public async Task<IReadOnlyList<ConsultantFile>> InStateAsync(PathState state, int skip, int take, CancellationToken cancellationToken)
    {
        var dossiers = await db.Set<ConsultantDossier>().AsNoTracking()
            .Where(one => one.State == state && one.MergedInto == null)
            .OrderBy(one => one.StateSince).ThenBy(one => one.Number)
            .Skip(skip).Take(take)
            .ToListAsync(cancellationToken);
        return [.. dossiers.Select(FileOf)];
    }

    public async Task<ConsultantFile?> FindByNumberAsync(string number, CancellationToken cancellationToken)
    {
        // Numbers are written in capitals; people type them as they like.
        var written = number.Trim().ToUpperInvariant();
        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Number == written, cancellationToken);
        return dossier is null ? null : FileOf(dossier);
    }

    public async Task<IReadOnlyDictionary<PathState, int>> CountsAsync(CancellationToken cancellationToken) =>
        await db.Set<ConsultantDossier>().Where(one => one.MergedInto == null).GroupBy(one => one.State)
            .ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);

    public async Task<Outcome> MoveAsync(PersonId consultant, PathTrigger trigger, string reason, ActContext act, CancellationToken cancellationToken)
    {
        // A file opened earlier in the same unit of work is not in the database yet.
        var dossier = db.Set<ConsultantDossier>().Local.FirstOrDefault(one => one.Person == consultant)
            ?? await db.Set<ConsultantDossier>().SingleOrDefaultAsync(one => one.Person == consultant, cancellationToken);
        if (dossier is null)
        {
            return new Refusal("path.no-file");
        }

        var from = dossier.State;
        var inForce = await rules.AllAsync(French.Day(act.At), cancellationToken);
        var moved = dossier.Move(trigger, reason, act, state => DueOn(state, act.At, inForce));
        if (moved.IsRefused(out var refusal))
        {
            return refusal.With("state", sentences.Name(from)).With("move", sentences.Name(trigger));
        }

        db.Add(moved.Value);
        db.Record(new PathMoved(consultant, from, dossier.State, trigger), act);
        db.Record(new SearchableChanged("person", consultant.ToString()), act);
        await TellAsync(dossier, moved.Value, act, cancellationToken);
        return Outcome.Done;
    }

    private static DateOnly? DueOn(PathState state, DateTimeOffset at, IReadOnlyDictionary<string, RuleInForce> inForce) =>
        PathMachine.Duties[state].Age is { } age ? age.DueOn(French.Day(at), inForce[age.RuleKey].Number) : null;

    private static ConsultantFile FileOf(ConsultantDossier dossier) => new(
        dossier.Person,
        dossier.Number,
        dossier.DisplayName,
        dossier.EnterpriseName,
        dossier.Siret ?? string.Empty,
        dossier.Commune,
        dossier.Axes,
        dossier.Ties,
        dossier.Departments,
        dossier.State,
        dossier.StateSince) { Published = dossier.Published };

    // Exam, jury and sanctions write their own letters: only the moves that Journey itself fires have one here.
    private async Task TellAsync(ConsultantDossier dossier, PathHistoryRow row, ActContext act, CancellationToken cancellationToken)
    {
        var key = PathWords.LetterKey(row.Trigger);
        if (inFrench.Find($"{key}.subject") is not { } subject)
        {
            return;
        }

        var values = new Dictionary<string, string>
        {
            ["number"] = dossier.Number,
            ["reason"] = row.Reason,
            ["due"] = dossier.DueOn is { } due ? French.Date(due) : string.Empty,
        };
        var letter = new Letter(subject, [inFrench.Of($"{key}.text", values)], "Ouvrir mon parcours", "/mon-parcours");
        await notifier.TellAsync(dossier.Person, $"path:{dossier.Number}:{row.Ordinal}", letter, act, cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam.Incidents;
using Tn.Certification.Jury;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Publication;

/// <summary>
/// What every act on a result does the same way, in its caller's transaction: read answers and incidents' effects, publish, take back.
/// The consultant's path moves here and nowhere else in the exam.
/// </summary>
internal sealed class ExamOffice(TnDbContext db, IConsultantPath path, INotifier notifier)
{
    /// <summary>The sitting with the rows that a verdict writes, tracked.</summary>
    public Task<Sitting> LoadAsync(SittingId id, CancellationToken cancellationToken) =>
        db.Set<Sitting>().Include(row => row.Items).SingleAsync(row => row.Id == id, cancellationToken);

    public async Task<IReadOnlyDictionary<int, ItemResponse>> AnswersAsync(SittingId id, CancellationToken cancellationToken) =>
        await db.Set<SittingAnswer>().AsNoTracking().Where(row => row.Sitting == id).ToDictionaryAsync(row => row.Position, row => row.Response, cancellationToken);

    /// <summary>The versions that incidents set aside for this sitting; those of other forms among them count for nothing.</summary>
    public async Task<IReadOnlySet<string>> NeutralisedAsync(SittingId id, CancellationToken cancellationToken) =>
        (await db.Set<Neutralisation>().AsNoTracking()
            .Where(row => row.LiftedAt == null && (row.Sitting == null || row.Sitting == id))
            .Select(row => row.VersionId)
            .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Grades a closed sitting.</summary>
    public async Task<Outcome> GradeAsync(Sitting sitting, string reason, ActContext act, CancellationToken cancellationToken) =>
        sitting.Grade(await AnswersAsync(sitting.Id, cancellationToken), await NeutralisedAsync(sitting.Id, cancellationToken), reason, act);

    /// <summary>Why the sitting's verdict waits, by the rule of a day.</summary>
    public async Task<Hold> HoldOfAsync(Sitting sitting, RuleInForce rule, CancellationToken cancellationToken) => PublicationRule.HoldOf(
        rule.Value,
        await db.Set<Incident>().AsNoTracking().AnyAsync(row => row.Sitting == sitting.Id && row.Status == IncidentStatus.Reported, cancellationToken),
        sitting.Session is not null);

    /// <summary>Publishes: the candidate can read the verdict, is written to, and moves on the path.</summary>
    public async Task<Outcome> PublishAsync(Sitting sitting, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if (sitting.Publish(reason, act).IsRefused(out var refusal))
        {
            return refusal;
        }

        var verdict = Verdict.FromCanonicalJson(sitting.VerdictJson!);
        await MoveAsync(sitting.Candidate, verdict, act, cancellationToken);
        db.Record(new ExamGraded(sitting.Candidate, sitting.Id.Value, verdict.Passed), act);
        await notifier.TellAsync(sitting.Candidate, LetterKey("exam-result", sitting), ExamLetter.Of(sitting, verdict), act, cancellationToken);
        return Outcome.Done;
    }

    /// <summary>The path after a verdict. A verdict stands whatever the path says: the file may have been closed meanwhile, and the move is then refused.</summary>
    public async Task MoveAsync(PersonId candidate, Verdict verdict, ActContext act, CancellationToken cancellationToken) => _ = await path.MoveAsync(
        candidate,
        verdict.Passed ? PathTrigger.PassExam : PathTrigger.FailExam,
        verdict.Passed ? $"Épreuve réussie : {verdict.Percent} %." : $"Épreuve non réussie : {verdict.Percent} %.",
        act,
        cancellationToken);

    /// <summary>
    /// Brings the path back to the open exam, for a result taken back. Refused when the candidate has gone on:
    /// has sat again, or the jury has decided since. A case that only stands on an agenda stays there:
    /// it cannot be decided before a result is published again, as the path's machine forbids it.
    /// </summary>
    /// <param name="since">When the result that is taken back took effect.</param>
    public async Task<Outcome> TakeBackAsync(Sitting sitting, DateTimeOffset since, string reason, ActContext act, CancellationToken cancellationToken)
    {
        if ((await RequireLatestAsync(sitting, cancellationToken)).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (await db.Set<JuryCase>().AsNoTracking().AnyAsync(row => row.Candidate == sitting.Candidate && row.DecidedAt >= since, cancellationToken))
        {
            return new Refusal("exam.path-gone-on");
        }

        var state = (await path.FindAsync(sitting.Candidate, cancellationToken))?.State;
        return state switch
        {
            PathState.ExamOpen => Outcome.Done,
            PathState.CaseStudy or PathState.AwaitingJury or PathState.ExamRetake => await path.MoveAsync(sitting.Candidate, PathTrigger.ReopenExam, reason, act, cancellationToken),
            _ => new Refusal("exam.path-gone-on"),
        };
    }

    /// <summary>Refused when the candidate has begun another sitting since.</summary>
    public async Task<Outcome> RequireLatestAsync(Sitting sitting, CancellationToken cancellationToken) =>
        await db.Set<Sitting>().AsNoTracking().AnyAsync(row => row.Candidate == sitting.Candidate && row.StartedAt > sitting.StartedAt, cancellationToken)
            ? new Refusal("exam.later-sitting")
            : Outcome.Done;

    /// <summary>One letter for each time a thing happens to a sitting, however often it is tried.</summary>
    public static string LetterKey(string kind, Sitting sitting) => sitting.HistoryLength <= 3 ? $"{kind}:{sitting.Id}" : $"{kind}:{sitting.Id}:{sitting.HistoryLength}";
}

using Tn.Certification.Exam.Sessions;
using Tn.Platform.Data;

namespace Tn.Certification.Exam;

/// <summary>A sitting of the exam.</summary>
internal readonly record struct SittingId(Guid Value) : IGuidId<SittingId>
{
    public static SittingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// One candidate before one form, under the server's clock. The form and the marks are pinned at the start;
/// verdicts are numbered rows, each of which can be replayed to the same bytes. Every move is a row of a chained history.
/// </summary>
internal sealed class Sitting : IRevisioned
{
    private Sitting()
    {
    }

    public SittingId Id { get; private init; }

    public PersonId Candidate { get; private init; }

    /// <summary>The candidate's sitting, counted from 1; a cancelled one keeps its number.</summary>
    public int Attempt { get; private init; }

    /// <summary>What the form was drawn from.</summary>
    public long Seed { get; private init; }

    public SittingStatus Status { get; private set; }

    /// <summary>The invigilated session it belongs to, or null for a sitting on one's own.</summary>
    public ExamSessionId? Session { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>Moved by nothing but a pause or minutes given: a crash, a lost connection or a second tab changes nothing.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>Percent of more time granted to this candidate.</summary>
    public int ExtraTimePercent { get; private init; }

    public int ItemCount { get; private init; }

    /// <summary>The pinned form with its keys. Read through <see cref="Form"/>.</summary>
    public string FormJson { get; private init; } = string.Empty;

    public ScoringRules Rules { get; private init; } = null!;

    public DateTimeOffset? LastAnswerAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Number of the verdict that counts; 0 before the first.</summary>
    public int VerdictNumber { get; private set; }

    /// <summary>The canonical text of the verdict that counts, once graded.</summary>
    public string? VerdictJson { get; private set; }

    /// <summary>SHA-256 of <see cref="VerdictJson"/>.</summary>
    public string? VerdictHash { get; private set; }

    public bool? Passed { get; private set; }

    /// <summary>Sum of the items' points before any incident, for item analysis.</summary>
    public int? RawPoints { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>True when an incident's decision must still be reckoned in; set in the database for many sittings at once.</summary>
    public bool RescoreDue { get; private set; }

    /// <summary>Rows in the history.</summary>
    public int HistoryLength { get; private set; }

    /// <summary>Hash of the last row of the history.</summary>
    public string HistoryHead { get; private set; } = HashChain.Origin;

    public int Revision { get; set; }

    /// <summary>Rows of the history; loaded only where it is read.</summary>
    public List<SittingHistoryRow> History { get; } = [];

    /// <summary>Verdicts; loaded only where they are read.</summary>
    public List<SittingVerdict> Verdicts { get; } = [];

    /// <summary>Items drawn; loaded only where they are read.</summary>
    public List<SittingItem> Items { get; } = [];

    /// <summary>Opens a sitting now; it ends after the given minutes, longer by the extra time granted.</summary>
    public static Sitting Start(SittingStart start, ExamForm form, ScoringRules rules, int minutes, int extraTimePercent, DateTimeOffset now)
    {
        var sitting = new Sitting
        {
            Id = start.Id,
            Candidate = start.Candidate,
            Attempt = start.Attempt,
            Seed = start.Seed,
            Session = start.Session,
            Status = SittingStatus.Open,
            StartedAt = now,
            EndsAt = now + TimeSpan.FromMinutes(minutes) * (100 + extraTimePercent) / 100,
            ExtraTimePercent = extraTimePercent,
            ItemCount = form.Items.Count,
            FormJson = form.ToJson(),
            Rules = rules,
        };
        sitting.Items.AddRange(sitting.RowsOf(form));
        return sitting;
    }

    public ExamForm Form() => ExamForm.FromJson(FormJson);

    /// <summary>True while answers are taken.</summary>
    public bool IsOpenAt(DateTimeOffset now) => Status == SittingStatus.Open && now < EndsAt;

    /// <summary>True while it stands between its start and its end, its clock running or not.</summary>
    public bool IsUnderWay => Status is SittingStatus.Open or SittingStatus.Paused;

    /// <summary>What is left on the clock; the same for as long as it is paused.</summary>
    public TimeSpan LeftAt(DateTimeOffset now) => EndsAt - (PausedAt ?? now) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Takes an answer: refused once the time is over or stopped, and when the answer does not fit the item.</summary>
    public Outcome Answer(PinnedItem? item, ItemResponse response, DateTimeOffset now)
    {
        if (Status == SittingStatus.Paused)
        {
            return new Refusal("exam.sitting-paused");
        }

        if (!IsOpenAt(now))
        {
            return Over();
        }

        if (item is null || !item.Accepts(response))
        {
            return new Refusal("certification.answer-not-understood");
        }

        LastAnswerAt = now;
        return Outcome.Done;
    }

    /// <summary>Stops the clock; refused once the time is over.</summary>
    public Outcome Pause(string reason, ActContext act)
    {
        if (!IsOpenAt(act.At))
        {
            return Over();
        }

        PausedAt = act.At;
        return Fire(SittingTrigger.Pause, reason, act);
    }

    /// <summary>Starts the clock again: the end is pushed by the time it stood still, no more and no less.</summary>
    public Outcome Resume(string reason, ActContext act)
    {
        var since = PausedAt;
        if (Fire(SittingTrigger.Resume, reason, act).IsRefused(out var refusal))
        {
            return refusal;
        }

        EndsAt += act.At - since!.Value;
        PausedAt = null;
        return Outcome.Done;
    }

    /// <summary>Gives more minutes; refused once the time is over.</summary>
    /// <param name="minutes">From 1 to 240.</param>
    public Outcome Extend(int minutes, string reason, ActContext act)
    {
        if (minutes is < 1 or > 240)
        {
            return new Refusal("exam.minutes-range");
        }

        if (!IsOpenAt(act.At) && Status != SittingStatus.Paused)
        {
            return Over();
        }

        EndsAt += TimeSpan.FromMinutes(minutes);
        return Fire(SittingTrigger.Extend, reason, act);
    }

    /// <summary>Ends the sitting, at its own end when the clock has passed it.</summary>
    public Outcome Close(string reason, ActContext act)
    {
        if (Status != SittingStatus.Open)
        {
            return Status == SittingStatus.Paused ? new Refusal("exam.sitting-paused") : Over();
        }

        ClosedAt = act.At < EndsAt ? act.At : EndsAt;
        return Fire(SittingTrigger.Close, reason, act);
    }

    /// <summary>Writes the first verdict of a closed sitting, and what each item brought.</summary>
    /// <param name="neutralised">Versions of the items that incidents set aside.</param>
    public Outcome Grade(IReadOnlyDictionary<int, ItemResponse> answers, IReadOnlySet<string> neutralised, string reason, ActContext act)
    {
        if (Fire(SittingTrigger.Grade, reason, act).IsRefused(out var refusal))
        {
            return refusal;
        }

        KeepRaw(Scoring.Verdict(Form(), answers, Rules));
        Judge(answers, neutralised, reason, act);
        return Outcome.Done;
    }

    /// <summary>Writes a new verdict beside the old when incidents change it; nothing when the bytes are the same.</summary>
    public Outcome Rescore(IReadOnlyDictionary<int, ItemResponse> answers, IReadOnlySet<string> neutralised, string reason, ActContext act)
    {
        if (SittingMachine.Next(Status, SittingTrigger.Rescore) is null)
        {
            return NotNow();
        }

        RescoreDue = false;
        return Judge(answers, neutralised, reason, act) ? Fire(SittingTrigger.Rescore, reason, act) : Outcome.Done;
    }

    /// <summary>Lets the candidate read the verdict. Apart from grading, so that an incident can be settled between the two.</summary>
    public Outcome Publish(string reason, ActContext act)
    {
        if (Fire(SittingTrigger.Publish, reason, act).IsRefused(out var refusal))
        {
            return refusal;
        }

        PublishedAt = act.At;
        return Outcome.Done;
    }

    /// <summary>Takes the verdict back from the candidate's sight; it stands as it was written.</summary>
    public Outcome Unpublish(string reason, ActContext act)
    {
        PublishedAt = Status == SittingStatus.Published ? null : PublishedAt;
        return Fire(SittingTrigger.Unpublish, reason, act);
    }

    /// <summary>Makes the sitting count for nothing; one under way ends now.</summary>
    public Outcome Cancel(string reason, ActContext act)
    {
        if (IsUnderWay)
        {
            ClosedAt = act.At < EndsAt ? act.At : EndsAt;
            PausedAt = null;
        }

        return Fire(SittingTrigger.Cancel, reason, act);
    }

    /// <summary>Closed again, to be graded on what was answered.</summary>
    public Outcome Uncancel(string reason, ActContext act) => Fire(SittingTrigger.Uncancel, reason, act);

    /// <summary>Sets the sitting aside for fraud.</summary>
    public Outcome Reject(string reason, ActContext act) => Fire(SittingTrigger.Reject, reason, act);

    /// <summary>Graded again, with the verdict it had.</summary>
    public Outcome Unreject(string reason, ActContext act) => Fire(SittingTrigger.Unreject, reason, act);

    /// <summary>Gives a sitting from before items and verdicts were rows the rows it would have had; nothing else of it changes.</summary>
    public void CatchUp(IReadOnlyDictionary<int, ItemResponse> answers)
    {
        if (Items.Count == 0)
        {
            Items.AddRange(RowsOf(Form()));
        }

        if (VerdictJson is null || VerdictNumber > 0)
        {
            return;
        }

        VerdictNumber = 1;
        Verdicts.Add(new SittingVerdict { Sitting = Id, Number = 1, Json = VerdictJson, Hash = VerdictHash!, Passed = Passed == true, Reason = "Correction.", WrittenBy = "programme", WrittenAt = ClosedAt ?? EndsAt });
        KeepRaw(Scoring.Verdict(Form(), answers, Rules));
    }

    private IEnumerable<SittingItem> RowsOf(ExamForm form) => form.Items.Select(item => new SittingItem { Sitting = Id, Position = item.Position, ItemId = item.ItemId, VersionId = item.VersionId, Axis = item.Axis });

    private Outcome Fire(SittingTrigger trigger, string reason, ActContext act)
    {
        if (SittingMachine.Next(Status, trigger) is not { } to)
        {
            return NotNow();
        }

        var row = SittingHistoryRow.After(this, trigger, to, reason, act);
        History.Add(row);
        Status = to;
        HistoryLength = row.Ordinal;
        HistoryHead = row.Hash;
        return Outcome.Done;
    }

    private bool Judge(IReadOnlyDictionary<int, ItemResponse> answers, IReadOnlySet<string> neutralised, string reason, ActContext act)
    {
        var verdict = Scoring.Verdict(Form(), answers, Rules, neutralised);
        var json = verdict.ToCanonicalJson();
        if (json == VerdictJson)
        {
            return false;
        }

        VerdictNumber++;
        VerdictJson = json;
        VerdictHash = Verdict.HashOf(json);
        Passed = verdict.Passed;
        Verdicts.Add(new SittingVerdict { Sitting = Id, Number = VerdictNumber, Json = json, Hash = VerdictHash, Passed = verdict.Passed, Reason = reason, WrittenBy = act.ActorName, WrittenAt = act.At });
        return true;
    }

    private void KeepRaw(Verdict raw)
    {
        RawPoints = raw.Points;
        foreach (var (item, score) in Items.Join(raw.Details, item => item.Position, score => score.Position, (item, score) => (item, score)))
        {
            (item.Answer, item.Points) = (score.Answer, score.Points);
        }
    }

    private Refusal Over() => new Refusal("certification.sitting-over").With("end", French.Moment(ClosedAt ?? EndsAt));

    private static Refusal NotNow() => new("exam.move-not-allowed");
}

/// <summary>Whose sitting it is, which, and drawn from what.</summary>
internal sealed record SittingStart(SittingId Id, PersonId Candidate, int Attempt, long Seed, ExamSessionId? Session = null);

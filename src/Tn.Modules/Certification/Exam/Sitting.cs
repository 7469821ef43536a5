using Stateless;
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
/// the verdict is written once and can be replayed to the same bytes.
/// </summary>
internal sealed class Sitting : IRevisioned
{
    private readonly StateMachine<SittingStatus, SittingTrigger> machine;

    private Sitting() => machine = SittingMachine.For(() => Status, status => Status = status);

    public SittingId Id { get; private init; }

    public PersonId Candidate { get; private init; }

    /// <summary>The candidate's attempt, counted from 1.</summary>
    public int Attempt { get; private init; }

    /// <summary>What the form was drawn from.</summary>
    public long Seed { get; private init; }

    public SittingStatus Status { get; private set; }

    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>Fixed at the start: a crash, a lost connection or a second tab changes nothing.</summary>
    public DateTimeOffset EndsAt { get; private init; }

    /// <summary>Percent of more time granted to this candidate.</summary>
    public int ExtraTimePercent { get; private init; }

    public int ItemCount { get; private init; }

    /// <summary>The pinned form with its keys. Read through <see cref="Form"/>.</summary>
    public string FormJson { get; private init; } = string.Empty;

    public ScoringRules Rules { get; private init; } = null!;

    public DateTimeOffset? LastAnswerAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The verdict's canonical text, once graded.</summary>
    public string? VerdictJson { get; private set; }

    /// <summary>SHA-256 of <see cref="VerdictJson"/>.</summary>
    public string? VerdictHash { get; private set; }

    public bool? Passed { get; private set; }

    public int Revision { get; set; }

    /// <summary>Opens a sitting now; it ends after the given minutes, longer by the extra time granted.</summary>
    public static Sitting Start(SittingId id, PersonId candidate, int attempt, long seed, ExamForm form, ScoringRules rules, int minutes, int extraTimePercent, DateTimeOffset now) => new()
    {
        Id = id,
        Candidate = candidate,
        Attempt = attempt,
        Seed = seed,
        Status = SittingStatus.Open,
        StartedAt = now,
        EndsAt = now + TimeSpan.FromMinutes(minutes) * (100 + extraTimePercent) / 100,
        ExtraTimePercent = extraTimePercent,
        ItemCount = form.Items.Count,
        FormJson = form.ToJson(),
        Rules = rules,
    };

    public ExamForm Form() => ExamForm.FromJson(FormJson);

    /// <summary>True while answers are taken.</summary>
    public bool IsOpenAt(DateTimeOffset now) => Status == SittingStatus.Open && now < EndsAt;

    /// <summary>Takes an answer: refused once the time is over, and when the answer does not fit the item.</summary>
    public Outcome Answer(PinnedItem? item, ItemResponse response, DateTimeOffset now)
    {
        if (!IsOpenAt(now))
        {
            return new Refusal("certification.sitting-over").With("end", French.Moment(ClosedAt ?? EndsAt));
        }

        if (item is null || !item.Accepts(response))
        {
            return new Refusal("certification.answer-not-understood");
        }

        LastAnswerAt = now;
        return Outcome.Done;
    }

    /// <summary>Ends the sitting, at its own end when the clock has passed it.</summary>
    public Outcome Close(DateTimeOffset now)
    {
        if (!machine.CanFire(SittingTrigger.Close))
        {
            return new Refusal("certification.sitting-over").With("end", French.Moment(ClosedAt ?? EndsAt));
        }

        machine.Fire(SittingTrigger.Close);
        ClosedAt = now < EndsAt ? now : EndsAt;
        return Outcome.Done;
    }

    /// <summary>Writes the verdict, once.</summary>
    public Verdict Grade(IReadOnlyDictionary<int, ItemResponse> answers)
    {
        machine.Fire(SittingTrigger.Grade);
        var verdict = Scoring.Verdict(Form(), answers, Rules);
        VerdictJson = verdict.ToCanonicalJson();
        VerdictHash = Verdict.HashOf(VerdictJson);
        Passed = verdict.Passed;
        return verdict;
    }

    /// <summary>Lets the candidate read the verdict. Apart from grading, so that an incident can be settled between the two.</summary>
    public void Publish() => machine.Fire(SittingTrigger.Publish);
}

/// <summary>The last answer acknowledged for an item.</summary>
internal sealed class SittingAnswer
{
    public SittingId Sitting { get; init; }

    /// <summary>From 1.</summary>
    public int Position { get; init; }

    public ItemResponse Response { get; set; } = ItemResponse.Unknown;

    public DateTimeOffset SavedAt { get; set; }
}

/// <summary>More time for one candidate, decided by an instructor.</summary>
internal sealed class Accommodation
{
    public PersonId Candidate { get; init; }

    /// <summary>From 0 to 100.</summary>
    public int ExtraTimePercent { get; set; }

    public string DecidedBy { get; set; } = string.Empty;

    public DateTimeOffset DecidedAt { get; set; }
}

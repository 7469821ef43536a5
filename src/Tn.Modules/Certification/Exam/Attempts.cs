namespace Tn.Certification.Exam;

/// <summary>How often a candidate may still try, and from when. Pure.</summary>
/// <param name="Starts">Start of each sitting, oldest first.</param>
/// <param name="LastFailure">When the last sitting ended, if it was failed.</param>
internal sealed record Attempts(IReadOnlyList<DateTimeOffset> Starts, DateTimeOffset? LastFailure, int PerYear, int RetakeDays, string Article)
{
    /// <summary>Reads the attempts from earlier sittings, newest or oldest first.</summary>
    public static Attempts Of(IReadOnlyList<Sitting> sittings, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        // A cancelled sitting counts for nothing: the attempt was given back.
        var byAge = sittings.Where(sitting => sitting.Status != SittingStatus.Cancelled).OrderBy(sitting => sitting.StartedAt).ToList();
        var last = byAge.LastOrDefault();
        return new Attempts(
            [.. byAge.Select(sitting => sitting.StartedAt)],
            last is { Status: SittingStatus.Rejected } or { Status: SittingStatus.Published, Passed: false } ? last.ClosedAt : null,
            rules[RuleKeys.ExamAttemptsPerYear].Number,
            rules[RuleKeys.ExamRetakeDays].Number,
            rules[RuleKeys.ExamAttemptsPerYear].Article);
    }

    /// <summary>First Paris day of the next attempt, after a failure.</summary>
    public DateOnly? RetakeFrom => LastFailure is { } end ? French.Day(end).AddDays(RetakeDays) : null;

    public bool RetakeIsDue(DateTimeOffset now) => RetakeFrom is null || French.Day(now) >= RetakeFrom;

    /// <summary>Attempts left in the twelve months that end now.</summary>
    public int LeftAt(DateTimeOffset now) => Math.Max(0, PerYear - Starts.Count(start => start > now.AddYears(-1)));

    /// <summary>Refused when the delay runs, or when the year's attempts are used: says from when the next is possible.</summary>
    public Outcome Allow(DateTimeOffset now)
    {
        if (!RetakeIsDue(now))
        {
            return new Refusal("certification.retake-later").With("date", French.Date(RetakeFrom!.Value)).With("article", Article);
        }

        if (LeftAt(now) == 0)
        {
            var oldestThatCounts = Starts.Where(start => start > now.AddYears(-1)).Take(1).Single();
            return new Refusal("certification.no-attempt-left")
                .With("number", French.Count(PerYear, "tentative", "tentatives"))
                .With("date", French.Date(French.Day(oldestThatCounts.AddYears(1)).AddDays(1)))
                .With("article", Article);
        }

        return Outcome.Done;
    }
}

namespace Tn.Certification.Demonstration;

/// <summary>How far a consultant of the demonstration goes.</summary>
internal enum Goal
{
    /// <summary>Failed lately: the delay before a retake runs.</summary>
    FailedExam,

    /// <summary>Received a case, not handed in.</summary>
    WorkingOnCase,

    /// <summary>Handed in, marked by one of two.</summary>
    CaseBeingMarked,

    /// <summary>On the agenda of the next meeting.</summary>
    AwaitingJury,

    Deferred,
    CertifiedOnProbation,
    Certified,
    Suspended,
}

/// <summary>One consultant's way from the exam on.</summary>
/// <param name="DecidedDaysAgo">When the jury decided, or should have; null to follow the opening of the exam by a fortnight.</param>
/// <param name="FailsFirst">Needs a second sitting.</param>
internal sealed record PlannedCandidate(string Email, Goal Goal, int? DecidedDaysAgo = null, bool FailsFirst = false);

/// <summary>Who of the demonstration's consultants gets where.</summary>
internal static class DemonstrationPlan
{
    /// <summary>A term of three years that ends in eighty days began this many days ago (a leap day at most is lost in it).</summary>
    private const int EndsInEightyDays = 3 * 365 + 1 - 81;

    public static readonly IReadOnlyList<PlannedCandidate> All =
    [
        new("consultant.certifie@demo.test", Goal.Certified),
        new("consultant.renouvellement@demo.test", Goal.Certified, EndsInEightyDays),
        new("consultant.suspendu@demo.test", Goal.Suspended),
        .. Enumerable.Range(10, 21).Select(Numbered),
        new("consultant.jury@demo.test", Goal.AwaitingJury, 12),
    ];

    private static PlannedCandidate Numbered(int number) => number switch
    {
        14 or 21 or 28 => new(Email(number), Goal.CertifiedOnProbation, number * 8),
        17 => new(Email(number), Goal.FailedExam, 9),
        18 => new(Email(number), Goal.WorkingOnCase, 6),
        23 => new(Email(number), Goal.CaseBeingMarked, 4),
        20 => new(Email(number), Goal.AwaitingJury, 11),
        25 => new(Email(number), Goal.Deferred, 30),
        12 or 22 or 27 => new(Email(number), Goal.Certified, FailsFirst: true),
        _ => new(Email(number), Goal.Certified),
    };

    private static string Email(int number) => $"consultant{number:00}@demo.test";
}

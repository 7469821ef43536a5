using Tn.Kernel;

namespace Tn.Contracts;

/// <summary>The programme's three committees and the jury.</summary>
public enum CommitteeKind
{
    Pedagogy,
    ResourceCentres,
    PrivatePartners,
    Jury,
}

/// <summary>The colleges a jury is made of: one member of each at least.</summary>
public enum College
{
    Public,
    Pedagogical,
    Private,
}

/// <summary>A seat held on a day.</summary>
/// <param name="College">For the jury; null elsewhere.</param>
/// <param name="Ties">Declared ties: names or SIRET of firms; recusal is computed from them.</param>
public sealed record CommitteeMember(PersonId Person, string DisplayName, CommitteeKind Committee, College? College, IReadOnlyList<string> Ties);

/// <summary>Who sits where. Implemented by Committees.</summary>
public interface ICommitteeRoster
{
    /// <summary>The members whose mandate covers a day.</summary>
    Task<IReadOnlyList<CommitteeMember>> MembersAsync(CommitteeKind committee, DateOnly on, CancellationToken cancellationToken);
}

/// <summary>A rule's value with the decision that set it.</summary>
/// <param name="Key">One of <see cref="RuleKeys"/>.</param>
/// <param name="Value">A number, or a comma-separated list.</param>
/// <param name="InForceFrom">First day.</param>
/// <param name="Decision">The decision that set it, as cited to people.</param>
/// <param name="Article">The article cited in refusals and sentences.</param>
public sealed record RuleInForce(string Key, string Value, DateOnly InForceFrom, string Decision, string Article)
{
    /// <summary>The value as a whole number.</summary>
    public int Number => int.Parse(Value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The value as a list.</summary>
    public IReadOnlyList<string> List => Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>Periods, pass marks and delays: data with a date, never constants. Implemented by Committees, cached.</summary>
public interface IProgrammeRules
{
    /// <summary>The rule in force on a day.</summary>
    /// <exception cref="KeyNotFoundException">No such rule: a bug, as every key has a first value.</exception>
    Task<RuleInForce> FindAsync(string key, DateOnly on, CancellationToken cancellationToken);

    /// <summary>All rules in force on a day, by key.</summary>
    Task<IReadOnlyDictionary<string, RuleInForce>> AllAsync(DateOnly on, CancellationToken cancellationToken);
}

/// <summary>The rules' names. First values: <c>domain.md</c>, set by the founding decision.</summary>
public static class RuleKeys
{
    public const string ReviewQuorumCourse = "review.quorum.course";
    public const string ReviewQuorumCharter = "review.quorum.charter";
    public const string ReviewQuorumBank = "review.quorum.bank";
    public const string ReviewQuorumOther = "review.quorum.other";
    public const string ReviewPresencePercent = "review.presence-percent";
    public const string ReviewDecisionWorkingDays = "review.decision-working-days";
    public const string ReviewRenewalLeadDays = "review.renewal-lead-days";
    public const string ReviewRenewalMonths = "review.renewal-months";
    public const string CensusReferencesRequired = "census.references-required";
    public const string CensusReferencesMonths = "census.references-months";
    public const string CensusReferenceConfirmationDays = "census.reference-confirmation-days";
    public const string PapersVigilanceMonths = "papers.vigilance-months";
    public const string PapersRegistrationMonths = "papers.registration-months";
    public const string AdmissibilityAnswerWorkingDays = "admissibility.answer-working-days";
    public const string AdmissibilityCompletionDays = "admissibility.completion-days";
    public const string CharterResignatureDays = "charter.resignature-days";
    public const string CharterOverdueDecisionDays = "charter.overdue-decision-days";
    public const string TrainingRequiredCourses = "training.required-courses";
    public const string ExamItems = "exam.items";
    public const string ExamMinutes = "exam.minutes";
    public const string ExamPassPercent = "exam.pass-percent";
    public const string ExamBlockPassPercent = "exam.block-pass-percent";
    public const string ExamRetakeDays = "exam.retake-days";
    public const string ExamAttemptsPerYear = "exam.attempts-per-year";

    /// <summary><c>automatique</c>: a verdict is published when it is written, unless something holds it; <c>retenue</c>: the committee publishes.</summary>
    public const string ExamPublication = "exam.publication";
    public const string ExamPublicationWorkingDays = "exam.publication-working-days";
    public const string ExamPauseMinutes = "exam.pause-minutes";
    public const string ExamIncidentWorkingDays = "exam.incident-working-days";

    /// <summary>Percent of easy, middle and hard items in each block, in this order.</summary>
    public const string ExamDifficultyMix = "exam.difficulty-mix";
    public const string ExamExposurePercent = "exam.exposure-percent";
    public const string ExamExposureSittings = "exam.exposure-sittings";
    public const string JuryDecisionDays = "jury.decision-days";
    public const string JuryMinimumMembers = "jury.minimum-members";
    public const string CertificateTermYears = "certificate.term-years";
    public const string CertificateProbationMonths = "certificate.probation-months";
    public const string RenewalWindowDays = "renewal.window-days";
    public const string SuspensionMaximumMonths = "suspension.maximum-months";
    public const string AppealDays = "appeal.days";
    public const string AppealAdmissibilityWorkingDays = "appeal.admissibility-working-days";
    public const string AppealDecisionDays = "appeal.decision-days";
    public const string ComplaintConfirmationDays = "complaint.confirmation-days";
    public const string ComplaintAdmissibilityWorkingDays = "complaint.admissibility-working-days";
    public const string ComplaintReplyDays = "complaint.reply-days";
    public const string ComplaintDecisionDays = "complaint.decision-days";
    public const string CaseStudyDays = "case-study.days";
    public const string CaseStudyMarkingDays = "case-study.marking-days";
    public const string CaseStudyThirdMarkerGap = "case-study.third-marker-gap";
    public const string DeclarationDays = "declaration.days";
    public const string SurveillanceFirstMonth = "surveillance.first-month";
    public const string SurveillanceLastMonth = "surveillance.last-month";
    public const string SurveillanceDays = "surveillance.days";
    public const string SurveillancePrescriptionDays = "surveillance.prescription-days";
    public const string ReferralAnswerWorkingDays = "referral.answer-working-days";
}

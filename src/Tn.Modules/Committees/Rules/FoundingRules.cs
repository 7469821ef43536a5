namespace Tn.Committees.Rules;

/// <summary>The first value of every rule, as the founding decision set it.</summary>
internal static class FoundingRules
{
    private const string Decision = "Décision fondatrice du 2 novembre 2026";
    private static readonly DateOnly Day = new(2026, 11, 2);

    /// <summary>One rule for each of <see cref="RuleKeys"/>.</summary>
    public static IReadOnlyList<Rule> All() =>
    [
        Certification(RuleKeys.CensusReferencesRequired, "3", "article 2"),
        Certification(RuleKeys.CensusReferencesMonths, "36", "article 2"),
        Certification(RuleKeys.CensusReferenceConfirmationDays, "30", "article 2"),
        Certification(RuleKeys.PapersVigilanceMonths, "6", "article 2"),
        Certification(RuleKeys.PapersRegistrationMonths, "3", "article 2"),
        Certification(RuleKeys.AdmissibilityAnswerWorkingDays, "10", "article 3"),
        Certification(RuleKeys.AdmissibilityCompletionDays, "60", "article 3"),
        Certification(RuleKeys.CharterResignatureDays, "60", "article 4"),
        Certification(RuleKeys.CharterOverdueDecisionDays, "30", "article 4"),
        Certification(RuleKeys.TrainingRequiredCourses, "proteger-une-petite-entreprise,donnees-et-rgpd-en-petite-entreprise", "article 5"),
        Certification(RuleKeys.ExamItems, "40", "article 6"),
        Certification(RuleKeys.ExamMinutes, "60", "article 6"),
        Certification(RuleKeys.ExamPassPercent, "70", "article 6"),
        Certification(RuleKeys.ExamBlockPassPercent, "50", "article 6"),
        Certification(RuleKeys.ExamDifficultyMix, "30,40,30", "article 6"),
        Certification(RuleKeys.ExamExposurePercent, "40", "article 6"),
        Certification(RuleKeys.ExamExposureSittings, "100", "article 6"),
        Certification(RuleKeys.ExamRetakeDays, "15", "article 7"),
        Certification(RuleKeys.ExamAttemptsPerYear, "3", "article 7"),
        Certification(RuleKeys.ExamPublication, "automatique", "article 8"),
        Certification(RuleKeys.ExamPublicationWorkingDays, "10", "article 8"),
        Certification(RuleKeys.ExamIncidentWorkingDays, "5", "article 8"),
        Certification(RuleKeys.ExamPauseMinutes, "60", "article 8"),
        Certification(RuleKeys.JuryMinimumMembers, "3", "article 9"),
        Certification(RuleKeys.JuryDecisionDays, "15", "article 9"),
        Certification(RuleKeys.CertificateTermYears, "3", "article 10"),
        Certification(RuleKeys.CertificateProbationMonths, "12", "article 10"),
        Certification(RuleKeys.RenewalWindowDays, "150", "article 11"),
        Certification(RuleKeys.SuspensionMaximumMonths, "6", "article 12"),
        Certification(RuleKeys.AppealDays, "30", "article 13"),
        Certification(RuleKeys.AppealAdmissibilityWorkingDays, "10", "article 13"),
        Certification(RuleKeys.AppealDecisionDays, "60", "article 13"),
        Certification(RuleKeys.ComplaintConfirmationDays, "7", "article 14"),
        Certification(RuleKeys.ComplaintAdmissibilityWorkingDays, "10", "article 14"),
        Certification(RuleKeys.ComplaintReplyDays, "21", "article 14"),
        Certification(RuleKeys.ComplaintDecisionDays, "45", "article 14"),
        Certification(RuleKeys.CaseStudyDays, "30", "article 8"),
        Certification(RuleKeys.CaseStudyMarkingDays, "15", "article 8"),
        Certification(RuleKeys.CaseStudyThirdMarkerGap, "2", "article 8"),
        Certification(RuleKeys.DeclarationDays, "30", "article 15"),
        Certification(RuleKeys.SurveillanceFirstMonth, "14", "article 16"),
        Certification(RuleKeys.SurveillanceLastMonth, "22", "article 16"),
        Certification(RuleKeys.SurveillanceDays, "60", "article 16"),
        Certification(RuleKeys.SurveillancePrescriptionDays, "60", "article 16"),
        Pedagogy(RuleKeys.ReviewQuorumCourse, "3", "article 2"),
        Pedagogy(RuleKeys.ReviewQuorumCharter, "3", "article 2"),
        Pedagogy(RuleKeys.ReviewQuorumBank, "3", "article 2"),
        Pedagogy(RuleKeys.ReviewQuorumOther, "2", "article 2"),
        Pedagogy(RuleKeys.ReviewPresencePercent, "33", "article 2"),
        Pedagogy(RuleKeys.ReviewDecisionWorkingDays, "15", "article 3"),
        Pedagogy(RuleKeys.ReviewRenewalLeadDays, "60", "article 4"),
        Pedagogy(RuleKeys.ReviewRenewalMonths, "12", "article 4"),
        new(RuleKeys.ReferralAnswerWorkingDays, "5", Day, Decision, "Charte du consultant, article 8"),
    ];

    private static Rule Pedagogy(string key, string value, string article) =>
        new(key, value, Day, Decision, $"Règlement du comité pédagogique, {article}");

    private static Rule Certification(string key, string value, string article) =>
        new(key, value, Day, Decision, $"Règlement de certification, {article}");
}

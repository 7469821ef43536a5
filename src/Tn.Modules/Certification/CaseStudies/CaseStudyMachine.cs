using Tn.Certification.Lives;

namespace Tn.Certification.CaseStudies;

/// <summary>Where a case study stands. Names are kept in the database: never rename one.</summary>
internal enum CaseStudyState
{
    /// <summary>À rendre.</summary>
    Assigned,

    /// <summary>Not handed in on time: another case can be drawn.</summary>
    Expired,

    /// <summary>With two markers, each blind to the other.</summary>
    AwaitingMarks,

    /// <summary>The two differ: a third marks.</summary>
    AwaitingThirdMark,

    Marked,
}

/// <summary>What can happen to a case study. Names are kept: never rename one.</summary>
internal enum CaseStudyTrigger
{
    HandIn,
    Expire,
    DrawAgain,
    CallThirdMarker,
    Settle,
}

/// <summary>A case study's life, declared once.</summary>
internal static class CaseStudyMachine
{
    private const string Article = "étape 5 du parcours, étude de cas";

    /// <summary>Every state with its owner, maximum age and article.</summary>
    public static readonly IReadOnlyDictionary<CaseStudyState, Duty<CaseStudyTrigger>> Duties = new Dictionary<CaseStudyState, Duty<CaseStudyTrigger>>
    {
        [CaseStudyState.Assigned] = new(DutyOwner.Candidate, Article, new(RuleKeys.CaseStudyDays, AgeUnit.Days, CaseStudyTrigger.Expire)) { Reminders = ["D-7", "D-2"] },
        [CaseStudyState.Expired] = new(DutyOwner.Candidate, Article),
        [CaseStudyState.AwaitingMarks] = new(DutyOwner.Marker, Article, new(RuleKeys.CaseStudyMarkingDays, AgeUnit.Days)) { Reminders = ["D-3"] },
        [CaseStudyState.AwaitingThirdMark] = new(DutyOwner.Marker, Article, new(RuleKeys.CaseStudyMarkingDays, AgeUnit.Days)) { Reminders = ["D-3"] },
        [CaseStudyState.Marked] = new(DutyOwner.Nobody, Article) { IsFinal = true },
    };

    public static readonly LifeMachine<CaseStudyState, CaseStudyTrigger> Machine = new("case-study", CaseStudyState.Assigned, Duties, work =>
    {
        work.Configure(CaseStudyState.Assigned)
            .Permit(CaseStudyTrigger.HandIn, CaseStudyState.AwaitingMarks)
            .Permit(CaseStudyTrigger.Expire, CaseStudyState.Expired);
        work.Configure(CaseStudyState.Expired)
            .Permit(CaseStudyTrigger.DrawAgain, CaseStudyState.Assigned);
        work.Configure(CaseStudyState.AwaitingMarks)
            .Permit(CaseStudyTrigger.CallThirdMarker, CaseStudyState.AwaitingThirdMark)
            .Permit(CaseStudyTrigger.Settle, CaseStudyState.Marked);
        work.Configure(CaseStudyState.AwaitingThirdMark)
            .Permit(CaseStudyTrigger.Settle, CaseStudyState.Marked);
    });

    /// <summary>The case study as every life cycle is described.</summary>
    public static readonly LifeCycle LifeCycle = Machine.LifeCycle;
}

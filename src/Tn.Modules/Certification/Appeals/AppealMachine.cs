using Tn.Certification.Lives;

namespace Tn.Certification.Appeals;

/// <summary>Where an appeal stands. Names are kept in the database: never rename one.</summary>
internal enum AppealState
{
    /// <summary>Déposé : its admissibility is to be examined.</summary>
    Lodged,

    /// <summary>Irrecevable : can be completed within the delay.</summary>
    Inadmissible,

    /// <summary>Devant la formation de recours.</summary>
    BeforePanel,

    /// <summary>The decision stands.</summary>
    Upheld,

    /// <summary>The decision falls.</summary>
    Overturned,

    /// <summary>Given up by who lodged it.</summary>
    Abandoned,

    /// <summary>Never completed.</summary>
    Closed,
}

/// <summary>What can happen to an appeal. Names are kept: never rename one.</summary>
internal enum AppealTrigger
{
    Admit,
    DeclareInadmissible,
    Complete,
    Uphold,
    Overturn,
    Abandon,
    CloseForSilence,
}

/// <summary>An appeal's life, declared once.</summary>
internal static class AppealMachine
{
    /// <summary>Every state with its owner, maximum age and article.</summary>
    public static readonly IReadOnlyDictionary<AppealState, Duty<AppealTrigger>> Duties = new Dictionary<AppealState, Duty<AppealTrigger>>
    {
        [AppealState.Lodged] = new(DutyOwner.Committee, "article 13 du règlement, recours", new(RuleKeys.AppealAdmissibilityWorkingDays, AgeUnit.WorkingDays)),
        [AppealState.Inadmissible] = new(DutyOwner.Candidate, "article 13 du règlement, recours", new(RuleKeys.AppealDays, AgeUnit.Days, AppealTrigger.CloseForSilence)) { IsRefusal = true, Reminders = ["D-7"] },
        [AppealState.BeforePanel] = new(DutyOwner.AppealPanel, "article 13 du règlement, recours", new(RuleKeys.AppealDecisionDays, AgeUnit.Days)) { Reminders = ["D-7"] },
        // The programme's last word: beyond it stand the courts, as the letter says.
        [AppealState.Upheld] = new(DutyOwner.Nobody, "article 13 du règlement, recours") { IsFinal = true },
        [AppealState.Overturned] = new(DutyOwner.Nobody, "article 13 du règlement, recours") { IsFinal = true },
        [AppealState.Abandoned] = new(DutyOwner.Nobody, "article 13 du règlement, recours") { IsFinal = true },
        [AppealState.Closed] = new(DutyOwner.Nobody, "article 13 du règlement, recours") { IsFinal = true },
    };

    public static readonly LifeMachine<AppealState, AppealTrigger> Machine = new("appeal", AppealState.Lodged, Duties, appeal =>
    {
        appeal.Configure(AppealState.Lodged)
            .Permit(AppealTrigger.Admit, AppealState.BeforePanel)
            .Permit(AppealTrigger.DeclareInadmissible, AppealState.Inadmissible)
            .Permit(AppealTrigger.Abandon, AppealState.Abandoned);
        appeal.Configure(AppealState.Inadmissible)
            .Permit(AppealTrigger.Complete, AppealState.Lodged)
            .Permit(AppealTrigger.CloseForSilence, AppealState.Closed);
        appeal.Configure(AppealState.BeforePanel)
            .Permit(AppealTrigger.Uphold, AppealState.Upheld)
            .Permit(AppealTrigger.Overturn, AppealState.Overturned)
            .Permit(AppealTrigger.Abandon, AppealState.Abandoned);
    });

    /// <summary>The appeal as every life cycle is described.</summary>
    public static readonly LifeCycle LifeCycle = Machine.LifeCycle;
}

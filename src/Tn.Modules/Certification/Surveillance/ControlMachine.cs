using Tn.Certification.Lives;

namespace Tn.Certification.Surveillance;

/// <summary>Where a surveillance control stands. Names are kept in the database: never rename one.</summary>
internal enum ControlState
{
    /// <summary>Its day is drawn; nobody is told.</summary>
    Drawn,

    /// <summary>The committee examines.</summary>
    Open,

    /// <summary>Prescriptions : the consultant must show what was done.</summary>
    Prescribed,

    /// <summary>The consultant has answered, or the delay has passed: the committee decides anew.</summary>
    ToReview,

    Cleared,

    /// <summary>A sanction is proposed: it is decided on the certificate.</summary>
    SanctionProposed,

    /// <summary>The certificate ended before its day.</summary>
    Dropped,
}

/// <summary>What can happen to a control. Names are kept: never rename one.</summary>
internal enum ControlTrigger
{
    Begin,
    Drop,
    Clear,
    Prescribe,
    Answer,
    CloseDelay,
    ProposeSanction,
}

/// <summary>A control's life, declared once.</summary>
internal static class ControlMachine
{
    private const string Article = "article 16 du règlement, surveillance";

    /// <summary>Every state with its owner, maximum age and article.</summary>
    public static readonly IReadOnlyDictionary<ControlState, Duty<ControlTrigger>> Duties = new Dictionary<ControlState, Duty<ControlTrigger>>
    {
        // The day itself is drawn before this last one: see Control.OpensOn.
        [ControlState.Drawn] = new(DutyOwner.Programme, Article, new(RuleKeys.SurveillanceLastMonth, AgeUnit.Months, ControlTrigger.Begin, OnTheDay: true)),
        [ControlState.Open] = new(DutyOwner.Committee, Article, new(RuleKeys.SurveillanceDays, AgeUnit.Days)),
        [ControlState.Prescribed] = new(DutyOwner.Candidate, Article, new(RuleKeys.SurveillancePrescriptionDays, AgeUnit.Days, ControlTrigger.CloseDelay)) { Reminders = ["D-30", "D-7"] },
        [ControlState.ToReview] = new(DutyOwner.Committee, Article, new(RuleKeys.SurveillanceDays, AgeUnit.Days)),
        [ControlState.Cleared] = new(DutyOwner.Nobody, Article) { IsFinal = true },
        // The sanction, if any, is a decision on the certificate, which can be appealed.
        [ControlState.SanctionProposed] = new(DutyOwner.Nobody, Article) { IsFinal = true },
        [ControlState.Dropped] = new(DutyOwner.Nobody, Article) { IsFinal = true },
    };

    public static readonly LifeMachine<ControlState, ControlTrigger> Machine = new("control", ControlState.Drawn, Duties, control =>
    {
        control.Configure(ControlState.Drawn)
            .Permit(ControlTrigger.Begin, ControlState.Open)
            .Permit(ControlTrigger.Drop, ControlState.Dropped);
        foreach (var state in new[] { ControlState.Open, ControlState.ToReview })
        {
            control.Configure(state)
                .Permit(ControlTrigger.Clear, ControlState.Cleared)
                .Permit(ControlTrigger.Prescribe, ControlState.Prescribed)
                .Permit(ControlTrigger.ProposeSanction, ControlState.SanctionProposed);
        }

        control.Configure(ControlState.Prescribed)
            .Permit(ControlTrigger.Answer, ControlState.ToReview)
            .Permit(ControlTrigger.CloseDelay, ControlState.ToReview);
    });

    /// <summary>The control as every life cycle is described.</summary>
    public static readonly LifeCycle LifeCycle = Machine.LifeCycle;
}

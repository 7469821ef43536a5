using Tn.Certification.Lives;

namespace Tn.Certification.Complaints;

/// <summary>Where a complaint stands. Names are kept in the database: never rename one.</summary>
internal enum ComplaintState
{
    /// <summary>Written by somebody whose address is not confirmed yet.</summary>
    Received,

    /// <summary>Never confirmed: what was written is erased.</summary>
    Unconfirmed,

    /// <summary>À examiner : is it admissible?</summary>
    Confirmed,

    Inadmissible,

    /// <summary>Droit de réponse.</summary>
    AwaitingReply,

    UnderReview,

    /// <summary>Sans suite.</summary>
    Dismissed,

    /// <summary>Rappel à la règle.</summary>
    Reminded,

    /// <summary>A sanction is proposed: the committee decides it on the certificate.</summary>
    SanctionProposed,

    Sanctioned,
}

/// <summary>What can happen to a complaint. Names are kept: never rename one.</summary>
internal enum ComplaintTrigger
{
    Confirm,
    Forget,
    Admit,
    DeclareInadmissible,
    Reply,
    CloseReply,
    Dismiss,
    Remind,
    ProposeSanction,
    Sanction,
}

/// <summary>A complaint's life, declared once.</summary>
internal static class ComplaintMachine
{
    private const string Article = "article 14 du règlement, réclamations";

    /// <summary>Every state with its owner, maximum age and article.</summary>
    public static readonly IReadOnlyDictionary<ComplaintState, Duty<ComplaintTrigger>> Duties = new Dictionary<ComplaintState, Duty<ComplaintTrigger>>
    {
        [ComplaintState.Received] = new(DutyOwner.Client, Article, new(RuleKeys.ComplaintConfirmationDays, AgeUnit.Days, ComplaintTrigger.Forget)),
        [ComplaintState.Unconfirmed] = new(DutyOwner.Nobody, Article) { IsFinal = true },
        [ComplaintState.Confirmed] = new(DutyOwner.Committee, Article, new(RuleKeys.ComplaintAdmissibilityWorkingDays, AgeUnit.WorkingDays)),
        // It says no to a client, who may write another complaint at any time: nothing of this one has to begin again.
        [ComplaintState.Inadmissible] = new(DutyOwner.Nobody, Article) { IsFinal = true },
        [ComplaintState.AwaitingReply] = new(DutyOwner.Candidate, Article, new(RuleKeys.ComplaintReplyDays, AgeUnit.Days, ComplaintTrigger.CloseReply)) { Reminders = ["D-7", "D-2"] },
        [ComplaintState.UnderReview] = new(DutyOwner.Committee, Article, new(RuleKeys.ComplaintDecisionDays, AgeUnit.Days)),
        [ComplaintState.Dismissed] = new(DutyOwner.Nobody, Article) { IsFinal = true },
        [ComplaintState.Reminded] = new(DutyOwner.Nobody, Article) { IsFinal = true },
        [ComplaintState.SanctionProposed] = new(DutyOwner.Committee, Article, new(RuleKeys.ComplaintDecisionDays, AgeUnit.Days)),
        // The sanction itself can be appealed; the complaint is over.
        [ComplaintState.Sanctioned] = new(DutyOwner.Nobody, Article) { IsFinal = true },
    };

    public static readonly LifeMachine<ComplaintState, ComplaintTrigger> Machine = new("complaint", ComplaintState.Received, Duties, complaint =>
    {
        complaint.Configure(ComplaintState.Received)
            .Permit(ComplaintTrigger.Confirm, ComplaintState.Confirmed)
            .Permit(ComplaintTrigger.Forget, ComplaintState.Unconfirmed);
        complaint.Configure(ComplaintState.Confirmed)
            .Permit(ComplaintTrigger.Admit, ComplaintState.AwaitingReply)
            .Permit(ComplaintTrigger.DeclareInadmissible, ComplaintState.Inadmissible);
        complaint.Configure(ComplaintState.AwaitingReply)
            .Permit(ComplaintTrigger.Reply, ComplaintState.UnderReview)
            .Permit(ComplaintTrigger.CloseReply, ComplaintState.UnderReview);
        complaint.Configure(ComplaintState.UnderReview)
            .Permit(ComplaintTrigger.Dismiss, ComplaintState.Dismissed)
            .Permit(ComplaintTrigger.Remind, ComplaintState.Reminded)
            .Permit(ComplaintTrigger.ProposeSanction, ComplaintState.SanctionProposed);
        complaint.Configure(ComplaintState.SanctionProposed)
            .Permit(ComplaintTrigger.Sanction, ComplaintState.Sanctioned)
            .Permit(ComplaintTrigger.Dismiss, ComplaintState.Dismissed)
            .Permit(ComplaintTrigger.Remind, ComplaintState.Reminded);
    });

    /// <summary>The complaint as every life cycle is described.</summary>
    public static readonly LifeCycle LifeCycle = Machine.LifeCycle;
}

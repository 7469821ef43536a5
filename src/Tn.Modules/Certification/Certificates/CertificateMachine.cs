using Stateless;

namespace Tn.Certification.Certificates;

/// <summary>Where a certificate stands, as its facts and the calendar tell.</summary>
internal enum CertificateState
{
    /// <summary>Issued, its term to come.</summary>
    Upcoming,

    Valid,

    /// <summary>À titre probatoire.</summary>
    OnProbation,

    Suspended,

    Withdrawn,

    /// <summary>Its term is over, and no other follows.</summary>
    Expired,

    /// <summary>Its term is over, or will be; another certificate follows. It is never changed itself.</summary>
    Renewed,
}

/// <summary>What can happen to a certificate.</summary>
internal enum CertificateTrigger
{
    Begin,
    BeginOnProbation,
    Suspend,
    Reinstate,
    ReinstateOnProbation,
    Withdraw,
    Expire,
    Renew,
}

/// <summary>
/// A certificate's life, declared once. The certificate itself never changes: its state is what this machine makes of its facts
/// (<see cref="StateOf"/>), and what may be decided of it is what this machine declares.
/// </summary>
internal static class CertificateMachine
{
    private const string Term = "étape 7 du parcours, article 10 du règlement";
    private const string Sanctions = "étape 9 du parcours, article 12 du règlement";

    /// <summary>Every state with its owner, maximum age and article.</summary>
    public static readonly IReadOnlyDictionary<CertificateState, Duty<CertificateTrigger>> Duties = new Dictionary<CertificateState, Duty<CertificateTrigger>>
    {
        [CertificateState.Upcoming] = new(DutyOwner.Programme, Term),
        [CertificateState.Valid] = new(DutyOwner.Candidate, Term, new(RuleKeys.CertificateTermYears, AgeUnit.Years, CertificateTrigger.Expire)) { Reminders = ["D-150", "D-90", "D-30", "D-7"] },
        [CertificateState.OnProbation] = new(DutyOwner.Candidate, Term, new(RuleKeys.CertificateProbationMonths, AgeUnit.Months, CertificateTrigger.Expire)) { Reminders = ["D-150", "D-90", "D-30", "D-7"] },
        // The committee may fix a shorter length; the sweep of terms ends it the day after, with its fact (TermSweep).
        [CertificateState.Suspended] = new(DutyOwner.Committee, Sanctions, new(RuleKeys.SuspensionMaximumMonths, AgeUnit.Months, CertificateTrigger.Reinstate)),
        [CertificateState.Withdrawn] = new(DutyOwner.Candidate, Sanctions, new(RuleKeys.AppealDays, AgeUnit.Days)) { IsRefusal = true },
        [CertificateState.Expired] = new(DutyOwner.Candidate, Term),
        [CertificateState.Renewed] = new(DutyOwner.Nobody, Term) { IsFinal = true },
    };

    private static readonly Lives.LifeMachine<CertificateState, CertificateTrigger> Machine = new("certificate", CertificateState.Upcoming, Duties, Declare);

    /// <summary>Every declared move, as the machine itself tells it.</summary>
    public static readonly IReadOnlyList<Move<CertificateState, CertificateTrigger>> Transitions = Machine.Transitions;

    /// <summary>The certificate as every life cycle is described.</summary>
    public static readonly LifeCycle LifeCycle = Machine.LifeCycle;

    /// <summary>Where the facts, then the calendar, lead a certificate on a day.</summary>
    /// <param name="isRenewed">Another certificate of the holder follows this one.</param>
    /// <exception cref="InvalidOperationException">A fact that the machine does not declare from where the certificate stood: a bug of who wrote it.</exception>
    public static CertificateState StateOf(Certificate certificate, IEnumerable<CertificateFact> facts, DateOnly day, bool isRenewed = false)
    {
        var state = CertificateState.Upcoming;
        foreach (var fact in facts.Where(fact => fact.Kind.IsSanction() && French.Day(fact.At) <= day).OrderBy(fact => fact.Index))
        {
            // A sanction falls on a certificate whose term the calendar has begun by then.
            state = state == CertificateState.Upcoming && French.Day(fact.At) >= certificate.From ? Begun(certificate) : state;
            state = Fire(state, TriggerOf(fact.Kind, certificate.OnProbation), fact.Kind);
        }

        return OnTheCalendar(state, certificate, day, isRenewed);
    }

    /// <summary>What a committee may decide from a state.</summary>
    public static IReadOnlyList<FactKind> Decisions(CertificateState state)
    {
        var declared = Transitions.Where(move => move.From == state).Select(move => move.Trigger).ToHashSet();
        var kinds = new List<FactKind>();
        if (state is CertificateState.Valid or CertificateState.OnProbation or CertificateState.Upcoming)
        {
            kinds.Add(FactKind.Warned);
        }

        if (declared.Contains(CertificateTrigger.Suspend))
        {
            kinds.Add(FactKind.Suspended);
        }

        if (declared.Contains(CertificateTrigger.Reinstate))
        {
            kinds.Add(FactKind.Reinstated);
        }

        if (declared.Contains(CertificateTrigger.Withdraw))
        {
            kinds.Add(FactKind.Withdrawn);
        }

        return kinds;
    }

    private static void Declare(StateMachine<CertificateState, CertificateTrigger> certificate)
    {
        certificate.Configure(CertificateState.Upcoming)
            .Permit(CertificateTrigger.Begin, CertificateState.Valid)
            .Permit(CertificateTrigger.BeginOnProbation, CertificateState.OnProbation)
            .Permit(CertificateTrigger.Suspend, CertificateState.Suspended)
            .Permit(CertificateTrigger.Withdraw, CertificateState.Withdrawn);
        foreach (var held in new[] { CertificateState.Valid, CertificateState.OnProbation })
        {
            certificate.Configure(held)
                .Permit(CertificateTrigger.Suspend, CertificateState.Suspended)
                .Permit(CertificateTrigger.Withdraw, CertificateState.Withdrawn)
                .Permit(CertificateTrigger.Expire, CertificateState.Expired)
                .Permit(CertificateTrigger.Renew, CertificateState.Renewed);
        }

        certificate.Configure(CertificateState.Suspended)
            .Permit(CertificateTrigger.Reinstate, CertificateState.Valid)
            .Permit(CertificateTrigger.ReinstateOnProbation, CertificateState.OnProbation)
            .Permit(CertificateTrigger.Withdraw, CertificateState.Withdrawn)
            .Permit(CertificateTrigger.Expire, CertificateState.Expired);
        // A new decision, or an appeal, takes a withdrawal back.
        certificate.Configure(CertificateState.Withdrawn)
            .Permit(CertificateTrigger.Reinstate, CertificateState.Valid)
            .Permit(CertificateTrigger.ReinstateOnProbation, CertificateState.OnProbation);
        // Renewed late: the new term begins on the day of the decision, and the gap shows.
        certificate.Configure(CertificateState.Expired)
            .Permit(CertificateTrigger.Renew, CertificateState.Renewed);
    }

    private static CertificateState OnTheCalendar(CertificateState state, Certificate certificate, DateOnly day, bool isRenewed)
    {
        state = (state, day < certificate.From) switch
        {
            (CertificateState.Upcoming, false) => Begun(certificate),
            // Suspended, then reinstated, before its term began.
            (CertificateState.Valid or CertificateState.OnProbation, true) => CertificateState.Upcoming,
            _ => state,
        };
        if (day > certificate.Until && Machine.Allows(state, CertificateTrigger.Expire))
        {
            state = CertificateState.Expired;
        }

        return isRenewed && Machine.Allows(state, CertificateTrigger.Renew) ? CertificateState.Renewed : state;
    }

    private static CertificateState Begun(Certificate certificate) => certificate.OnProbation ? CertificateState.OnProbation : CertificateState.Valid;

    private static CertificateTrigger TriggerOf(FactKind kind, bool onProbation) => kind switch
    {
        FactKind.Suspended => CertificateTrigger.Suspend,
        FactKind.Withdrawn => CertificateTrigger.Withdraw,
        _ => onProbation ? CertificateTrigger.ReinstateOnProbation : CertificateTrigger.Reinstate,
    };

    private static CertificateState Fire(CertificateState state, CertificateTrigger trigger, FactKind kind) =>
        Machine.Next(state, trigger) ?? throw new InvalidOperationException($"A certificate in {state} cannot be {kind}.");
}

using Stateless;

namespace Tn.Journey.Path;

/// <summary>Whose turn it is in a state.</summary>
internal enum PathOwner
{
    Candidate,
    Instructor,
    Jury,
    Committee,
    Programme,
}

/// <summary>The stages of the path, in the order people walk them; the diagram groups by them.</summary>
internal enum PathStage
{
    Census,
    Admissibility,
    Charter,
    Training,
    Exam,
    Jury,
    Certification,
    Renewal,
    Sanctions,
}

/// <summary>How a rule's number counts.</summary>
internal enum AgeUnit
{
    Days,
    WorkingDays,
    Months,
}

/// <summary>How long a file may stay in a state.</summary>
/// <param name="RuleKey">One of <see cref="RuleKeys"/>: the number itself is data.</param>
/// <param name="WhenPassed">Fired by the programme once the age is reached; null when it is only shown, as someone must decide.</param>
/// <param name="OnTheDay">True when it is fired on the due day itself (a waiting time served); false when the day after (a delay granted whole).</param>
internal sealed record MaximumAge(string RuleKey, AgeUnit Unit, PathTrigger? WhenPassed = null, bool OnTheDay = false)
{
    /// <summary>The day the age is reached by a file that entered the state on <paramref name="since"/>.</summary>
    public DateOnly DueOn(DateOnly since, int number) => Unit switch
    {
        AgeUnit.WorkingDays => WorkingDays.After(since, number),
        AgeUnit.Months => since.AddMonths(number),
        _ => since.AddDays(number),
    };

    /// <summary>True when the programme must act on <paramref name="today"/>.</summary>
    public bool IsPassed(DateOnly dueOn, DateOnly today) => OnTheDay ? today >= dueOn : today > dueOn;
}

/// <summary>What a state means for people: its stage, whose turn it is, how long, by which article.</summary>
/// <param name="Age">Null when the state has no end of its own: it waits for its owner without harm.</param>
/// <param name="Article">Cited in the sentence shown to the person.</param>
internal sealed record StateDuty(PathStage Stage, PathOwner Owner, MaximumAge? Age, string Article);

/// <summary>A declared move. <paramref name="To"/> has several states only where the file returns to where it came from.</summary>
internal sealed record PathTransition(PathState From, PathTrigger Trigger, IReadOnlyList<PathState> To);

/// <summary>Where a file stands, and where it would return after a re-signature or a sanction.</summary>
internal sealed record PathPosition(PathState State, PathState? BeforeResignature = null, PathState? BeforeSanction = null)
{
    /// <summary>Where every file begins.</summary>
    public static readonly PathPosition Start = new(PathState.CensusInProgress);
}

/// <summary>
/// The consultant's path, declared once. The diagram of <c>/certification</c>, the permitted acts, the refusals and the
/// tests all come from this file; no other code decides a move.
/// </summary>
// @exemplary: a state machine as one readable declaration
internal static class PathMachine
{
    // A charter that must be signed anew, and a sanction, can meet a consultant in any of these.
    private static readonly PathState[] InForce = [PathState.Certified, PathState.Probationary, PathState.RenewalOpen, PathState.RenewalAwaitingJury];

    /// <summary>Every state with its stage, owner, maximum age and article.</summary>
    public static readonly IReadOnlyDictionary<PathState, StateDuty> Duties = new Dictionary<PathState, StateDuty>
    {
        [PathState.CensusInProgress] = new(PathStage.Census, PathOwner.Candidate, null, "étape 0 du parcours, recensement"),
        [PathState.UnderAdmissibility] = new(PathStage.Admissibility, PathOwner.Instructor, new(RuleKeys.AdmissibilityAnswerWorkingDays, AgeUnit.WorkingDays), "étape 1 du parcours, recevabilité"),
        [PathState.PiecesRequested] = new(PathStage.Admissibility, PathOwner.Candidate, new(RuleKeys.AdmissibilityCompletionDays, AgeUnit.Days, PathTrigger.CloseForSilence), "étape 1 du parcours, recevabilité"),
        [PathState.NotAdmissible] = new(PathStage.Admissibility, PathOwner.Candidate, null, "étape 1 du parcours, recevabilité"),
        [PathState.Closed] = new(PathStage.Admissibility, PathOwner.Candidate, null, "étape 1 du parcours, recevabilité"),
        [PathState.CharterToSign] = new(PathStage.Charter, PathOwner.Candidate, null, "étape 2 du parcours et article 1.2 de la charte"),
        [PathState.ResignatureDue] = new(PathStage.Charter, PathOwner.Candidate, new(RuleKeys.CharterResignatureDays, AgeUnit.Days), "article 15.2 de la charte"),
        [PathState.InTraining] = new(PathStage.Training, PathOwner.Candidate, null, "étape 3 du parcours, autoformation"),
        [PathState.ExamOpen] = new(PathStage.Exam, PathOwner.Candidate, null, "étape 4 du parcours, épreuve de connaissances"),
        [PathState.ExamRetake] = new(PathStage.Exam, PathOwner.Programme, new(RuleKeys.ExamRetakeDays, AgeUnit.Days, PathTrigger.OpenRetake, OnTheDay: true), "étape 4 du parcours, épreuve de connaissances"),
        [PathState.AwaitingJury] = new(PathStage.Jury, PathOwner.Jury, new(RuleKeys.JuryDecisionDays, AgeUnit.Days), "étape 6 du parcours, jury"),
        [PathState.Deferred] = new(PathStage.Jury, PathOwner.Committee, null, "étape 6 du parcours, jury"),
        [PathState.Rejected] = new(PathStage.Jury, PathOwner.Candidate, new(RuleKeys.AppealDays, AgeUnit.Days), "étape 10 du parcours, recours"),
        [PathState.Certified] = new(PathStage.Certification, PathOwner.Candidate, null, "étape 7 du parcours et article 11 de la charte"),
        [PathState.Probationary] = new(PathStage.Certification, PathOwner.Candidate, null, "étape 7 du parcours et article 11 de la charte"),
        [PathState.RenewalOpen] = new(PathStage.Renewal, PathOwner.Candidate, new(RuleKeys.RenewalWindowDays, AgeUnit.Days), "étape 8 du parcours, renouvellement"),
        [PathState.RenewalAwaitingJury] = new(PathStage.Renewal, PathOwner.Jury, new(RuleKeys.JuryDecisionDays, AgeUnit.Days), "étape 8 du parcours, renouvellement"),
        [PathState.Lapsed] = new(PathStage.Renewal, PathOwner.Candidate, null, "étape 8 du parcours, renouvellement"),
        [PathState.Suspended] = new(PathStage.Sanctions, PathOwner.Committee, new(RuleKeys.SuspensionMaximumMonths, AgeUnit.Months), "article 14 de la charte"),
        [PathState.Withdrawn] = new(PathStage.Sanctions, PathOwner.Candidate, new(RuleKeys.AppealDays, AgeUnit.Days), "article 14 de la charte"),
    };

    /// <summary>Every declared move, as the machine itself tells it.</summary>
    public static readonly IReadOnlyList<PathTransition> Transitions = ReadTransitions();

    /// <summary>Where the trigger leads from a position, or null when the machine does not declare the move.</summary>
    public static PathPosition? Next(PathPosition from, PathTrigger trigger)
    {
        var memory = new Memory(from);
        var machine = Declare(memory);
        if (!machine.CanFire(trigger))
        {
            return null;
        }

        machine.Fire(trigger);
        return memory.Position;
    }

    /// <summary>The triggers declared from a state.</summary>
    public static IReadOnlyList<PathTrigger> From(PathState state) =>
        [.. Transitions.Where(move => move.From == state).Select(move => move.Trigger)];

    private static StateMachine<PathState, PathTrigger> Declare(Memory memory)
    {
        var path = new StateMachine<PathState, PathTrigger>(() => memory.Position.State, memory.Enter);

        path.Configure(PathState.CensusInProgress)
            .OnEntryFrom(PathTrigger.ReopenCensus, _ => memory.Forget())
            .Permit(PathTrigger.SubmitCensus, PathState.UnderAdmissibility);

        path.Configure(PathState.UnderAdmissibility)
            .Permit(PathTrigger.RequestPieces, PathState.PiecesRequested)
            .Permit(PathTrigger.DeclareAdmissible, PathState.CharterToSign)
            .Permit(PathTrigger.DeclareNotAdmissible, PathState.NotAdmissible);
        path.Configure(PathState.PiecesRequested)
            .Permit(PathTrigger.SupplyPieces, PathState.UnderAdmissibility)
            .Permit(PathTrigger.CloseForSilence, PathState.Closed);
        path.Configure(PathState.NotAdmissible)
            .Permit(PathTrigger.ReopenCensus, PathState.CensusInProgress);
        path.Configure(PathState.Closed)
            .Permit(PathTrigger.ReopenCensus, PathState.CensusInProgress);

        path.Configure(PathState.CharterToSign)
            .Permit(PathTrigger.SignCharter, PathState.InTraining);
        path.Configure(PathState.InTraining)
            .Permit(PathTrigger.CompleteTraining, PathState.ExamOpen);
        path.Configure(PathState.ExamOpen)
            .Permit(PathTrigger.PassExam, PathState.AwaitingJury)
            .Permit(PathTrigger.FailExam, PathState.ExamRetake);
        path.Configure(PathState.ExamRetake)
            .Permit(PathTrigger.OpenRetake, PathState.ExamOpen);

        path.Configure(PathState.AwaitingJury)
            .Permit(PathTrigger.Certify, PathState.Certified)
            .Permit(PathTrigger.CertifyOnProbation, PathState.Probationary)
            .Permit(PathTrigger.Defer, PathState.Deferred)
            .Permit(PathTrigger.Reject, PathState.Rejected);
        path.Configure(PathState.Deferred)
            .Permit(PathTrigger.ReturnToJury, PathState.AwaitingJury);
        path.Configure(PathState.Rejected)
            .Permit(PathTrigger.ReturnToJury, PathState.AwaitingJury) // an appeal, heard by another panel
            .Permit(PathTrigger.ReopenCensus, PathState.CensusInProgress);

        path.Configure(PathState.Certified)
            .Permit(PathTrigger.OpenRenewal, PathState.RenewalOpen)
            .Permit(PathTrigger.Lapse, PathState.Lapsed);
        path.Configure(PathState.Probationary)
            .Permit(PathTrigger.OpenRenewal, PathState.RenewalOpen)
            .Permit(PathTrigger.Lapse, PathState.Lapsed);

        path.Configure(PathState.RenewalOpen)
            .Permit(PathTrigger.RequestRenewal, PathState.RenewalAwaitingJury)
            .Permit(PathTrigger.Lapse, PathState.Lapsed);
        // No lapse here: the file waits for the jury, and the certificate's own dates show any gap.
        path.Configure(PathState.RenewalAwaitingJury)
            .Permit(PathTrigger.Renew, PathState.Certified)
            .Permit(PathTrigger.CertifyOnProbation, PathState.Probationary)
            .Permit(PathTrigger.Defer, PathState.RenewalOpen)
            .Permit(PathTrigger.Reject, PathState.Rejected);
        path.Configure(PathState.Lapsed)
            .Permit(PathTrigger.RequestRenewal, PathState.RenewalAwaitingJury)
            .Permit(PathTrigger.ReopenCensus, PathState.CensusInProgress);

        foreach (var state in InForce)
        {
            path.Configure(state)
                .Permit(PathTrigger.RequireResignature, PathState.ResignatureDue)
                .Permit(PathTrigger.Suspend, PathState.Suspended)
                .Permit(PathTrigger.Withdraw, PathState.Withdrawn);
        }

        path.Configure(PathState.ResignatureDue)
            .OnEntryFrom(PathTrigger.RequireResignature, move => memory.RememberResignature(move.Source))
            .PermitDynamic(PathTrigger.SignCharter, () => memory.BeforeResignature, null, Returns(InForce))
            .Permit(PathTrigger.Lapse, PathState.Lapsed)
            .Permit(PathTrigger.Suspend, PathState.Suspended)
            .Permit(PathTrigger.Withdraw, PathState.Withdrawn);

        path.Configure(PathState.Suspended)
            .OnEntryFrom(PathTrigger.Suspend, move => memory.RememberSanction(move.Source))
            .PermitDynamic(PathTrigger.Reinstate, () => memory.BeforeSanction, null, Returns([.. InForce, PathState.ResignatureDue]))
            .Permit(PathTrigger.Withdraw, PathState.Withdrawn)
            .Permit(PathTrigger.Lapse, PathState.Lapsed);
        // Suspended, then withdrawn, then reinstated on appeal: back to before the suspension.
        path.Configure(PathState.Withdrawn)
            .OnEntryFrom(PathTrigger.Withdraw, move => memory.RememberSanction(move.Source))
            .PermitDynamic(PathTrigger.Reinstate, () => memory.BeforeSanction, null, Returns([.. InForce, PathState.ResignatureDue]))
            .Permit(PathTrigger.ReopenCensus, PathState.CensusInProgress);

        return path;
    }

    private static Stateless.Reflection.DynamicStateInfos Returns(IEnumerable<PathState> states)
    {
        var infos = new Stateless.Reflection.DynamicStateInfos();
        foreach (var state in states)
        {
            infos.Add(state.ToString(), "là d’où il venait");
        }

        return infos;
    }

    private static IReadOnlyList<PathTransition> ReadTransitions()
    {
        var states = Declare(new Memory(PathPosition.Start)).GetInfo().States;
        var moves =
            from state in states
            from move in state.Transitions
            let to = move switch
            {
                Stateless.Reflection.FixedTransitionInfo known => [(PathState)known.DestinationState.UnderlyingState],
                Stateless.Reflection.DynamicTransitionInfo returning => returning.PossibleDestinationStates.Select(one => Enum.Parse<PathState>(one.DestinationState)).ToArray(),
                _ => Array.Empty<PathState>(),
            }
            let source = (PathState)state.UnderlyingState
            orderby Duties[source].Stage, source
            select new PathTransition(source, (PathTrigger)move.Trigger.UnderlyingTrigger, to);
        return [.. moves];
    }

    /// <summary>What the machine reads and writes while it fires once.</summary>
    private sealed class Memory(PathPosition start)
    {
        public PathPosition Position { get; private set; } = start;

        public PathState BeforeResignature => Position.BeforeResignature ?? PathState.Certified;

        public PathState BeforeSanction => Position.BeforeSanction ?? PathState.Certified;

        public void Enter(PathState state) => Position = Position with { State = state };

        public void Forget() => Position = Position with { BeforeResignature = null, BeforeSanction = null };

        public void RememberResignature(PathState source) => Position = Position with { BeforeResignature = source };

        public void RememberSanction(PathState source) =>
            Position = source == PathState.Suspended ? Position : Position with { BeforeSanction = source };
    }
}

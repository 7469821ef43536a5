using Stateless;
using Tn.Platform.Web;

namespace Tn.Journey.Path;

/// <summary>The stages of the path, in the order people walk them; the diagram groups by them.</summary>
internal enum PathStage
{
    Census,
    Admissibility,
    Charter,
    Training,
    Exam,
    CaseStudy,
    Jury,
    Certification,
    Renewal,
    Sanctions,
}

/// <summary>What a state means for people: its stage on the path, and what every life cycle says of a state.</summary>
internal sealed record StateDuty(PathStage Stage, DutyOwner Owner, MaximumAge<PathTrigger>? Age, string Article)
{
    public IReadOnlyList<string> Reminders { get; init; } = [];

    public bool IsRefusal { get; init; }

    public Duty<PathTrigger> Duty => new(Owner, Article, Age) { Reminders = Reminders, IsRefusal = IsRefusal };
}

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
        [PathState.CensusInProgress] = new(PathStage.Census, DutyOwner.Candidate, null, Texts.Key("étape 0 du parcours, recensement")) { Reminders = ["D7", "D30", "D60", "D90"] },
        [PathState.UnderAdmissibility] = new(PathStage.Admissibility, DutyOwner.Instructor, new(RuleKeys.AdmissibilityAnswerWorkingDays, AgeUnit.WorkingDays), Texts.Key("étape 1 du parcours, recevabilité")),
        [PathState.PiecesRequested] = new(PathStage.Admissibility, DutyOwner.Candidate, new(RuleKeys.AdmissibilityCompletionDays, AgeUnit.Days, PathTrigger.CloseForSilence), Texts.Key("étape 1 du parcours, recevabilité")) { Reminders = ["D-30", "D-7"] },
        [PathState.NotAdmissible] = new(PathStage.Admissibility, DutyOwner.Candidate, null, Texts.Key("étape 1 du parcours, recevabilité")) { IsRefusal = true },
        [PathState.Closed] = new(PathStage.Admissibility, DutyOwner.Candidate, null, Texts.Key("étape 1 du parcours, recevabilité")),
        [PathState.CharterToSign] = new(PathStage.Charter, DutyOwner.Candidate, null, Texts.Key("étape 2 du parcours et article 1.2 de la charte")),
        [PathState.ResignatureDue] = new(PathStage.Charter, DutyOwner.Candidate, new(RuleKeys.CharterResignatureDays, AgeUnit.Days, PathTrigger.EndResignature), Texts.Key("article 15.2 de la charte")) { Reminders = ["D-30", "D-7"] },
        // No sanction without being heard (article 14.2): the date passed, people decide.
        [PathState.ResignatureOverdue] = new(PathStage.Charter, DutyOwner.Committee, new(RuleKeys.CharterOverdueDecisionDays, AgeUnit.Days), Texts.Key("articles 14.2 et 15.2 de la charte")),
        [PathState.InTraining] = new(PathStage.Training, DutyOwner.Candidate, null, Texts.Key("étape 3 du parcours, autoformation")),
        [PathState.ExamOpen] = new(PathStage.Exam, DutyOwner.Candidate, null, Texts.Key("étape 4 du parcours, épreuve de connaissances")),
        [PathState.ExamRetake] = new(PathStage.Exam, DutyOwner.Programme, new(RuleKeys.ExamRetakeDays, AgeUnit.Days, PathTrigger.OpenRetake, OnTheDay: true), Texts.Key("étape 4 du parcours, épreuve de connaissances")),
        // The work has a life of its own, with its delay; the path waits for its marks.
        [PathState.CaseStudy] = new(PathStage.CaseStudy, DutyOwner.Candidate, null, Texts.Key("étape 5 du parcours, étude de cas")),
        [PathState.AwaitingJury] = new(PathStage.Jury, DutyOwner.Jury, new(RuleKeys.JuryDecisionDays, AgeUnit.Days), Texts.Key("étape 6 du parcours, jury")),
        [PathState.Deferred] = new(PathStage.Jury, DutyOwner.Committee, null, Texts.Key("étape 6 du parcours, jury")),
        [PathState.Rejected] = new(PathStage.Jury, DutyOwner.Candidate, new(RuleKeys.AppealDays, AgeUnit.Days), Texts.Key("étape 10 du parcours, recours")) { IsRefusal = true },
        [PathState.Certified] = new(PathStage.Certification, DutyOwner.Candidate, null, Texts.Key("étape 7 du parcours et article 11 de la charte")),
        [PathState.Probationary] = new(PathStage.Certification, DutyOwner.Candidate, null, Texts.Key("étape 7 du parcours et article 11 de la charte")),
        [PathState.RenewalOpen] = new(PathStage.Renewal, DutyOwner.Candidate, new(RuleKeys.RenewalWindowDays, AgeUnit.Days), Texts.Key("étape 8 du parcours, renouvellement")) { Reminders = ["D-150", "D-90", "D-30", "D-7"] },
        [PathState.RenewalAwaitingJury] = new(PathStage.Renewal, DutyOwner.Jury, new(RuleKeys.JuryDecisionDays, AgeUnit.Days), Texts.Key("étape 8 du parcours, renouvellement")),
        [PathState.Lapsed] = new(PathStage.Renewal, DutyOwner.Candidate, null, Texts.Key("étape 8 du parcours, renouvellement")),
        [PathState.Suspended] = new(PathStage.Sanctions, DutyOwner.Committee, new(RuleKeys.SuspensionMaximumMonths, AgeUnit.Months), Texts.Key("article 14 de la charte")),
        [PathState.Withdrawn] = new(PathStage.Sanctions, DutyOwner.Candidate, new(RuleKeys.AppealDays, AgeUnit.Days), Texts.Key("article 14 de la charte")) { IsRefusal = true },
    };

    /// <summary>Every declared move, as the machine itself tells it.</summary>
    public static readonly IReadOnlyList<Move<PathState, PathTrigger>> Transitions = ReadTransitions();

    /// <summary>The path as every life cycle is described: drawn, listed and checked from here.</summary>
    public static readonly LifeCycle LifeCycle = LifeCycle.Of("path", PathState.CensusInProgress, Duties.ToDictionary(one => one.Key, one => one.Value.Duty), Transitions);

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
            .Permit(PathTrigger.ReturnToAdmissibility, PathState.UnderAdmissibility) // an appeal, heard by other people
            .Permit(PathTrigger.ReopenCensus, PathState.CensusInProgress);
        path.Configure(PathState.Closed)
            .Permit(PathTrigger.ReopenCensus, PathState.CensusInProgress);

        path.Configure(PathState.CharterToSign)
            .Permit(PathTrigger.SignCharter, PathState.InTraining);
        path.Configure(PathState.InTraining)
            .Permit(PathTrigger.CompleteTraining, PathState.ExamOpen);
        path.Configure(PathState.ExamOpen)
            .Permit(PathTrigger.PassExam, PathState.CaseStudy)
            .Permit(PathTrigger.FailExam, PathState.ExamRetake);
        path.Configure(PathState.ExamRetake)
            .Permit(PathTrigger.OpenRetake, PathState.ExamOpen)
            .Permit(PathTrigger.ReopenExam, PathState.ExamOpen);
        path.Configure(PathState.CaseStudy)
            .Permit(PathTrigger.CompleteCaseStudy, PathState.AwaitingJury)
            .Permit(PathTrigger.ReopenExam, PathState.ExamOpen);

        path.Configure(PathState.AwaitingJury)
            .Permit(PathTrigger.Certify, PathState.Certified)
            .Permit(PathTrigger.CertifyOnProbation, PathState.Probationary)
            .Permit(PathTrigger.Defer, PathState.Deferred)
            .Permit(PathTrigger.Reject, PathState.Rejected)
            .Permit(PathTrigger.ReopenExam, PathState.ExamOpen); // the result was unpublished before the jury decided
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
            .Permit(PathTrigger.EndResignature, PathState.ResignatureOverdue)
            .Permit(PathTrigger.Lapse, PathState.Lapsed)
            .Permit(PathTrigger.Suspend, PathState.Suspended)
            .Permit(PathTrigger.Withdraw, PathState.Withdrawn);
        // Late, a signature still ends the matter; the certificate holds until the committee says otherwise.
        path.Configure(PathState.ResignatureOverdue)
            .PermitDynamic(PathTrigger.SignCharter, () => memory.BeforeResignature, null, Returns(InForce))
            .Permit(PathTrigger.ExtendResignature, PathState.ResignatureDue)
            .Permit(PathTrigger.Lapse, PathState.Lapsed)
            .Permit(PathTrigger.Suspend, PathState.Suspended)
            .Permit(PathTrigger.Withdraw, PathState.Withdrawn);

        path.Configure(PathState.Suspended)
            .OnEntryFrom(PathTrigger.Suspend, move => memory.RememberSanction(move.Source))
            .PermitDynamic(PathTrigger.Reinstate, () => memory.BeforeSanction, null, Returns([.. InForce, PathState.ResignatureDue, PathState.ResignatureOverdue]))
            .Permit(PathTrigger.Withdraw, PathState.Withdrawn)
            .Permit(PathTrigger.Lapse, PathState.Lapsed);
        // Suspended, then withdrawn, then reinstated on appeal: back to before the suspension.
        path.Configure(PathState.Withdrawn)
            .OnEntryFrom(PathTrigger.Withdraw, move => memory.RememberSanction(move.Source))
            .PermitDynamic(PathTrigger.Reinstate, () => memory.BeforeSanction, null, Returns([.. InForce, PathState.ResignatureDue, PathState.ResignatureOverdue]))
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

    private static IReadOnlyList<Move<PathState, PathTrigger>> ReadTransitions()
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
            select new Move<PathState, PathTrigger>(source, (PathTrigger)move.Trigger.UnderlyingTrigger, to);
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

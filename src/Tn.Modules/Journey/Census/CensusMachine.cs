using Stateless;
using Tn.Platform.Web;

namespace Tn.Journey.Census;

/// <summary>Where a census stands, whatever the rest of the path: who may change it now.</summary>
internal enum CensusState
{
    /// <summary>Being filled in.</summary>
    InProgress,

    /// <summary>Submitted: an instructor reads it, nobody changes it.</summary>
    Submitted,

    /// <summary>Pieces are asked for: it can be changed until they are supplied.</summary>
    ToComplete,

    /// <summary>Admitted: kept true by its owner; the SIRET is settled.</summary>
    Settled,

    /// <summary>A jury reads it.</summary>
    Frozen,

    /// <summary>Its file ended: not admissible, closed, rejected, withdrawn. It can be taken up again.</summary>
    Returned,

    /// <summary>Its file was merged into another.</summary>
    Merged,
}

/// <summary>What happens to a census.</summary>
internal enum CensusTrigger
{
    Submit,
    RequestPieces,
    SupplyPieces,
    CloseForSilence,
    Admit,
    Return,
    Freeze,
    Release,
    ReadAgain,
    Reopen,
    Merge,
    UndoMerge,
}

/// <summary>
/// The life of a census, declared once. It follows the path (<see cref="Of"/>): a test proves that no move of the path leads where
/// this machine declares no way, and <see cref="Save.SaveCensusStep"/> asks it whether a step may be changed.
/// </summary>
internal static class CensusMachine
{
    private static readonly CensusState[] Living =
        [CensusState.InProgress, CensusState.Submitted, CensusState.ToComplete, CensusState.Settled, CensusState.Frozen, CensusState.Returned];

    /// <summary>Every state with its owner, maximum age and article.</summary>
    public static readonly IReadOnlyDictionary<CensusState, Duty<CensusTrigger>> Duties = new Dictionary<CensusState, Duty<CensusTrigger>>
    {
        [CensusState.InProgress] = new(DutyOwner.Candidate, Texts.Key("étape 0 du parcours, recensement")) { Reminders = ["D7", "D30", "D60", "D90"] },
        [CensusState.Submitted] = new(DutyOwner.Instructor, Texts.Key("étape 1 du parcours, recevabilité"), new(RuleKeys.AdmissibilityAnswerWorkingDays, AgeUnit.WorkingDays)),
        [CensusState.ToComplete] = new(DutyOwner.Candidate, Texts.Key("étape 1 du parcours, recevabilité"), new(RuleKeys.AdmissibilityCompletionDays, AgeUnit.Days, CensusTrigger.CloseForSilence)) { Reminders = ["D-30", "D-7"] },
        [CensusState.Settled] = new(DutyOwner.Candidate, Texts.Key("article 11 de la charte")),
        [CensusState.Frozen] = new(DutyOwner.Jury, Texts.Key("étape 6 du parcours, jury"), new(RuleKeys.JuryDecisionDays, AgeUnit.Days)),
        [CensusState.Returned] = new(DutyOwner.Candidate, Texts.Key("étape 1 du parcours, recevabilité")) { IsRefusal = true },
        [CensusState.Merged] = new(DutyOwner.Committee, Texts.Key("étape 0 du parcours, recensement")),
    };

    /// <summary>Every declared move, as the machine itself tells it.</summary>
    public static readonly IReadOnlyList<Move<CensusState, CensusTrigger>> Transitions = ReadTransitions();

    /// <summary>The census as every life cycle is described.</summary>
    public static readonly LifeCycle LifeCycle = LifeCycle.Of("census", CensusState.InProgress, Duties, Transitions);

    /// <summary>Where a census stands when its file stands there on the path.</summary>
    /// <param name="isMerged">True when the file was merged into another.</param>
    public static CensusState Of(PathState path, bool isMerged = false) => isMerged ? CensusState.Merged : path switch
    {
        PathState.CensusInProgress => CensusState.InProgress,
        PathState.UnderAdmissibility => CensusState.Submitted,
        PathState.PiecesRequested => CensusState.ToComplete,
        PathState.AwaitingJury or PathState.RenewalAwaitingJury => CensusState.Frozen,
        PathState.NotAdmissible or PathState.Closed or PathState.Rejected or PathState.Withdrawn => CensusState.Returned,
        _ => CensusState.Settled,
    };

    /// <summary>True when its owner may change the census: never while somebody reads it, nor once its file ended.</summary>
    public static bool IsOpen(CensusState state) => state is CensusState.InProgress or CensusState.ToComplete or CensusState.Settled;

    private static StateMachine<CensusState, CensusTrigger> Declare(Func<CensusState> before)
    {
        var census = new StateMachine<CensusState, CensusTrigger>(CensusState.InProgress);
        census.Configure(CensusState.InProgress)
            .Permit(CensusTrigger.Submit, CensusState.Submitted);
        census.Configure(CensusState.Submitted)
            .Permit(CensusTrigger.RequestPieces, CensusState.ToComplete)
            .Permit(CensusTrigger.Admit, CensusState.Settled)
            .Permit(CensusTrigger.Return, CensusState.Returned);
        census.Configure(CensusState.ToComplete)
            .Permit(CensusTrigger.SupplyPieces, CensusState.Submitted)
            .Permit(CensusTrigger.CloseForSilence, CensusState.Returned);
        census.Configure(CensusState.Settled)
            .Permit(CensusTrigger.Freeze, CensusState.Frozen)
            .Permit(CensusTrigger.Return, CensusState.Returned)
            .Permit(CensusTrigger.Reopen, CensusState.InProgress);
        census.Configure(CensusState.Frozen)
            .Permit(CensusTrigger.Release, CensusState.Settled)
            .Permit(CensusTrigger.Return, CensusState.Returned);
        census.Configure(CensusState.Returned)
            .Permit(CensusTrigger.Reopen, CensusState.InProgress)
            .Permit(CensusTrigger.ReadAgain, CensusState.Submitted) // a refusal of admissibility that fell on appeal
            .Permit(CensusTrigger.Release, CensusState.Settled) // reinstated on appeal
            .Permit(CensusTrigger.Freeze, CensusState.Frozen); // heard again by a jury
        foreach (var state in Living)
        {
            census.Configure(state).Permit(CensusTrigger.Merge, CensusState.Merged);
        }

        census.Configure(CensusState.Merged).PermitDynamic(CensusTrigger.UndoMerge, before, null, WhereItWas());
        return census;
    }

    private static Stateless.Reflection.DynamicStateInfos WhereItWas()
    {
        var infos = new Stateless.Reflection.DynamicStateInfos();
        foreach (var state in Living)
        {
            infos.Add(state.ToString(), "là d’où il venait");
        }

        return infos;
    }

    private static IReadOnlyList<Move<CensusState, CensusTrigger>> ReadTransitions() =>
        [.. from state in Declare(() => CensusState.InProgress).GetInfo().States
            from move in state.Transitions
            let source = (CensusState)state.UnderlyingState
            let to = move switch
            {
                Stateless.Reflection.FixedTransitionInfo known => [(CensusState)known.DestinationState.UnderlyingState],
                Stateless.Reflection.DynamicTransitionInfo returning => returning.PossibleDestinationStates.Select(one => Enum.Parse<CensusState>(one.DestinationState)).ToArray(),
                _ => Array.Empty<CensusState>(),
            }
            orderby source
            select new Move<CensusState, CensusTrigger>(source, (CensusTrigger)move.Trigger.UnderlyingTrigger, to)];
}

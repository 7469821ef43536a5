using Tn.Kernel;

namespace Tn.Contracts;

/// <summary>Where a consultant stands on the path. Names are kept in the database: never rename one.</summary>
public enum PathState
{
    /// <summary>Recensement en cours.</summary>
    CensusInProgress,

    /// <summary>Recevabilité en examen.</summary>
    UnderAdmissibility,

    /// <summary>Pièces demandées.</summary>
    PiecesRequested,

    /// <summary>Non recevable.</summary>
    NotAdmissible,

    /// <summary>Clos sans suite, without prejudice.</summary>
    Closed,

    /// <summary>Charte à signer.</summary>
    CharterToSign,

    /// <summary>Autoformation.</summary>
    InTraining,

    /// <summary>Épreuve ouverte.</summary>
    ExamOpen,

    /// <summary>Épreuve non réussie, délai avant une nouvelle tentative.</summary>
    ExamRetake,

    /// <summary>Étude de cas.</summary>
    CaseStudy,

    /// <summary>Dossier au jury.</summary>
    AwaitingJury,

    /// <summary>Ajourné.</summary>
    Deferred,

    /// <summary>Refusé.</summary>
    Rejected,

    /// <summary>Certifié.</summary>
    Certified,

    /// <summary>Certifié probatoire.</summary>
    Probationary,

    /// <summary>Charte à resigner.</summary>
    ResignatureDue,

    /// <summary>Charte non resignée : le délai a passé, le comité décide.</summary>
    ResignatureOverdue,

    /// <summary>Renouvellement ouvert.</summary>
    RenewalOpen,

    /// <summary>Renouvellement à décider par le jury.</summary>
    RenewalAwaitingJury,

    /// <summary>Suspendu.</summary>
    Suspended,

    /// <summary>Retiré.</summary>
    Withdrawn,

    /// <summary>Échu : le terme a pris fin sans renouvellement.</summary>
    Lapsed,
}

/// <summary>What can happen to a consultant on the path. Names are kept in the history: never rename one.</summary>
public enum PathTrigger
{
    SubmitCensus,
    RequestPieces,
    SupplyPieces,
    DeclareAdmissible,
    DeclareNotAdmissible,
    CloseForSilence,
    ReopenCensus,
    SignCharter,
    CompleteTraining,
    PassExam,
    FailExam,
    OpenRetake,
    CompleteCaseStudy,

    /// <summary>The exam's result was withdrawn: it is open again until a result is published.</summary>
    ReopenExam,
    Certify,
    CertifyOnProbation,
    Defer,
    Reject,
    ReturnToJury,

    /// <summary>A refusal of admissibility fell on appeal.</summary>
    ReturnToAdmissibility,
    RequireResignature,
    EndResignature,
    ExtendResignature,
    OpenRenewal,
    RequestRenewal,
    Renew,
    Lapse,
    Suspend,
    Reinstate,
    Withdraw,
}

/// <summary>What a jury, an examiner or the directory may know of a consultant.</summary>
/// <param name="Number">As written on papers, for example <c>C-2026-0012</c>.</param>
/// <param name="EnterpriseName">Denomination or trade name.</param>
/// <param name="Siret">14 digits.</param>
/// <param name="Axes">Themes asked for.</param>
/// <param name="Ties">Declared commercial ties, for recusal.</param>
/// <param name="Departments">Codes of the départements served.</param>
public sealed record ConsultantFile(
    PersonId Person,
    string Number,
    string DisplayName,
    string EnterpriseName,
    string Siret,
    string? Commune,
    IReadOnlyList<string> Axes,
    IReadOnlyList<string> Ties,
    IReadOnlyList<string> Departments,
    PathState State,
    DateTimeOffset StateSince)
{
    /// <summary>What the consultant agreed to publish in the census, by the key of its box: <c>commune</c>, <c>territories</c>…</summary>
    public IReadOnlyList<string> Published { get; init; } = [];
}

/// <summary>The consultant's path. Implemented by Journey: the one machine that says what is allowed.</summary>
public interface IConsultantPath
{
    /// <summary>The consultant's file, or null when the person never began a census.</summary>
    Task<ConsultantFile?> FindAsync(PersonId consultant, CancellationToken cancellationToken);

    /// <summary>All files in a state, oldest in that state first.</summary>
    Task<IReadOnlyList<ConsultantFile>> InStateAsync(PathState state, int skip, int take, CancellationToken cancellationToken);

    /// <summary>The file of a number, whatever its case, or null.</summary>
    Task<ConsultantFile?> FindByNumberAsync(string number, CancellationToken cancellationToken);

    /// <summary>How many files stand in each state; states without files are absent.</summary>
    Task<IReadOnlyDictionary<PathState, int>> CountsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Fires a trigger and appends to the chained history in the caller's unit of work.
    /// It does not save: the caller's change, the path and the events are one transaction.
    /// </summary>
    /// <param name="reason">A sentence for the history, in French.</param>
    /// <returns>Refused with <c>path.not-allowed</c> when the machine does not declare the move.</returns>
    Task<Outcome> MoveAsync(PersonId consultant, PathTrigger trigger, string reason, ActContext act, CancellationToken cancellationToken);
}

/// <summary>A consultant moved on the path.</summary>
[EventName("path.moved")]
public sealed record PathMoved(PersonId Consultant, PathState From, PathState To, PathTrigger Trigger) : IEvent;

/// <summary>A charter was signed; the evidence stands in Journey.</summary>
[EventName("path.charter-signed")]
public sealed record CharterSigned(PersonId Person, string CharterSlug, string VersionId, Guid Signature) : IEvent;

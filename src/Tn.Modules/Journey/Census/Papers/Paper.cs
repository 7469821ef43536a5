using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Census.Papers;

internal readonly record struct PaperId(Guid Value) : IGuidId<PaperId>
{
    public static PaperId From(Guid value) => new(value);

    public static PaperId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}

/// <summary>What became of a paper. Names are kept in the database: never rename one.</summary>
internal enum PaperState
{
    /// <summary>Deposited; an instructor has not looked at it.</summary>
    Deposited,

    Accepted,

    Refused,

    /// <summary>Taken back by the candidate before it was checked.</summary>
    TakenBack,
}

/// <summary>A paper as the candidate describes it.</summary>
internal sealed record PaperDescription(PaperKind Kind, DateOnly IssuedOn, DateOnly? ValidUntil);

/// <summary>
/// A typed, dated paper of a file. Its bytes are in the store; they are private: the owner and the instructors may read them.
/// A check is made once; a new paper answers a refused one.
/// </summary>
internal sealed class Paper : IRevisioned
{
    private Paper()
    {
    }

    public PaperId Id { get; private init; }

    /// <summary>The file it stands in; a merge moves it.</summary>
    public DossierId Dossier { get; private set; }

    public string Kind { get; private init; } = string.Empty;

    public string FileKey { get; private init; } = string.Empty;

    public string FileName { get; private init; } = string.Empty;

    public string ContentType { get; private init; } = string.Empty;

    public long Length { get; private init; }

    public DateOnly IssuedOn { get; private init; }

    public DateOnly? ValidUntil { get; private init; }

    public DateTimeOffset DepositedAt { get; private init; }

    public PaperState State { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    public string? CheckedBy { get; private set; }

    /// <summary>Why it was refused, as the candidate reads it.</summary>
    public string? Reason { get; private set; }

    public int Revision { get; set; }

    public string KindName => PaperKinds.Find(Kind)?.Name ?? Kind;

    /// <param name="fileKey">In the file store.</param>
    /// <param name="length">In bytes.</param>
    public static Paper Deposit(DossierId dossier, PaperDescription described, string fileKey, long length, PaperFile file, DateTimeOffset at) => new()
    {
        Id = PaperId.New(at),
        Dossier = dossier,
        Kind = described.Kind.Key,
        FileKey = fileKey,
        FileName = file.Name,
        ContentType = file.ContentType,
        Length = length,
        IssuedOn = described.IssuedOn,
        ValidUntil = described.ValidUntil,
        DepositedAt = at,
        State = PaperState.Deposited,
    };

    /// <summary>An instructor found it right. Refused when it was checked or taken back already.</summary>
    public Outcome Accept(ActContext act) => Check(PaperState.Accepted, null, act);

    /// <summary>An instructor found it wrong, and says why.</summary>
    public Outcome Refuse(string reason, ActContext act) => Check(PaperState.Refused, reason, act);

    /// <summary>The candidate takes it back. Refused once it was checked.</summary>
    public Outcome TakeBack()
    {
        if (State != PaperState.Deposited)
        {
            return new Refusal("papers.already-checked");
        }

        State = PaperState.TakenBack;
        return Outcome.Done;
    }

    /// <summary>Moves it to another file, when two files turn out to be one.</summary>
    public void MoveTo(DossierId dossier) => Dossier = dossier;

    private Outcome Check(PaperState state, string? reason, ActContext act)
    {
        if (State != PaperState.Deposited)
        {
            return new Refusal("papers.already-checked");
        }

        (State, Reason, CheckedAt, CheckedBy) = (state, reason, act.At, act.ActorName);
        return Outcome.Done;
    }
}

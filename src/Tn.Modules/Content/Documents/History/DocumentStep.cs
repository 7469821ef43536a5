namespace Tn.Content.Documents.History;

/// <summary>What happened to a document beside its versions. Names are kept in the database: never rename one.</summary>
internal enum DocumentStepKind
{
    /// <summary>Commencé.</summary>
    Created,

    /// <summary>Copié d’un autre.</summary>
    Cloned,

    /// <summary>Brouillon abandonné.</summary>
    Discarded,

    /// <summary>Retiré du site.</summary>
    Unpublished,

    /// <summary>Supprimé.</summary>
    Deleted,

    /// <summary>Rétabli.</summary>
    Undeleted,
}

/// <summary>A line of a document's history: written with the change it tells of, never changed, never erased.</summary>
internal sealed class DocumentStep
{
    /// <summary>The longest note.</summary>
    public const int NoteLength = 300;

    private DocumentStep()
    {
    }

    public long Number { get; private init; }

    public string ItemId { get; private init; } = string.Empty;

    public DocumentStepKind Kind { get; private init; }

    public DateTimeOffset At { get; private init; }

    public PersonId? Actor { get; private init; }

    public string ActorName { get; private init; } = string.Empty;

    /// <summary>The title it had, or what was said of it; at most <see cref="NoteLength"/> characters.</summary>
    public string Note { get; private init; } = string.Empty;

    public static DocumentStep Of(string itemId, DocumentStepKind kind, string note, ActContext act) => new()
    {
        ItemId = itemId,
        Kind = kind,
        At = act.At,
        Actor = act.Actor,
        ActorName = act.ActorName,
        Note = note.Length <= NoteLength ? note : note[..NoteLength],
    };
}

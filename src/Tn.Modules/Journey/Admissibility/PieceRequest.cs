using Tn.Journey.Path;

namespace Tn.Journey.Admissibility;

/// <summary>The one consolidated request for missing pieces of a submission, and the answers to it.</summary>
internal sealed class PieceRequest
{
    private PieceRequest()
    {
    }

    public Guid Id { get; private init; }

    public DossierId Dossier { get; private init; }

    public DateTimeOffset RequestedAt { get; private init; }

    public string RequestedBy { get; private init; } = string.Empty;

    public List<RequestedPiece> Pieces { get; private set; } = [];

    public DateTimeOffset? AnsweredAt { get; private set; }

    public static PieceRequest Of(DossierId dossier, IEnumerable<string> labels, ActContext act) => new()
    {
        Id = Guid.CreateVersion7(act.At),
        Dossier = dossier,
        RequestedAt = act.At,
        RequestedBy = act.ActorName,
        Pieces = [.. labels.Select(label => new RequestedPiece(label, null))],
    };

    /// <summary>Keeps the answers, in the order of the pieces. Refused while one of them is empty.</summary>
    public Outcome Answer(IReadOnlyList<string?> answers, DateTimeOffset at)
    {
        Keep(answers);
        if (Pieces.FirstOrDefault(piece => string.IsNullOrWhiteSpace(piece.Answer)) is { } missing)
        {
            return new Refusal("pieces.unanswered").With("piece", missing.Label);
        }

        AnsweredAt = at;
        return Outcome.Done;
    }

    /// <summary>Keeps what is typed so far.</summary>
    public void Keep(IReadOnlyList<string?> answers) =>
        Pieces = [.. Pieces.Select((piece, at) => piece with { Answer = answers.ElementAtOrDefault(at)?.Trim() })];
}

/// <summary>A piece asked for, and the candidate's answer.</summary>
internal sealed record RequestedPiece(string Label, string? Answer);

/// <summary>A note between instructors. Never shown to the candidate.</summary>
internal sealed class InstructorNote
{
    private InstructorNote()
    {
    }

    public Guid Id { get; private init; }

    public DossierId Dossier { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string AuthorName { get; private init; } = string.Empty;

    public string Text { get; private init; } = string.Empty;

    public static InstructorNote Of(DossierId dossier, string text, ActContext act) => new()
    {
        Id = Guid.CreateVersion7(act.At),
        Dossier = dossier,
        At = act.At,
        AuthorName = act.ActorName,
        Text = text,
    };
}

using System.Security.Cryptography;
using System.Text;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Census.References;

/// <summary>What a client said of a mission. Names are kept in the database: never rename one.</summary>
internal enum ReferenceAnswer
{
    /// <summary>Nothing yet.</summary>
    Awaited,

    Confirmed,

    /// <summary>It took place, but not as described; the client says how.</summary>
    Corrected,

    /// <summary>It did not take place.</summary>
    Denied,
}

/// <summary>
/// A client is asked to confirm one mission, by a link that opens once, without an account. Only the hash of the link's token is kept;
/// the address of the client is secret: the consultant who gave it and the instructors read it, nobody else.
/// </summary>
internal sealed class ReferenceRequest : IRevisioned
{
    private const int TokenBytes = 32;

    private ReferenceRequest()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The file it stands in; a merge moves it.</summary>
    public DossierId Dossier { get; private set; }

    /// <summary>Of the mission as it was described: a mission described otherwise is another one.</summary>
    public string Mission { get; private init; } = string.Empty;

    public string Axis { get; private init; } = string.Empty;

    public string StartedOn { get; private init; } = string.Empty;

    public string EndedOn { get; private init; } = string.Empty;

    public string Result { get; private init; } = string.Empty;

    public string ClientEmail { get; private init; } = string.Empty;

    public string TokenHash { get; private init; } = string.Empty;

    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>The last day on which the link opens.</summary>
    public DateOnly OpensUntil { get; private init; }

    public ReferenceAnswer Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The name the client signed with.</summary>
    public string? AnsweredBy { get; private set; }

    public string? Comment { get; private set; }

    public int Revision { get; set; }

    /// <summary>A request, and the token of its link, which is kept nowhere.</summary>
    public static (ReferenceRequest Request, string Token) Ask(DossierId dossier, Mission mission, string clientEmail, DateOnly opensUntil, DateTimeOffset at)
    {
        var token = System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var request = new ReferenceRequest
        {
            Id = Guid.CreateVersion7(at),
            Dossier = dossier,
            Mission = mission.Fingerprint,
            Axis = mission.Axis ?? string.Empty,
            StartedOn = mission.StartedOn ?? string.Empty,
            EndedOn = mission.EndedOn ?? string.Empty,
            Result = mission.Result ?? string.Empty,
            ClientEmail = clientEmail,
            TokenHash = HashOf(token),
            AskedAt = at,
            OpensUntil = opensUntil,
        };
        return (request, token);
    }

    /// <summary>What is kept of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>True while the link opens.</summary>
    public bool IsOpen(DateOnly today) => Answer == ReferenceAnswer.Awaited && today <= OpensUntil;

    /// <summary>The client answers, once. Refused when answered already or too late.</summary>
    public Outcome Say(ReferenceAnswer answer, string name, string? comment, DateTimeOffset at)
    {
        if (!IsOpen(French.Day(at)))
        {
            return new Refusal("references.closed");
        }

        (Answer, AnsweredBy, Comment, AnsweredAt) = (answer, name, comment, at);
        return Outcome.Done;
    }

    /// <summary>Moves it to another file, when two files turn out to be one.</summary>
    public void MoveTo(DossierId dossier) => Dossier = dossier;
}

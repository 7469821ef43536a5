using Tn.Platform.Data;

namespace Tn.Journey.Charter.Evidence;

/// <summary>
/// What comes to a signature just after it: the sealed PDF, and the token of the time-stamp authority when one is configured.
/// Due from the transaction that signs, so that a crash only delays it; each part is set once.
/// </summary>
internal sealed class SignatureEvidence : IRevisioned
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private SignatureEvidence()
    {
    }

    public Guid Signature { get; private init; }

    /// <summary>Key of the sealed PDF in the file store; null until it is sealed.</summary>
    public string? PdfKey { get; private set; }

    public DateTimeOffset? SealedAt { get; private set; }

    /// <summary>The seal itself carries a token of the authority.</summary>
    public bool IsPdfTimeStamped { get; private set; }

    /// <summary>The authority's token (DER) over the evidence as JSON, or null.</summary>
    public byte[]? Token { get; private set; }

    public DateTimeOffset? StampedAt { get; private set; }

    /// <summary>When something is to be tried; null when nothing is missing.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public int Tries { get; private set; }

    public int Revision { get; set; }

    /// <summary>The authority was asked, and no token came yet.</summary>
    public bool AwaitsToken => DueAt is not null && PdfKey is not null;

    /// <summary>What is due for a signature.</summary>
    public static SignatureEvidence Due(Guid signature, DateTimeOffset at) => new() { Signature = signature, DueAt = at };

    /// <summary>Keeps the sealed PDF; the first one stays.</summary>
    public void Seal(string pdfKey, bool isTimeStamped, DateTimeOffset at)
    {
        if (PdfKey is null)
        {
            (PdfKey, IsPdfTimeStamped, SealedAt) = (pdfKey, isTimeStamped, at);
        }
    }

    /// <summary>Keeps the authority's token; the first one stays.</summary>
    public void Stamp(byte[] token, DateTimeOffset at)
    {
        if (Token is null)
        {
            (Token, StampedAt) = (token, at);
        }
    }

    /// <summary>Ends a try: nothing more is due when all is there, or else again after a wait that doubles, six hours at most.</summary>
    public void EndTry(bool isComplete, DateTimeOffset at)
    {
        Tries++;
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(Tries, 10)));
        DueAt = isComplete ? null : at + (wait < LongestWait ? wait : LongestWait);
    }
}

using Tn.Journey.Charter.Evidence;
using Tn.Journey.Path;

namespace Tn.Journey.Charter;

/// <summary>
/// The evidence of a signature, never changed: a simple electronic signature (article 15.4 of the charter), chained to the
/// history of the signer's file so that it can neither be altered nor moved in time unseen.
/// </summary>
internal sealed class CharterSignature
{
    private CharterSignature()
    {
    }

    public Guid Id { get; private init; }

    public PersonId Person { get; private init; }

    public string CharterItemId { get; private init; } = string.Empty;

    public string CharterVersionId { get; private init; } = string.Empty;

    public string CharterNumber { get; private init; } = string.Empty;

    public string TextSha256 { get; private init; } = string.Empty;

    public string Locale { get; private init; } = string.Empty;

    public string SignerName { get; private init; } = string.Empty;

    /// <summary>In which capacity, with the enterprise and its SIRET.</summary>
    public string Capacity { get; private init; } = string.Empty;

    /// <summary>How the signer was known to be the signer.</summary>
    public string Authentication { get; private init; } = string.Empty;

    /// <summary>As it was typed.</summary>
    public string TypedSentence { get; private init; } = string.Empty;

    /// <summary>UTC, to the microsecond.</summary>
    public DateTimeOffset SignedAt { get; private init; }

    /// <summary>Head of the file's history when the signature was made.</summary>
    public string Previous { get; private init; } = string.Empty;

    public string Hash { get; private init; } = string.Empty;

    public static CharterSignature Of(ConsultantDossier dossier, PublishedDocument charter, string typed, ActContext act)
    {
        var unsealed = new CharterSignature
        {
            Id = Guid.CreateVersion7(act.At),
            Person = dossier.Person,
            CharterItemId = charter.ItemId,
            CharterVersionId = charter.VersionId,
            CharterNumber = CharterText.NumberOf(charter),
            TextSha256 = CharterText.Sha256(charter.Markdown),
            Locale = "fr-FR",
            SignerName = dossier.DisplayName,
            Capacity = $"consultant privé, pour {dossier.EnterpriseName} (SIRET {dossier.Siret})",
            Authentication = act.Origin == "web"
                ? "session ouverte par mot de passe sur un compte à l’adresse électronique confirmée"
                : $"acte enregistré par le programme ({act.Origin})",
            TypedSentence = typed,
            SignedAt = new DateTimeOffset(act.At.UtcTicks - (act.At.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
            Previous = dossier.HistoryHead,
        };
        return unsealed.Sealed();
    }

    /// <summary>The hash this evidence must have.</summary>
    public string ComputeHash() => HashChain.Link(
        Previous,
        Id.ToString("D"),
        Person.ToString(),
        CharterItemId,
        CharterVersionId,
        CharterNumber,
        TextSha256,
        Locale,
        SignerName,
        Capacity,
        Authentication,
        TypedSentence,
        EvidenceText.Instant(SignedAt));

    private CharterSignature Sealed() => new()
    {
        Id = Id,
        Person = Person,
        CharterItemId = CharterItemId,
        CharterVersionId = CharterVersionId,
        CharterNumber = CharterNumber,
        TextSha256 = TextSha256,
        Locale = Locale,
        SignerName = SignerName,
        Capacity = Capacity,
        Authentication = Authentication,
        TypedSentence = TypedSentence,
        SignedAt = SignedAt,
        Previous = Previous,
        Hash = ComputeHash(),
    };
}

using System.Collections.Frozen;

namespace Tn.Certification.Credentials.Signing;

/// <summary>How a term's value is read.</summary>
internal enum TermKind
{
    /// <summary>A literal; its datatype with it.</summary>
    Literal,

    /// <summary>An address, or a node with or without one.</summary>
    Node,

    /// <summary>A word of the vocabulary itself (<c>assertionMethod</c>).</summary>
    Word,
}

internal sealed record Term(string Iri, TermKind Kind, string Datatype = Terms.String);

/// <summary>
/// The terms that our documents use, as the published contexts define them (W3C Verifiable Credentials 2.0, Open Badges 3.0.3).
/// Our documents have one shape, and no JSON-LD processor for .NET is to be had: what is not in this table is not ours, and is refused.
/// The tests hold the result against npm's jsonld and rdf-canonize.
/// </summary>
internal static class Terms
{
    public const string CredentialsContext = "https://www.w3.org/ns/credentials/v2";
    public const string BadgesContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    public const string String = "http://www.w3.org/2001/XMLSchema#string";
    public const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private const string Vc = "https://www.w3.org/2018/credentials#";
    private const string Status = "https://www.w3.org/ns/credentials/status#";
    private const string Badges = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
    private const string Schema = "https://schema.org/";
    private const string Security = "https://w3id.org/security#";
    private const string DateTime = "http://www.w3.org/2001/XMLSchema#dateTime";
    private const string Multibase = Security + "multibase";

    /// <summary>Properties by the name they have in JSON.</summary>
    public static readonly FrozenDictionary<string, Term> Properties = new Dictionary<string, Term>
    {
        ["name"] = Text(Schema + "name"),
        ["description"] = Text(Schema + "description"),
        ["issuer"] = Node(Vc + "issuer"),
        ["validFrom"] = new(Vc + "validFrom", TermKind.Literal, DateTime),
        ["validUntil"] = new(Vc + "validUntil", TermKind.Literal, DateTime),
        ["credentialSubject"] = Node(Vc + "credentialSubject"),
        ["credentialStatus"] = Node(Vc + "credentialStatus"),
        ["statusPurpose"] = Text(Status + "statusPurpose"),
        ["statusListIndex"] = Text(Status + "statusListIndex"),
        ["statusListCredential"] = Node(Status + "statusListCredential"),
        ["encodedList"] = new(Status + "encodedList", TermKind.Literal, Multibase),
        ["achievement"] = Node(Badges + "achievement"),
        ["achievementType"] = Text(Badges + "achievementType"),
        ["criteria"] = Node(Badges + "Criteria"),
        ["narrative"] = Text(Badges + "narrative"),
        ["licenseNumber"] = Text(Badges + "licenseNumber"),
        ["role"] = Text(Badges + "role"),
        ["identifier"] = Node(Badges + "identifier"),
        ["hashed"] = new(Badges + "hashed", TermKind.Literal, "https://www.w3.org/2001/XMLSchema#boolean"),
        ["identityHash"] = Text(Badges + "identityHash"),
        ["identityType"] = Text(Badges + "identityType"),
        ["image"] = Node(Badges + "image"),
        ["alignment"] = Node(Badges + "alignment"),
        ["targetCode"] = Text(Badges + "targetCode"),
        ["targetFramework"] = Text(Schema + "targetFramework"),
        ["targetName"] = Text(Schema + "targetName"),
        ["targetUrl"] = new(Schema + "targetUrl", TermKind.Literal, "https://www.w3.org/2001/XMLSchema#anyURI"),
        ["inLanguage"] = Text(Schema + "inLanguage"),
        ["url"] = new(Schema + "url", TermKind.Literal, "https://www.w3.org/2001/XMLSchema#anyURI"),
        ["created"] = new("http://purl.org/dc/terms/created", TermKind.Literal, DateTime),
        ["cryptosuite"] = new(Security + "cryptosuite", TermKind.Literal, Security + "cryptosuiteString"),
        ["proofPurpose"] = new(Security + "proofPurpose", TermKind.Word),
        ["verificationMethod"] = Node(Security + "verificationMethod"),
    }.ToFrozenDictionary();

    /// <summary>Types, and the one word that stands as a value.</summary>
    public static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["VerifiableCredential"] = Vc + "VerifiableCredential",
        ["OpenBadgeCredential"] = Badges + "OpenBadgeCredential",
        ["AchievementSubject"] = Badges + "AchievementSubject",
        ["Achievement"] = Badges + "Achievement",
        ["Alignment"] = Schema + "AlignmentObject",
        ["IdentityObject"] = Badges + "IdentityObject",
        ["Image"] = Badges + "Image",
        ["Profile"] = Badges + "Profile",
        ["BitstringStatusListCredential"] = Status + "BitstringStatusListCredential",
        ["BitstringStatusList"] = Status + "BitstringStatusList",
        ["BitstringStatusListEntry"] = Status + "BitstringStatusListEntry",
        ["DataIntegrityProof"] = Security + "DataIntegrityProof",
        ["assertionMethod"] = Security + "assertionMethod",
    }.ToFrozenDictionary();

    private static Term Text(string iri) => new(iri, TermKind.Literal);

    private static Term Node(string iri) => new(iri, TermKind.Node);
}

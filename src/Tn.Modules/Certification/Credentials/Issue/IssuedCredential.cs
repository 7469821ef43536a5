using Tn.Certification.Certificates;

namespace Tn.Certification.Credentials.Issue;

/// <summary>The signed forms of one certificate, as issued: kept to the letter, never signed again.</summary>
internal sealed class IssuedCredential
{
    public CertificateId Certificate { get; init; }

    /// <summary>Which pair of status lists tells of it, from 1.</summary>
    public int StatusList { get; init; }

    /// <summary>Its place in both lists: drawn at random, so that the lists tell nothing of who came when.</summary>
    public int StatusIndex { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>VC-JWT, ES256.</summary>
    public string Jwt { get; init; } = string.Empty;

    /// <summary>JSON with its Data Integrity proof, <c>eddsa-rdfc-2022</c>.</summary>
    public string Document { get; init; } = string.Empty;
}

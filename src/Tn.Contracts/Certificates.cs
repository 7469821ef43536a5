using Tn.Kernel;

namespace Tn.Contracts;

/// <summary>Whether a certificate holds today.</summary>
public enum CertificateStanding
{
    /// <summary>In force.</summary>
    Valid,

    /// <summary>In force for a shorter, probationary term.</summary>
    ValidOnProbation,

    /// <summary>Its term has not begun.</summary>
    NotYetValid,

    /// <summary>Its term is over.</summary>
    Expired,

    Suspended,

    Withdrawn,
}

/// <summary>A certificate as the public may see it.</summary>
/// <param name="Code">Unguessable; the address is <c>/verifier/{code}</c>.</param>
/// <param name="From">First day of the term, Paris.</param>
/// <param name="Until">Last day of the term, Paris.</param>
public sealed record CertificateCard(
    string Code,
    string Number,
    PersonId Holder,
    string HolderName,
    IReadOnlyList<string> Axes,
    DateOnly From,
    DateOnly Until,
    CertificateStanding Standing);

/// <summary>Certificates, as seen by other modules. Implemented by Certification.</summary>
public interface ICertificates
{
    /// <summary>The person's newest certificate as of a day, or null.</summary>
    Task<CertificateCard?> CurrentOfAsync(PersonId holder, DateOnly on, CancellationToken cancellationToken);

    /// <summary>Everyone whose certificate is valid on a day; one query.</summary>
    Task<IReadOnlyDictionary<PersonId, CertificateCard>> ValidAsync(DateOnly on, CancellationToken cancellationToken);
}

[EventName("certification.exam-graded")]
public sealed record ExamGraded(PersonId Candidate, Guid Sitting, bool Passed) : IEvent;

[EventName("certification.certificate-issued")]
public sealed record CertificateIssued(PersonId Holder, string Code, DateOnly From, DateOnly Until) : IEvent;

[EventName("certification.certificate-standing-changed")]
public sealed record CertificateStandingChanged(PersonId Holder, string Code, CertificateStanding Standing) : IEvent;

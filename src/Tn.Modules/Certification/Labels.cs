using Tn.Platform.Web;

namespace Tn.Certification;

/// <summary>Words of the module's values, as <c>certification.{what}.{value}</c> in the sentences.</summary>
internal static class Labels
{
    public static string Label(this Sentences sentences, CertificateStanding standing) => Of(sentences, "standing", standing);

    public static string Label(this Sentences sentences, Jury.JuryChoice choice) => Of(sentences, "choice", choice);

    public static string Label(this Sentences sentences, Certificates.FactKind kind) => Of(sentences, "fact", kind);

    public static string Label(this Sentences sentences, College college) => Of(sentences, "college", college);

    /// <summary>The kind of <c>tn-state</c> that fits a standing.</summary>
    public static string KindOf(CertificateStanding standing) => standing switch
    {
        CertificateStanding.Valid or CertificateStanding.ValidOnProbation => "success",
        CertificateStanding.Suspended => "warning",
        CertificateStanding.Withdrawn => "danger",
        _ => "neutral",
    };

    private static string Of<T>(Sentences sentences, string what, T value)
        where T : struct, Enum
        => sentences.Of($"certification.{what}.{value.ToString().ToLowerInvariant()}");
}

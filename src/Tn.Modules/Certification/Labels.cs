using Tn.Platform.Web;

namespace Tn.Certification;

/// <summary>Words of the module's values, as <c>certification.{what}.{value}</c> in the sentences.</summary>
internal static class Labels
{
    public static string Label(this Sentences sentences, CertificateStanding standing) => Of(sentences, "standing", standing);

    public static string Label(this Sentences sentences, Jury.JuryChoice choice) => Of(sentences, "choice", choice);

    public static string Label(this Sentences sentences, Certificates.FactKind kind) => Of(sentences, "fact", kind);

    public static string Label(this Sentences sentences, College college) => Of(sentences, "college", college);

    public static string Label(this Sentences sentences, Exam.SittingStatus status) => sentences.Of($"sitting.state.{status.ToString().ToLowerInvariant()}");

    public static string Label(this Sentences sentences, Exam.SittingTrigger trigger) => sentences.Of($"sitting.trigger.{trigger.ToString().ToLowerInvariant()}");

    public static string Label(this Sentences sentences, Exam.Incidents.IncidentKind kind) => Of(sentences, "incidentkind", kind);

    public static string Label(this Sentences sentences, Exam.Incidents.IncidentSource source) => Of(sentences, "incidentsource", source);

    public static string Label(this Sentences sentences, Exam.Incidents.IncidentResolution resolution) => Of(sentences, "incidentresolution", resolution);

    public static string Label(this Sentences sentences, Exam.Publication.Hold hold) => Of(sentences, "hold", hold);

    public static string Label(this Sentences sentences, Exam.Bank.ItemFlag flag) => Of(sentences, "itemflag", flag);

    public static string Label(this Sentences sentences, Exam.Bank.LazyWay way) => Of(sentences, "lazyway", way);

    /// <summary>The kind of <c>tn-state</c> that fits where a sitting stands.</summary>
    public static string KindOf(Exam.SittingStatus status) => status switch
    {
        Exam.SittingStatus.Published => "success",
        Exam.SittingStatus.Graded or Exam.SittingStatus.Paused => "warning",
        Exam.SittingStatus.Rejected => "danger",
        Exam.SittingStatus.Open => "info",
        _ => "neutral",
    };

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

using Tn.Certification.Certificates;
using Tn.Platform.Web;

namespace Tn.Certification.Verification;

/// <summary>What a standing means for whoever checks a certificate, in one sentence.</summary>
internal static class StandingWords
{
    /// <summary>For whoever reads it on a page.</summary>
    public static string Of(Texts texts, Certificate certificate, CertificateStanding standing) => standing switch
    {
        CertificateStanding.Valid => texts[$"{certificate.HolderName} est titulaire d’un certificat valable aujourd’hui."],
        CertificateStanding.ValidOnProbation => texts[$"{certificate.HolderName} est titulaire d’un certificat probatoire, valable aujourd’hui."],
        CertificateStanding.NotYetValid => texts[$"Ce certificat vaudra à partir du {texts.ShortDate(certificate.From)}."],
        CertificateStanding.Expired => texts[$"Ce certificat ne vaut plus depuis le {texts.ShortDate(certificate.Until.AddDays(1))}."],
        CertificateStanding.Suspended => texts["Ce certificat est suspendu : il ne vaut pas aujourd’hui."],
        _ => texts["Ce certificat a été retiré : il ne vaut plus."],
    };

    /// <summary>For what is handed over, always in French.</summary>
    public static string Of(Certificate certificate, CertificateStanding standing) => standing switch
    {
        CertificateStanding.Valid => $"{certificate.HolderName} est titulaire d’un certificat valable aujourd’hui.",
        CertificateStanding.ValidOnProbation => $"{certificate.HolderName} est titulaire d’un certificat probatoire, valable aujourd’hui.",
        CertificateStanding.NotYetValid => $"Ce certificat vaudra à partir du {French.ShortDate(certificate.From)}.",
        CertificateStanding.Expired => $"Ce certificat ne vaut plus depuis le {French.ShortDate(certificate.Until.AddDays(1))}.",
        CertificateStanding.Suspended => "Ce certificat est suspendu : il ne vaut pas aujourd’hui.",
        _ => "Ce certificat a été retiré : il ne vaut plus.",
    };
}

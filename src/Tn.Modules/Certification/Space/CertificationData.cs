using Microsoft.EntityFrameworkCore;
using Tn.Certification.Appeals;
using Tn.Certification.CaseStudies;
using Tn.Certification.Certificates;
using Tn.Certification.Complaints;
using Tn.Certification.Exam;
using Tn.Certification.Surveillance;
using Tn.Platform.Data;

namespace Tn.Certification.Space;

/// <summary>
/// What certification keeps of a person, given back on request: what she did and what was decided of her, never keys,
/// unpublished results, markers' names or another person's words before she has answered them.
/// </summary>
internal sealed class CertificationData(TnDbContext db) : IPersonalData
{
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(PersonId person, CancellationToken cancellationToken)
    {
        var data = new Dictionary<string, object>();
        Add(data, "Épreuves", (await db.Set<Sitting>().AsNoTracking().Where(row => row.Candidate == person).OrderBy(row => row.StartedAt).ToListAsync(cancellationToken)).Select(Of));
        Add(data, "Études de cas", (await db.Set<CaseStudy>().AsNoTracking().Where(row => row.Candidate == person).ToListAsync(cancellationToken)).OrderBy(row => row.StateSince).Select(Of));
        Add(data, "Certificats", (await db.Set<Certificate>().AsNoTracking().Where(row => row.Holder == person).OrderBy(row => row.From).ToListAsync(cancellationToken)).Select(Of));
        Add(data, "Déclarations annuelles", (await db.Set<YearlyDeclaration>().AsNoTracking().Where(row => row.Holder == person).OrderBy(row => row.Year).ToListAsync(cancellationToken)).Select(Of));
        Add(data, "Recours", (await db.Set<Appeal>().AsNoTracking().Where(row => row.Appellant == person).OrderBy(row => row.ContestedAt).ToListAsync(cancellationToken)).Select(Of));
        Add(data, "Réclamations auxquelles vous avez répondu", (await db.Set<Complaint>().AsNoTracking().Where(row => row.Holder == person && row.Answer != "").OrderBy(row => row.WrittenAt).ToListAsync(cancellationToken)).Select(Of));
        return data;
    }

    private static void Add(Dictionary<string, object> data, string heading, IEnumerable<Dictionary<string, object?>> rows)
    {
        var kept = rows.ToList();
        if (kept.Count > 0)
        {
            data[heading] = kept;
        }
    }

    private static Dictionary<string, object?> Of(Sitting sitting) => new()
    {
        ["Commencée le"] = French.Moment(sitting.StartedAt),
        ["Terminée le"] = sitting.ClosedAt is { } closed ? French.Moment(closed) : null,
        ["Résultat"] = sitting.Status != SittingStatus.Published ? "pas encore publié" : sitting.Passed == true ? "réussie" : "non réussie",
    };

    private static Dictionary<string, object?> Of(CaseStudy study) => new()
    {
        ["Cas"] = study.SubjectTitle,
        ["Réponse"] = study.Answer,
        ["Rendue le"] = study.HandedInAt is { } handedIn ? French.Moment(handedIn) : null,
    };

    private static Dictionary<string, object?> Of(Certificate certificate) => new()
    {
        ["Numéro"] = certificate.Number,
        ["Thèmes"] = certificate.Axes.Select(Axes.NameOf).ToList(),
        ["Du"] = French.ShortDate(certificate.From),
        ["Au"] = French.ShortDate(certificate.Until),
    };

    private static Dictionary<string, object?> Of(YearlyDeclaration declaration) => new()
    {
        ["Certificat"] = declaration.CertificateNumber,
        ["Année du terme"] = declaration.Year,
        ["Déclaré"] = declaration.Declared,
    };

    private static Dictionary<string, object?> Of(Appeal appeal) => new()
    {
        ["Décision contestée du"] = French.Moment(appeal.ContestedAt),
        ["Vos raisons"] = appeal.Reasons,
        ["Suite"] = appeal.Effect,
    };

    private static Dictionary<string, object?> Of(Complaint complaint) => new()
    {
        ["Certificat"] = complaint.CertificateNumber,
        ["Reçue le"] = French.Moment(complaint.WrittenAt),
        ["Votre réponse"] = complaint.Answer,
        ["Décision"] = complaint.DecisionReasons,
    };
}

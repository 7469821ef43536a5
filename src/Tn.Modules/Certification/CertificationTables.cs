using Microsoft.EntityFrameworkCore;
using Tn.Certification.Appeals;
using Tn.Certification.CaseStudies;
using Tn.Certification.Certificates;
using Tn.Certification.Complaints;
using Tn.Certification.Exam;
using Tn.Certification.Jury;
using Tn.Certification.Papers;
using Tn.Certification.Surveillance;
using Tn.Platform.Data;

namespace Tn.Certification;

/// <summary>The module's tables, by feature.</summary>
internal sealed class CertificationTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        ExamTables.Map(model);
        JuryTables.Map(model);
        CertificateTables.Map(model);
        PaperTables.Map(model);
        CaseStudyTables.Map(model);
        AppealTables.Map(model);
        ComplaintTables.Map(model);
        SurveillanceTables.Map(model);
    }
}

using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Appeals;
using Tn.Certification.CaseStudies;
using Tn.Certification.Certificates;
using Tn.Certification.Complaints;
using Tn.Certification.Credentials;
using Tn.Certification.Demonstration;
using Tn.Certification.Exam;
using Tn.Certification.Jury;
using Tn.Certification.Papers;
using Tn.Certification.Programme;
using Tn.Certification.Space;
using Tn.Certification.Surveillance;
using Tn.Certification.Verification;
using Tn.Platform;
using Tn.Platform.Demonstration;
using Tn.Platform.Jobs;
using Tn.Platform.LifeCycles;
using Tn.Platform.Web;

namespace Tn.Certification;

/// <summary>Exam, jury, certificates and their verification. The module's door: the only public type.</summary>
public static class CertificationModule
{
    /// <summary>Adds the module's services, mappings, jobs and pages.</summary>
    public static IServiceCollection AddCertification(this IServiceCollection services)
    {
        services.AddModelPart<CertificationTables>();
        services.AddSentences(typeof(CertificationModule).Assembly);

        services.AddExam();

        services.AddScoped<CaseRoom>();
        services.AddScoped<OpenMeeting>();
        services.AddScoped<RecordPresence>();
        services.AddScoped<CastVote>();
        services.AddScoped<DeclareRecusal>();
        services.AddScoped<DecideCase>();
        services.AddScoped<JuryQueries>();
        services.AddScoped<IPersonalSpaceBlock, JuryBlock>();
        services.AddRecurringWork<DeferralSweep>("ajournements", "15 6 * * *");

        services.AddLifeCycle(() => CertificateMachine.LifeCycle);
        services.AddScoped<CertificateOffice>();
        services.AddScoped<EndedTerms>();
        services.AddScoped<CertificateQueries>();
        services.AddScoped<ICertificates>(provider => provider.GetRequiredService<CertificateQueries>());
        services.AddScoped<DecideSanction>();
        services.AddScoped<RequestRenewal>();
        services.AddScoped<RenewalReminders>();
        services.AddScoped<IReminderKind>(provider => provider.GetRequiredService<RenewalReminders>());
        services.AddRecurringWork<TermSweep>("certificats", "5 * * * *");

        services.AddCredentials();
        services.AddPapers();
        services.AddCaseStudies();
        services.AddAppeals();
        services.AddComplaints();
        services.AddSurveillance();

        services.AddScoped<IPersonalData, CertificationData>();
        services.AddScoped<ProgrammeFigures>();
        services.AddScoped<CaseStudyDemonstration>();
        services.AddScoped<AfterDemonstration>();
        services.AddScoped<IDemonstration, CertificationDemonstration>();
        services.AddSingleton<VerificationBudget>();
        services.AddSingleton<SiteAddress>();
        services.Configure<RateLimiterOptions>(VerificationBudget.AddPolicy);
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Exam.Bank;
using Tn.Certification.Exam.Incidents;
using Tn.Certification.Exam.Publication;
using Tn.Certification.Exam.Sessions;
using Tn.Platform.Jobs;
using Tn.Platform.LifeCycles;
using Tn.Platform.Startup;

namespace Tn.Certification.Exam;

/// <summary>What the exam adds to the host.</summary>
internal static class ExamServices
{
    public static IServiceCollection AddExam(this IServiceCollection services)
    {
        services.AddScoped<ExamQueries>();
        services.AddScoped<StartSitting>();
        services.AddScoped<SaveAnswers>();
        services.AddScoped<FinishSitting>();
        services.AddScoped<GrantExtraTime>();
        services.AddRecurringWork<ExamSweep>("epreuves", "* * * * *");
        services.AddScoped<IPreparation, SittingsPreparation>();
        services.AddLifeCycle(() => SittingMachine.LifeCycle);
        services.AddLifeCycle(() => IncidentMachine.LifeCycle);

        services.AddScoped<ExamOffice>();
        services.AddScoped<DecideOnSitting>();
        services.AddScoped<SittingDesk>();
        services.AddScoped<SupposeVerdict>();

        services.AddScoped<IncidentQueries>();
        services.AddScoped<ReportIncident>();
        services.AddScoped<SettleIncident>();
        services.AddScoped<ReopenIncident>();
        services.AddScoped<RescoreSittings>();

        services.AddMemoryCache();
        services.AddScoped<FormSource>();
        services.AddScoped<BankQueries>();
        services.AddScoped<DecideExclusion>();

        services.AddScoped<SessionDoor>();
        services.AddScoped<SessionGate>();
        services.AddScoped<SessionQueries>();
        services.AddScoped<PlanSession>();
        services.AddScoped<MarkPresence>();
        services.AddScoped<PauseSitting>();
        return services;
    }
}

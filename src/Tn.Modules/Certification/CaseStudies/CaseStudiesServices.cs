using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Lives;
using Tn.Platform.Data;
using Tn.Platform.Jobs;
using Tn.Platform.LifeCycles;
using Tn.Platform.Web;

namespace Tn.Certification.CaseStudies;

/// <summary>Registers case studies.</summary>
internal static class CaseStudiesServices
{
    public static IServiceCollection AddCaseStudies(this IServiceCollection services)
    {
        services.AddLifeCycle(() => CaseStudyMachine.LifeCycle);
        services.AddScoped<CaseStudyMarkers>();
        services.AddScoped<WorkOnCase>();
        services.AddScoped<MarkCase>();
        services.AddScoped<KeepCaseBank>();
        services.AddScoped<CaseStudyQueries>();
        services.AddScoped<CaseStudyReminders>();
        services.AddScoped<IReminderKind>(provider => provider.GetRequiredService<CaseStudyReminders>());
        services.AddScoped<IPersonalSpaceBlock, MarkerBlock>();
        services.AddRecurringWork<CaseStudySweep>("etudes-de-cas", "20 * * * *");
        return services;
    }
}

/// <summary>In the personal space of a marker: the works that wait for marks.</summary>
internal sealed class MarkerBlock(CaseStudyQueries queries) : IPersonalSpaceBlock
{
    public int Order => 23;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.MarkCaseStudies) || act.Actor is not { } marker)
        {
            return null;
        }

        var mine = (await queries.WaitingAsync(act, cancellationToken)).Value.Count(work => work.Markers.Any(seat => seat.Marker == marker) && work.Markings.All(marking => marking.Marker != marker));
        return new PersonalSpaceBlock(
            "Études de cas",
            mine == 0 ? "Aucune étude de cas n’attend vos notes." : $"{French.Count(mine, "étude de cas attend", "études de cas attendent")} vos notes.",
            "Ouvrir les études de cas",
            "/comites/etudes-de-cas",
            []);
    }
}

/// <summary>Maps case studies and their bank.</summary>
internal static class CaseStudyTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CaseSubject>(table =>
        {
            table.ToTable("certification_case_subjects");
            table.HasKey(row => row.Id);
            table.Property(row => row.Title).HasMaxLength(CaseSubject.LongestTitle);
            table.Property(row => row.Text).HasMaxLength(CaseSubject.LongestText);
            table.Property(row => row.AddedBy).HasMaxLength(200);
        });
        model.Entity<CaseStudy>(table =>
        {
            table.ToTable("certification_case_studies");
            table.HasKey(row => row.Id);
            table.Property(row => row.SubjectTitle).HasMaxLength(CaseSubject.LongestTitle);
            table.Property(row => row.SubjectText).HasMaxLength(CaseSubject.LongestText);
            table.Property(row => row.Answer).HasMaxLength(CaseStudyText.Longest);
            table.Property(row => row.Markers).AsJson();
            table.Property(row => row.Markings).AsJson();
            table.MapLife<CaseStudy, CaseStudyState, CaseStudyTrigger>();
            // One work at a time, whoever clicks twice.
            table.HasIndex(row => row.Candidate).IsUnique().HasFilter("\"State\" <> 'Marked'").HasDatabaseName("IX_certification_case_studies_one_open");
            table.HasIndex(row => new { row.Candidate, row.Id });
        });
    }
}

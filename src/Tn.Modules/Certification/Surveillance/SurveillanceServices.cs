using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Certificates;
using Tn.Certification.Lives;
using Tn.Platform.Data;
using Tn.Platform.Jobs;
using Tn.Platform.LifeCycles;
using Tn.Platform.Web;

namespace Tn.Certification.Surveillance;

/// <summary>Registers yearly declarations and controls.</summary>
internal static class SurveillanceServices
{
    public static IServiceCollection AddSurveillance(this IServiceCollection services)
    {
        services.AddLifeCycle(() => DeclarationMachine.LifeCycle);
        services.AddLifeCycle(() => ControlMachine.LifeCycle);
        services.AddScoped<DeclareYear>();
        services.AddScoped<ConcludeControl>();
        services.AddScoped<SurveillanceQueries>();
        services.AddScoped<SurveillanceReminders>();
        services.AddScoped<IReminderKind>(provider => provider.GetRequiredService<SurveillanceReminders>());
        services.AddScoped<IPersonalSpaceBlock, DeclarationBlock>();
        services.AddRecurringWork<SurveillanceSweep>("surveillance", "45 5 * * *");
        return services;
    }
}

/// <summary>In the personal space of a consultant: a declaration or prescriptions that wait.</summary>
internal sealed class DeclarationBlock(SurveillanceQueries queries) : IPersonalSpaceBlock
{
    public int Order => 24;

    public async Task<PersonalSpaceBlock?> ForAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (!act.Can(Permission.ApplyAsConsultant) || act.Actor is not { } person)
        {
            return null;
        }

        var waits = (await queries.DeclarationsOfAsync(person, cancellationToken)).FirstOrDefault(one => one.State is DeclarationState.Due or DeclarationState.Missing);
        return waits is null ? null : new PersonalSpaceBlock(
            "Déclaration annuelle",
            waits.DueOn is { } due ? $"Votre déclaration est attendue au plus tard le {French.Date(due)}." : "Votre déclaration n’a pas été faite à temps : vous pouvez encore la faire.",
            "Faire ma déclaration",
            "/mon-parcours/declaration",
            []);
    }
}

/// <summary>Maps yearly declarations and controls.</summary>
internal static class SurveillanceTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<YearlyDeclaration>(table =>
        {
            table.ToTable("certification_declarations");
            table.HasKey(row => row.Id);
            table.Property(row => row.CertificateNumber).HasMaxLength(20);
            table.Property(row => row.HolderName).HasMaxLength(200);
            table.Property(row => row.Declared!).AsJson();
            table.MapLife<YearlyDeclaration, DeclarationState, DeclarationTrigger>();
            // One for each anniversary, whoever sweeps.
            table.HasIndex(row => new { row.Certificate, row.Year }).IsUnique();
            table.HasIndex(row => row.Holder);
            table.HasOne<Certificate>().WithMany().HasForeignKey(row => row.Certificate).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Control>(table =>
        {
            table.ToTable("certification_controls");
            table.HasKey(row => row.Id);
            table.Property(row => row.CertificateNumber).HasMaxLength(20);
            table.Property(row => row.HolderName).HasMaxLength(200);
            table.Property(row => row.FileNumber).HasMaxLength(20);
            table.Property(row => row.Findings).AsJson();
            table.Property(row => row.Answer).HasMaxLength(DeclareYear.LongestAnswer);
            table.MapLife<Control, ControlState, ControlTrigger>();
            // One for each term, whoever draws.
            table.HasIndex(row => row.Certificate).IsUnique();
            table.HasIndex(row => new { row.State, row.OpensOn });
            table.HasIndex(row => row.Holder);
            table.HasOne<Certificate>().WithMany().HasForeignKey(row => row.Certificate).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

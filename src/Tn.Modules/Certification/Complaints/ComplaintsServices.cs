using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Lives;
using Tn.Platform.Jobs;
using Tn.Platform.LifeCycles;
using Tn.Platform.Web;

namespace Tn.Certification.Complaints;

/// <summary>Registers complaints.</summary>
internal static class ComplaintsServices
{
    /// <summary>How often the public form is opened and sent, per address.</summary>
    public const string PerAddress = "certification.complaints";

    private const int PerAddressEachMinute = 60;

    public static IServiceCollection AddComplaints(this IServiceCollection services)
    {
        services.AddLifeCycle(() => ComplaintMachine.LifeCycle);
        services.AddScoped<ComplaintMail>();
        services.AddScoped<WriteComplaint>();
        services.AddScoped<ReplyToComplaint>();
        services.AddScoped<ExamineComplaint>();
        services.AddScoped<ComplaintQueries>();
        services.AddScoped<ComplaintReminders>();
        services.AddScoped<IReminderKind>(provider => provider.GetRequiredService<ComplaintReminders>());
        services.AddScoped<IPersonalSpaceBlock, ComplaintBlock>();
        services.AddRecurringWork<ComplaintSweep>("reclamations", "35 6 * * *");
        services.Configure<RateLimiterOptions>(options => options.AddPolicy(PerAddress, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "local",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerAddressEachMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 })));
        return services;
    }
}

/// <summary>Maps complaints.</summary>
internal static class ComplaintTables
{
    public static void Map(ModelBuilder model) => model.Entity<Complaint>(table =>
    {
        table.ToTable("certification_complaints");
        table.HasKey(row => row.Id);
        table.Property(row => row.CertificateNumber).HasMaxLength(20);
        table.Property(row => row.HolderName).HasMaxLength(200);
        table.Property(row => row.ClientName).HasMaxLength(ComplaintText.LongestName);
        table.Property(row => row.ClientEmail).HasMaxLength(254);
        table.Property(row => row.Facts).HasMaxLength(ComplaintText.LongestFacts);
        table.Property(row => row.SenderMark).HasMaxLength(64);
        table.Property(row => row.LinkHash).HasMaxLength(64);
        table.Property(row => row.Answer).HasMaxLength(ReplyToComplaint.Longest);
        table.Property(row => row.DecisionReasons).HasMaxLength(4000);
        table.MapLife<Complaint, ComplaintState, ComplaintTrigger>();
        table.HasIndex(row => row.LinkHash);
        table.HasIndex(row => new { row.Holder, row.WrittenAt });
        table.HasIndex(row => new { row.SenderMark, row.WrittenAt });
        table.HasIndex(row => new { row.Certificate, row.WrittenAt });
    });
}

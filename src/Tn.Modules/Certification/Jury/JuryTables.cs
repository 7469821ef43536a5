using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Jury;

/// <summary>Maps meetings, cases, votes and recusals.</summary>
internal static class JuryTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<JuryMeeting>(table =>
        {
            table.ToTable("certification_jury_meetings");
            table.HasKey(row => row.Id);
            table.Property(row => row.OpenedBy).HasMaxLength(200);
            // Meetings held before presence was recorded have none.
            table.Property(row => row.Attendances).AsJson().HasDefaultValueSql("'[]'");
            table.HasIndex(row => row.HeldOn);
        });
        model.Entity<JuryCase>(table =>
        {
            table.ToTable("certification_jury_cases");
            table.HasKey(row => row.Id);
            table.Property(row => row.File).AsJson();
            table.Property(row => row.Minutes!).AsJson();
            table.HasIndex(row => new { row.Meeting, row.Status });
            // A file waits before one meeting at a time.
            table.HasIndex(row => row.Candidate).IsUnique().HasFilter("\"Status\" = 'Open'").HasDatabaseName("IX_certification_jury_cases_one_open");
            table.HasOne<JuryMeeting>().WithMany().HasForeignKey(row => row.Meeting).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<JuryVote>(table =>
        {
            table.ToTable("certification_jury_votes");
            table.HasKey(row => new { row.Case, row.Member });
            table.Property(row => row.Ballot).AsJson();
            table.HasOne<JuryCase>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DeclaredRecusal>(table =>
        {
            table.ToTable("certification_jury_recusals");
            table.HasKey(row => new { row.Case, row.Member });
            table.Property(row => row.Reason).HasMaxLength(1000);
            table.HasOne<JuryCase>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

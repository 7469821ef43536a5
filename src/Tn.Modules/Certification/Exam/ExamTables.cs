using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam;

/// <summary>Maps sittings and answers.</summary>
internal static class ExamTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Sitting>(table =>
        {
            table.ToTable("certification_sittings");
            table.HasKey(row => row.Id);
            table.Property(row => row.Rules).AsJson();
            table.Property(row => row.VerdictHash).HasMaxLength(64);
            table.HasIndex(row => new { row.Candidate, row.StartedAt });
            table.HasIndex(row => new { row.Status, row.EndsAt });
            // One open sitting per person, whoever races.
            table.HasIndex(row => row.Candidate).IsUnique().HasFilter("\"Status\" = 'Open'").HasDatabaseName("IX_certification_sittings_one_open");
        });
        model.Entity<SittingAnswer>(table =>
        {
            table.ToTable("certification_answers");
            table.HasKey(row => new { row.Sitting, row.Position });
            table.Property(row => row.Response).AsJson();
            table.HasOne<Sitting>().WithMany().HasForeignKey(row => row.Sitting).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Accommodation>(table =>
        {
            table.ToTable("certification_accommodations");
            table.HasKey(row => row.Candidate);
            table.Property(row => row.DecidedBy).HasMaxLength(200);
        });
    }
}

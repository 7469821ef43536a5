using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tn.Certification.Exam.Bank;
using Tn.Certification.Exam.Incidents;
using Tn.Certification.Exam.Sessions;
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
            table.HasIndex(row => new { row.Status, row.ClosedAt });
            table.HasIndex(row => row.StartedAt);
            table.HasIndex(row => row.Session);
            table.HasIndex(row => row.RescoreDue).HasFilter("\"RescoreDue\"");
            table.Property(row => row.HistoryHead).HasMaxLength(64).HasDefaultValue(HashChain.Origin);
            // One sitting under way per person, and one of each number, whoever races.
            table.HasIndex(row => row.Candidate).IsUnique().HasFilter("\"Status\" IN ('Open', 'Paused')").HasDatabaseName("IX_certification_sittings_one_open");
            table.HasIndex(row => new { row.Candidate, row.Attempt }).IsUnique();
            table.HasMany(row => row.History).WithOne().HasForeignKey(row => row.Sitting).OnDelete(DeleteBehavior.Restrict);
            table.HasMany(row => row.Verdicts).WithOne().HasForeignKey(row => row.Sitting).OnDelete(DeleteBehavior.Restrict);
            table.HasMany(row => row.Items).WithOne().HasForeignKey(row => row.Sitting).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SittingHistoryRow>(table =>
        {
            table.ToTable("certification_sitting_history");
            table.HasKey(row => new { row.Sitting, row.Ordinal });
            table.Property(row => row.Ordinal).ValueGeneratedNever();
            table.Property(row => row.ActorName).HasMaxLength(200);
            table.Property(row => row.Reason).HasMaxLength(2400);
            table.Property(row => row.Hash).HasMaxLength(64);
            AppendOnly(table);
        });
        model.Entity<SittingVerdict>(table =>
        {
            table.ToTable("certification_sitting_verdicts");
            table.HasKey(row => new { row.Sitting, row.Number });
            table.Property(row => row.Number).ValueGeneratedNever();
            table.Property(row => row.Hash).HasMaxLength(64);
            table.Property(row => row.Reason).HasMaxLength(2400);
            table.Property(row => row.WrittenBy).HasMaxLength(200);
            AppendOnly(table);
        });
        model.Entity<SittingItem>(table =>
        {
            table.ToTable("certification_sitting_items");
            table.HasKey(row => new { row.Sitting, row.Position });
            table.Property(row => row.Position).ValueGeneratedNever();
            table.Property(row => row.ItemId).HasMaxLength(200);
            table.Property(row => row.VersionId).HasMaxLength(64);
            table.Property(row => row.Axis).HasMaxLength(40);
            table.HasIndex(row => row.VersionId);
            table.HasIndex(row => row.ItemId);
        });
        MapIncidents(model);
        MapSessions(model);
        MapBank(model);
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

    // What was written stays as it was written: an update is a bug, and throws.
    private static void AppendOnly<T>(EntityTypeBuilder<T> table)
        where T : class
    {
        foreach (var property in table.Metadata.GetProperties())
        {
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }

    private static void MapSessions(ModelBuilder model)
    {
        model.Entity<ExamSession>(table =>
        {
            table.ToTable("certification_exam_sessions");
            table.HasKey(row => row.Id);
            table.Property(row => row.Room).HasMaxLength(300);
            table.Property(row => row.AccessCode).HasMaxLength(12);
            table.Property(row => row.InvigilatorName).HasMaxLength(200);
            table.Property(row => row.PlannedBy).HasMaxLength(200);
            table.HasIndex(row => row.HeldOn);
        });
        model.Entity<SessionSeat>(table =>
        {
            table.ToTable("certification_session_seats");
            table.HasKey(row => new { row.Session, row.Candidate });
            table.Property(row => row.Number).HasMaxLength(20);
            table.Property(row => row.DisplayName).HasMaxLength(300);
            table.Property(row => row.MarkedBy).HasMaxLength(200);
            table.HasOne<ExamSession>().WithMany().HasForeignKey(row => row.Session).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(row => new { row.Candidate, row.HeldOn });
        });
    }

    private static void MapBank(ModelBuilder model) => model.Entity<ItemExclusion>(table =>
    {
        table.ToTable("certification_item_exclusions");
        table.HasKey(row => row.Id);
        table.Property(row => row.Items).AsJson();
        table.Property(row => row.Reason).HasMaxLength(ItemExclusion.ReasonLimit);
        table.Property(row => row.DecidedBy).HasMaxLength(200);
    });

    private static void MapIncidents(ModelBuilder model)
    {
        model.Entity<Incident>(table =>
        {
            table.ToTable("certification_incidents");
            table.HasKey(row => row.Id);
            table.Property(row => row.Text).HasMaxLength(Incident.TextLimit);
            table.Property(row => row.Reason).HasMaxLength(Incident.TextLimit);
            table.Property(row => row.ReportedBy).HasMaxLength(200);
            table.Property(row => row.SettledBy).HasMaxLength(200);
            table.HasOne<Sitting>().WithMany().HasForeignKey(row => row.Sitting).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(row => new { row.Sitting, row.ReportedAt });
            table.HasIndex(row => new { row.Status, row.ReportedAt });
        });
        model.Entity<Neutralisation>(table =>
        {
            table.ToTable("certification_neutralisations");
            table.HasKey(row => row.Sequence);
            table.Property(row => row.ItemId).HasMaxLength(200);
            table.Property(row => row.VersionId).HasMaxLength(64);
            table.Property(row => row.Reason).HasMaxLength(Incident.TextLimit);
            table.Property(row => row.DecidedBy).HasMaxLength(200);
            table.HasOne<Sitting>().WithMany().HasForeignKey(row => row.Sitting).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(row => new { row.VersionId, row.Sitting });
            table.HasIndex(row => row.Incident);
        });
    }
}

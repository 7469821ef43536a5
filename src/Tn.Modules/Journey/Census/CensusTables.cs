using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tn.Journey.Admissibility;
using Tn.Journey.Admissibility.Duplicates;
using Tn.Journey.Census.Papers;
using Tn.Journey.Census.References;
using Tn.Journey.Census.Register;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Census;

/// <summary>The tables of the census besides its answers.</summary>
internal sealed class CensusTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Paper>(OfPapers);
        model.Entity<ReferenceRequest>(OfReferences);
        model.Entity<Fingerprint>(OfFingerprints);
        model.Entity<MergeRow>(OfMerges);
        model.Entity<DistinctRow>(OfDistinctFiles);
        model.Entity<Assignment>(OfAssignments);
        model.Entity<RegisterReading>(OfReadings);
    }

    private static void OfReadings(EntityTypeBuilder<RegisterReading> table)
    {
        table.ToTable("journey_register_readings");
        table.HasKey(one => one.Dossier);
        table.Property(one => one.Dossier).ValueGeneratedNever();
        table.Property(one => one.Source).HasMaxLength(200);
        table.Property(one => one.Entry).AsJson();
        table.HasOne<ConsultantDossier>().WithOne().HasForeignKey<RegisterReading>(one => one.Dossier).OnDelete(DeleteBehavior.Restrict);
    }

    private static void OfAssignments(EntityTypeBuilder<Assignment> table)
    {
        table.ToTable("journey_assignments");
        table.HasKey(one => one.Dossier);
        table.Property(one => one.Dossier).ValueGeneratedNever();
        table.Property(one => one.InstructorName).HasMaxLength(200);
        table.Property(one => one.AssignedBy).HasMaxLength(200);
        table.HasIndex(one => one.Instructor);
        table.HasOne<ConsultantDossier>().WithOne().HasForeignKey<Assignment>(one => one.Dossier).OnDelete(DeleteBehavior.Restrict);
    }

    private static void OfReferences(EntityTypeBuilder<ReferenceRequest> table)
    {
        table.ToTable("journey_reference_requests");
        table.HasKey(one => one.Id);
        table.Property(one => one.Id).ValueGeneratedNever();
        table.Property(one => one.Mission).HasMaxLength(64);
        table.Property(one => one.TokenHash).HasMaxLength(64);
        table.Property(one => one.ClientEmail).HasMaxLength(320);
        table.Property(one => one.AnsweredBy).HasMaxLength(150);
        table.HasIndex(one => one.TokenHash).IsUnique();
        table.HasIndex(one => new { one.Dossier, one.AskedAt });
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(one => one.Dossier).OnDelete(DeleteBehavior.Restrict);
    }

    private static void OfFingerprints(EntityTypeBuilder<Fingerprint> table)
    {
        table.ToTable("journey_fingerprints");
        table.HasKey(one => new { one.Dossier, one.Kind, one.Value });
        table.Property(one => one.Value).HasMaxLength(320);
        table.Property(one => one.Number).HasMaxLength(20);
        table.HasIndex(one => new { one.Kind, one.Value });
        table.HasIndex(one => one.Number);
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(one => one.Dossier).OnDelete(DeleteBehavior.Restrict);
    }

    private static void OfDistinctFiles(EntityTypeBuilder<DistinctRow> table)
    {
        table.ToTable("journey_distinct_files");
        table.HasKey(one => one.Id);
        table.Property(one => one.Id).ValueGeneratedNever();
        table.Property(one => one.ActorName).HasMaxLength(200);
        table.HasIndex(one => one.Undoes).IsUnique();
        table.HasIndex(one => new { one.One, one.Other });
        table.HasIndex(one => one.Other);
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(one => one.One).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(one => one.Other).OnDelete(DeleteBehavior.Restrict);
        JourneyTables.AppendOnly(table);
    }

    private static void OfMerges(EntityTypeBuilder<MergeRow> table)
    {
        table.ToTable("journey_merges");
        table.HasKey(one => one.Id);
        table.Property(one => one.Id).ValueGeneratedNever();
        table.Property(one => one.ActorName).HasMaxLength(200);
        table.Property(one => one.Moved).AsJson();
        table.HasIndex(one => one.Undoes).IsUnique();
        table.HasIndex(one => one.Kept);
        table.HasIndex(one => one.Absorbed);
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(one => one.Kept).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(one => one.Absorbed).OnDelete(DeleteBehavior.Restrict);
        JourneyTables.AppendOnly(table);
    }

    private static void OfPapers(EntityTypeBuilder<Paper> table)
    {
        table.ToTable("journey_papers");
        table.HasKey(one => one.Id);
        table.Property(one => one.Id).ValueGeneratedNever();
        table.Property(one => one.Kind).HasMaxLength(40);
        table.Property(one => one.FileKey).HasMaxLength(64);
        table.Property(one => one.FileName).HasMaxLength(120);
        table.Property(one => one.ContentType).HasMaxLength(40);
        table.Property(one => one.CheckedBy).HasMaxLength(200);
        table.HasIndex(one => new { one.Dossier, one.DepositedAt });
        table.HasIndex(one => one.FileKey);
        table.HasOne<ConsultantDossier>().WithMany().HasForeignKey(one => one.Dossier).OnDelete(DeleteBehavior.Restrict);
    }
}

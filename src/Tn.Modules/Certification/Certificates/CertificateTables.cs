using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Certificates;

/// <summary>Maps certificates and their facts.</summary>
internal static class CertificateTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Certificate>(table =>
        {
            table.ToTable("certification_certificates");
            table.HasKey(row => row.Id);
            table.Property(row => row.Code).HasMaxLength(CertificateCode.Length);
            table.Property(row => row.CodeHash).HasMaxLength(64);
            table.Property(row => row.Number).HasMaxLength(20);
            table.Property(row => row.FileNumber).HasMaxLength(20);
            table.Property(row => row.HolderName).HasMaxLength(200);
            table.Property(row => row.EnterpriseName).HasMaxLength(200);
            table.Property(row => row.Axes).AsJson();
            table.Property(row => row.Departments).AsJson();
            table.HasIndex(row => row.CodeHash).IsUnique();
            table.HasIndex(row => row.Number).IsUnique();
            table.HasIndex(row => new { row.Holder, row.From });
            table.HasIndex(row => row.FileNumber);
            table.HasIndex(row => row.Until);
            // A decision makes one certificate, whoever races.
            table.HasIndex(row => row.DecidedBy).IsUnique();
        });
        model.Entity<CertificateFact>(table =>
        {
            table.ToTable("certification_certificate_facts");
            table.HasKey(row => new { row.Certificate, row.Index });
            table.Property(row => row.Article).HasMaxLength(200);
            table.Property(row => row.Reason).HasMaxLength(2000);
            table.Property(row => row.DecidedBy).HasMaxLength(200);
            table.Property(row => row.PreviousHash).HasMaxLength(64);
            table.Property(row => row.Hash).HasMaxLength(64);
            table.HasIndex(row => new { row.Kind, row.Until });
            table.HasOne<Certificate>().WithMany().HasForeignKey(row => row.Certificate).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

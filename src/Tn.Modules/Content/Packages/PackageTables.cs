using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Packages.Conflicts;
using Tn.Content.Packages.Medias;
using Tn.Platform.Data;

namespace Tn.Content.Packages;

/// <summary>The feature's tables.</summary>
internal sealed class PackageTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        model.Entity<InstalledPackage>(table =>
        {
            table.ToTable("content_packages");
            table.HasKey(row => row.PackageId);
            table.Property(row => row.PackageId).HasMaxLength(80);
            table.Property(row => row.ChangedBy).HasMaxLength(200);
            table.Property(row => row.Manifest).AsJson();
        });
        model.Entity<InstalledDocument>(table =>
        {
            table.ToTable("content_package_documents");
            table.HasKey(row => row.ItemId);
            table.Property(row => row.ItemId).HasMaxLength(ContentId.Length);
            table.Property(row => row.PackageId).HasMaxLength(80);
            table.Property(row => row.Path).HasMaxLength(200);
            table.Property(row => row.ContentType).HasMaxLength(40);
            table.Property(row => row.SourceHash).HasMaxLength(64);
            table.Property(row => row.DeclinedHash).HasMaxLength(64);
            table.HasIndex(row => new { row.PackageId, row.Path });
        });
        model.Entity<InstalledMedia>(table =>
        {
            table.ToTable("content_package_medias");
            table.HasKey(row => row.MediaId);
            table.Property(row => row.MediaId).HasMaxLength(ContentId.Length);
            table.Property(row => row.PackageId).HasMaxLength(80);
            table.Property(row => row.Path).HasMaxLength(200);
            table.HasIndex(row => new { row.PackageId, row.Path });
        });
        model.Entity<PackageConflict>(table =>
        {
            table.ToTable("content_package_conflicts");
            table.HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.Property(row => row.ItemId).HasMaxLength(ContentId.Length);
            table.Property(row => row.OpenKey).HasMaxLength(ContentId.Length);
            table.Property(row => row.PackageId).HasMaxLength(80);
            table.Property(row => row.PackageVersion).HasMaxLength(40);
            table.Property(row => row.Path).HasMaxLength(200);
            table.Property(row => row.Title).HasMaxLength(300);
            table.Property(row => row.IncomingVersionId).HasMaxLength(ContentId.Length);
            table.Property(row => row.IncomingHash).HasMaxLength(64);
            table.Property(row => row.SettledBy).HasMaxLength(200);
            table.HasIndex(row => row.OpenKey).IsUnique();
            table.HasIndex(row => new { row.PackageId, row.FoundUtc });
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Media;

/// <summary>The library's tables.</summary>
internal sealed class MediaTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        model.Entity<MediaItem>(table =>
        {
            table.ToTable("content_medias");
            table.HasKey(row => row.Id);
            table.Property(row => row.Id).HasMaxLength(ContentId.Length).ValueGeneratedNever();
            table.Property(row => row.Folder).HasMaxLength(MediaAddress.FolderLength);
            table.Property(row => row.Name).HasMaxLength(100);
            table.Property(row => row.ContentType).HasMaxLength(100);
            table.Property(row => row.Alt).HasMaxLength(500);
            table.Property(row => row.Licence).HasMaxLength(120);
            table.Property(row => row.Credit).HasMaxLength(200);
            table.Property(row => row.OwnerName).HasMaxLength(200);
            table.Property(row => row.SourceHash).HasMaxLength(64);
            table.HasIndex(row => new { row.Folder, row.ModifiedUtc });
            table.HasIndex(row => row.ModifiedUtc);
            table.HasIndex(row => row.Owner);
            table.HasIndex(row => row.VariantsDueUtc);
        });
        model.Entity<MediaFile>(table =>
        {
            table.ToTable("content_media_files");
            table.HasKey(row => new { row.MediaId, row.Version, row.Name });
            table.HasOne<MediaItem>().WithMany().HasForeignKey(row => row.MediaId);
            table.Property(row => row.MediaId).HasMaxLength(ContentId.Length);
            table.Property(row => row.Name).HasMaxLength(20);
            table.Property(row => row.FileKey).HasMaxLength(64);
            table.Property(row => row.ContentType).HasMaxLength(100);
            table.HasIndex(row => row.FileKey);
        });
        model.Entity<MediaUse>(table =>
        {
            table.ToTable("content_media_uses");
            table.HasKey(row => new { row.VersionId, row.MediaId });
            table.Property(row => row.VersionId).HasMaxLength(ContentId.Length);
            table.Property(row => row.MediaId).HasMaxLength(ContentId.Length);
            table.HasOne<ContentVersion>().WithMany(version => version.MediaUses).HasForeignKey(row => row.VersionId);
            // No key to the media itself: a text may name one that is not there; the checks say so.
            table.HasIndex(row => row.MediaId);
        });
        model.Entity<ContentVersion>().Navigation(version => version.MediaUses).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

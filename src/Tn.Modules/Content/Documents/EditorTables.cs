using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.Copies;
using Tn.Content.Documents.History;
using Tn.Platform.Data;

namespace Tn.Content.Documents;

/// <summary>Maps what the editor keeps beside versions, and the indexes of its list.</summary>
internal sealed class EditorTables : IModelPart
{
    // The same words on SQLite and on PostgreSQL. Only what the list shows is indexed: one row an item, whatever its versions.
    private const string Listed = "\"LatestKey\" IS NOT NULL AND \"DeletedUtc\" IS NULL";

    public void Map(ModelBuilder model)
    {
        MapHistory(model);
        MapCopies(model);
        MapList(model);
    }

    private static void MapHistory(ModelBuilder model) => model.Entity<DocumentStep>(table =>
    {
        table.ToTable("content_history");
        table.HasKey(row => row.Number);
        table.Property(row => row.Number).ValueGeneratedOnAdd();
        table.Property(row => row.ItemId).HasMaxLength(ContentId.Length);
        table.Property(row => row.ActorName).HasMaxLength(200);
        table.Property(row => row.Note).HasMaxLength(DocumentStep.NoteLength);
        table.HasIndex(row => new { row.ItemId, row.Number });
    });

    private static void MapCopies(ModelBuilder model) => model.Entity<WorkingCopy>(table =>
    {
        table.ToTable("content_working_copies");
        table.HasKey(row => new { row.Person, row.ItemId });
        table.Property(row => row.ItemId).HasMaxLength(ContentId.Length);
        table.Property(row => row.BaseVersionId).HasMaxLength(ContentId.Length);
        table.Property(row => row.ValuesJson).HasColumnName("Values");
        table.Ignore(row => row.Values);
    });

    private static void MapList(ModelBuilder model) => model.Entity<ContentVersion>(table =>
    {
        table.HasIndex(row => new { row.ContentType, row.Slug });
        table.HasIndex(row => new { row.ModifiedUtc, row.ItemId }, "IX_content_listed_modified").HasFilter(Listed);
        table.HasIndex(row => new { row.ModifiedUtc, row.ItemId }, "IX_content_listed_published").HasFilter(Listed + " AND \"PublishedKey\" IS NOT NULL");
        table.HasIndex(row => new { row.ModifiedUtc, row.ItemId }, "IX_content_listed_drafts").HasFilter(Listed + " AND \"PublishedKey\" IS NULL");
        table.HasIndex(row => new { row.ModifiedUtc, row.ItemId }, "IX_content_deleted").HasFilter("\"DeletedUtc\" IS NOT NULL");
        table.HasIndex(row => new { row.DisplayText, row.ItemId }, "IX_content_listed_title").HasFilter(Listed);
        table.HasIndex(row => new { row.ReviewBy, row.ItemId }, "IX_content_listed_review").HasFilter(Listed);
        table.HasIndex(row => new { row.ContentType, row.ModifiedUtc, row.ItemId }, "IX_content_listed_type").HasFilter(Listed);
        table.HasIndex(row => new { row.Owner, row.ModifiedUtc, row.ItemId }, "IX_content_listed_owner").HasFilter(Listed);
        table.HasIndex(row => new { row.Axis, row.ModifiedUtc, row.ItemId }, "IX_content_listed_axis").HasFilter(Listed);
    });
}

using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents.Copies;
using Tn.Content.Documents.History;
using Tn.Content.Documents.Words;
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
        MapWords(model);
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

    private static void MapWords(ModelBuilder model)
    {
        model.Entity<TitleWord>(table =>
        {
            table.ToTable("content_title_words");
            // This order for « does this document say it », the index for « which documents say it ».
            table.HasKey(row => new { row.VersionId, row.Word });
            table.Property(row => row.VersionId).HasMaxLength(ContentId.Length);
            table.Property(row => row.Word).HasMaxLength(TitleWords.Length);
            table.HasOne<ContentVersion>().WithMany(version => version.Words).HasForeignKey(row => row.VersionId);
            table.HasIndex(row => new { row.Word, row.VersionId });
        });
        model.Entity<ContentVersion>(table =>
        {
            table.Navigation(row => row.Words).UsePropertyAccessMode(PropertyAccessMode.Field);
            table.Property(row => row.HasWords).HasDefaultValue(false);
            table.HasIndex(row => row.VersionId, "IX_content_without_words").HasFilter("NOT \"HasWords\" AND \"LatestKey\" IS NOT NULL");
        });
    }

    private static void MapList(ModelBuilder model) => model.Entity<ContentVersion>(table =>
    {
        table.HasIndex(row => new { row.ContentType, row.Slug });
        table.HasIndex(row => new { row.ModifiedUtc, row.ItemId }, "IX_content_listed_modified").HasFilter(Listed);
        table.HasIndex(row => new { row.ModifiedUtc, row.ItemId }, "IX_content_listed_published").HasFilter(Listed + " AND \"PublishedKey\" IS NOT NULL");
        // Written as the list's query writes it: for a bare IS NULL, SQLite takes the index of published keys, and sorts.
        table.HasIndex(row => new { row.ModifiedUtc, row.ItemId }, "IX_content_listed_drafts").HasFilter(Listed + " AND COALESCE(\"PublishedKey\", '') = ''");
        table.HasIndex(row => new { row.ModifiedUtc, row.ItemId }, "IX_content_deleted").HasFilter("\"DeletedUtc\" IS NOT NULL");
        table.HasIndex(row => new { row.DisplayText, row.ItemId }, "IX_content_listed_title").HasFilter(Listed);
        table.HasIndex(row => new { row.ReviewBy, row.ItemId }, "IX_content_listed_review").HasFilter(Listed);
        table.HasIndex(row => new { row.ContentType, row.ModifiedUtc, row.ItemId }, "IX_content_listed_type").HasFilter(Listed);
        table.HasIndex(row => new { row.Owner, row.ModifiedUtc, row.ItemId }, "IX_content_listed_owner").HasFilter(Listed);
        table.HasIndex(row => new { row.Axis, row.ModifiedUtc, row.ItemId }, "IX_content_listed_axis").HasFilter(Listed);
    });
}

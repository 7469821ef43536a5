using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Review.Reading;

/// <summary>Maps who read what.</summary>
internal sealed class ReadingTables : IModelPart
{
    public void Map(ModelBuilder model) => model.Entity<ReviewReading>(table =>
    {
        table.ToTable("content_review_readings");
        table.HasKey(row => new { row.Submission, row.Person, row.VersionId });
        table.Property(row => row.Submission).HasColumnName("SubmissionId");
        table.Property(row => row.VersionId).HasMaxLength(ContentId.Length);
        table.Property(row => row.ItemId).HasMaxLength(ContentId.Length);
        table.HasIndex(row => new { row.Person, row.ItemId, row.At });
    });
}

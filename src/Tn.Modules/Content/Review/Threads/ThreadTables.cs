using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review.Passages;
using Tn.Platform.Data;

namespace Tn.Content.Review.Threads;

/// <summary>Maps discussions and their remarks.</summary>
internal sealed class ThreadTables : IModelPart
{
    public void Map(ModelBuilder model) => model.Entity<ReviewThread>(table =>
    {
        table.ToTable("content_review_threads");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.ItemId).HasMaxLength(ContentId.Length);
        table.Property(row => row.VersionId).HasMaxLength(ContentId.Length);
        table.Property(row => row.Submission).HasColumnName("SubmissionId");
        table.Property(row => row.Anchor).HasMaxLength(Passage.AnchorLength);
        table.HasIndex(row => new { row.ItemId, row.OpenedUtc });
        table.HasIndex(row => row.Submission);
        table.OwnsMany(row => row.Remarks, remark =>
        {
            remark.ToTable("content_review_remarks");
            remark.WithOwner().HasForeignKey("ThreadId");
            remark.HasKey("ThreadId", nameof(ReviewRemark.Number));
            remark.Property(row => row.Number).ValueGeneratedNever();
            remark.Property(row => row.AuthorName).HasMaxLength(200);
            remark.Property(row => row.Text).HasMaxLength(ReviewThread.TextLength);
        });
        table.Navigation(row => row.Remarks).UsePropertyAccessMode(PropertyAccessMode.Field);
    });
}

using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Platform.Data;

namespace Tn.Content;

/// <summary>The module's tables.</summary>
internal sealed class ContentTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        MapVersions(model);
        MapEditions(model);
        MapSubmissions(model);
    }

    private static void MapVersions(ModelBuilder model) => model.Entity<ContentVersion>(table =>
    {
        table.ToTable("content_versions");
        table.HasKey(row => row.VersionId);
        table.Property(row => row.VersionId).HasMaxLength(ContentId.Length);
        table.Property(row => row.ItemId).HasMaxLength(ContentId.Length);
        table.Property(row => row.ContainerId).HasMaxLength(ContentId.Length);
        table.Property(row => row.LatestKey).HasMaxLength(ContentId.Length);
        table.Property(row => row.PublishedKey).HasMaxLength(ContentId.Length);
        table.Property(row => row.AddressKey).HasMaxLength(200);
        table.Property(row => row.ContentType).HasMaxLength(40);
        table.Property(row => row.DisplayText).HasMaxLength(300);
        table.Property(row => row.Slug).HasMaxLength(120);
        table.Property(row => row.AuthorName).HasMaxLength(200);
        table.Property(row => row.Comment).HasMaxLength(ContentVersion.CommentLength).HasDefaultValue(string.Empty);
        table.Property(row => row.Culture).HasMaxLength(10).HasDefaultValue(LocalizationPart.French);
        table.Property(row => row.LocalizationSet).HasMaxLength(ContentId.Length);
        table.Property(row => row.ContentHash).HasMaxLength(64);
        table.Property(row => row.PartsJson).HasColumnName("Parts");
        table.Property(row => row.RenderedJson).HasColumnName("Rendered");
        table.Ignore(row => row.Parts);
        table.Ignore(row => row.Rendered);
        // Unique over nullable columns: both databases let nulls repeat, so these forbid two latest and two published versions.
        table.HasIndex(row => row.LatestKey).IsUnique();
        table.HasIndex(row => row.PublishedKey).IsUnique();
        table.HasIndex(row => row.AddressKey).IsUnique();
        table.HasIndex(row => new { row.ItemId, row.ModifiedUtc });
        table.HasIndex(row => new { row.ContentType, row.DisplayText });
        table.HasIndex(row => row.ContainerId);
        table.Property(row => row.Axis).HasMaxLength(60);
        table.HasIndex(row => row.ReviewBy);
        table.HasIndex(row => row.LocalizationSet);
    });

    private static void MapEditions(ModelBuilder model) => model.Entity<PublishedEdition>(table =>
    {
        table.ToTable("content_editions");
        table.HasKey(row => row.EditionId);
        table.Property(row => row.EditionId).HasMaxLength(ContentId.Length);
        table.Property(row => row.CourseItemId).HasMaxLength(ContentId.Length);
        table.Property(row => row.CurrentKey).HasMaxLength(ContentId.Length);
        table.Property(row => row.Slug).HasMaxLength(120);
        table.Property(row => row.Snapshot).AsJson();
        table.HasIndex(row => row.CurrentKey).IsUnique();
        table.HasIndex(row => new { row.CourseItemId, row.PublishedUtc });
    });

    private static void MapSubmissions(ModelBuilder model) => model.Entity<ReviewSubmission>(table =>
    {
        table.ToTable("content_submissions");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Title).HasMaxLength(300);
        table.Property(row => row.SubmitterName).HasMaxLength(200);
        table.Property(row => row.ContentHash).HasMaxLength(64);
        table.Property(row => row.Note).HasMaxLength(ReviewSubmission.NoteLength).HasDefaultValue(string.Empty);
        table.Property(row => row.Renewal).HasDefaultValue(false);
        table.Ignore(row => row.CurrentVotes);
        table.HasIndex(row => new { row.State, row.DueOn });
        table.OwnsMany(row => row.Documents, document =>
        {
            document.ToTable("content_submission_documents");
            document.WithOwner().HasForeignKey("SubmissionId");
            document.HasKey("SubmissionId", nameof(SubmittedDocument.VersionId));
            document.Property(row => row.VersionId).HasMaxLength(ContentId.Length).ValueGeneratedNever();
            document.Property(row => row.ItemId).HasMaxLength(ContentId.Length);
            document.Property(row => row.ContentType).HasMaxLength(40);
            document.Property(row => row.Title).HasMaxLength(300);
            document.Property(row => row.Hash).HasMaxLength(64);
            document.Property(row => row.OpenKey).HasMaxLength(ContentId.Length);
            document.Property(row => row.Findings).HasDefaultValue(0);
            // Unique over nulls that repeat: an item is in one undecided submission at a time.
            document.HasIndex(row => row.OpenKey).IsUnique();
            document.HasIndex(row => row.VersionId);
            document.HasIndex(row => row.ItemId);
        });
        table.OwnsMany(row => row.Votes, vote =>
        {
            vote.ToTable("content_review_votes");
            vote.WithOwner().HasForeignKey("SubmissionId");
            vote.HasKey("SubmissionId", nameof(ReviewVote.Round), nameof(ReviewVote.Member));
            vote.Property(row => row.Member).ValueGeneratedNever();
            vote.Property(row => row.Round).ValueGeneratedNever();
            vote.Property(row => row.MemberName).HasMaxLength(200);
            vote.Property(row => row.ContentHash).HasMaxLength(64);
        });
        table.OwnsMany(row => row.FormerVotes, vote =>
        {
            vote.ToTable("content_review_former_votes");
            vote.WithOwner().HasForeignKey("SubmissionId");
            vote.HasKey("SubmissionId", nameof(FormerVote.Number));
            vote.Property(row => row.Number).ValueGeneratedNever();
            vote.Property(row => row.MemberName).HasMaxLength(200);
            vote.Property(row => row.ContentHash).HasMaxLength(64);
        });
        table.OwnsMany(row => row.History, step =>
        {
            step.ToTable("content_review_history");
            step.WithOwner().HasForeignKey("SubmissionId");
            step.HasKey("SubmissionId", nameof(ReviewStep.Number));
            step.Property(row => row.Number).ValueGeneratedNever();
            step.Property(row => row.ActorName).HasMaxLength(200);
            step.Property(row => row.PreviousHash).HasMaxLength(64);
            step.Property(row => row.Hash).HasMaxLength(64);
        });
        table.Navigation(row => row.Documents).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.Navigation(row => row.Votes).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.Navigation(row => row.FormerVotes).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.Navigation(row => row.History).UsePropertyAccessMode(PropertyAccessMode.Field);
    });
}

using Microsoft.EntityFrameworkCore;
using Tn.Courses.Completion;
using Tn.Courses.Enrolments;
using Tn.Courses.Questions;
using Tn.Platform.Data;

namespace Tn.Courses;

/// <summary>Maps what learners do.</summary>
internal sealed class CoursesTables : IModelPart
{
    private const int ItemIdLength = 26;

    public void Map(ModelBuilder model)
    {
        model.Entity<Enrolment>(table =>
        {
            table.ToTable("courses_enrolments");
            table.HasKey(row => row.Id);
            table.Property(row => row.CourseItemId).HasMaxLength(ItemIdLength);
            table.Property(row => row.CourseSlug).HasMaxLength(120);
            table.Property(row => row.EditionId).HasMaxLength(64);
            table.Property(row => row.LessonsRead).AsJson();
            table.Property(row => row.LastLesson).HasMaxLength(ItemIdLength);
            table.Property(row => row.LastAnchor).HasMaxLength(200);
            table.HasIndex(row => new { row.Person, row.CourseItemId }).IsUnique();
            table.HasIndex(row => new { row.Person, row.LastSeenUtc });
            table.HasIndex(row => new { row.CourseItemId, row.EditionId });
        });

        model.Entity<QuestionAttempt>(table =>
        {
            table.ToTable("courses_attempts");
            table.HasKey(row => row.Id);
            table.Property(row => row.LessonVersionId).HasMaxLength(ItemIdLength);
            table.Property(row => row.QuestionId).HasMaxLength(120);
            table.Property(row => row.Token).HasMaxLength(64);
            table.Property(row => row.Answer).AsJson();
            table.HasIndex(row => new { row.Enrolment, row.QuestionId, row.Number }).IsUnique();
            table.HasOne<Enrolment>().WithMany().HasForeignKey(row => row.Enrolment).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<CompletionStatement>(table =>
        {
            table.ToTable("courses_statements");
            table.HasKey(row => row.Code);
            table.Property(row => row.Code).HasMaxLength(StatementCode.Length);
            table.Property(row => row.HolderName).HasMaxLength(200);
            table.Property(row => row.CourseItemId).HasMaxLength(ItemIdLength);
            table.Property(row => row.CourseSlug).HasMaxLength(120);
            table.Property(row => row.CourseTitle).HasMaxLength(300);
            table.Property(row => row.EditionId).HasMaxLength(64);
            table.Property(row => row.Axis).HasMaxLength(40);
            table.HasIndex(row => new { row.Holder, row.CourseItemId }).IsUnique();
        });
    }
}

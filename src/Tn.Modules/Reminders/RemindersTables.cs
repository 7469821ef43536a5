using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Reminders.Due;
using Tn.Reminders.Notices;

namespace Tn.Reminders;

/// <summary>The module's tables.</summary>
internal sealed class RemindersTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        model.Entity<DueReminder>(table =>
        {
            table.ToTable("reminders_due");
            table.HasKey(row => row.Id);
            table.Property(row => row.Id).ValueGeneratedNever();
            table.Property(row => row.Key).HasMaxLength(120);
            table.Property(row => row.Kind).HasMaxLength(60);
            table.Property(row => row.Subject).HasMaxLength(100);
            table.Property(row => row.Step).HasMaxLength(20);
            table.Ignore(row => row.Planned);
            table.HasIndex(row => row.Key).IsUnique();
            table.HasIndex(row => new { row.State, row.NotBefore });
            table.HasIndex(row => new { row.State, row.DueUtc });
            table.HasIndex(row => new { row.Kind, row.Subject });
        });
        model.Entity<Notice>(table =>
        {
            table.ToTable("reminders_notices");
            table.HasKey(notice => notice.Id);
            table.Property(notice => notice.Id).ValueGeneratedNever();
            table.Property(notice => notice.Key).HasMaxLength(160);
            table.Property(notice => notice.Subject).HasMaxLength(300);
            table.Property(notice => notice.Paragraphs).AsJson();
            table.Property(notice => notice.ActionLabel).HasMaxLength(100);
            table.Property(notice => notice.ActionPath).HasMaxLength(400);
            table.HasIndex(notice => new { notice.Person, notice.Key }).IsUnique();
            table.HasIndex(notice => new { notice.Person, notice.At });
            table.HasIndex(notice => new { notice.Person, notice.ReadAt });
        });
    }
}

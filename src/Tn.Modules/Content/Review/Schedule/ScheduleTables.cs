using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Platform.Data;

namespace Tn.Content.Review.Schedule;

/// <summary>Maps planned acts and their history.</summary>
internal sealed class ScheduleTables : IModelPart
{
    public void Map(ModelBuilder model) => model.Entity<PlannedAct>(table =>
    {
        table.ToTable("content_planned_acts");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.ItemId).HasMaxLength(ContentId.Length);
        table.Property(row => row.Title).HasMaxLength(300);
        table.Property(row => row.OpenKey).HasMaxLength(60);
        table.Property(row => row.Reason!).AsJson();
        table.HasIndex(row => row.OpenKey).IsUnique();
        table.HasIndex(row => new { row.State, row.DueUtc });
        table.OwnsMany(row => row.History, step =>
        {
            step.ToTable("content_planned_act_history");
            step.WithOwner().HasForeignKey("PlannedActId");
            step.HasKey("PlannedActId", nameof(ScheduleStep.Number));
            step.Property(row => row.Number).ValueGeneratedNever();
            step.Property(row => row.ActorName).HasMaxLength(200);
            step.Property(row => row.Said).HasMaxLength(300);
            step.Property(row => row.Hash).HasMaxLength(64);
        });
        table.Navigation(row => row.History).UsePropertyAccessMode(PropertyAccessMode.Field);
    });
}

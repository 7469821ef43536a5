using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Webinars.Registrations;
using Tn.Webinars.Sessions;

namespace Tn.Webinars;

/// <summary>The module's tables.</summary>
internal sealed class WebinarsTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        model.Entity<WebinarSession>(table =>
        {
            table.ToTable("webinars_sessions");
            table.HasKey(session => session.Id);
            table.Property(session => session.ItemId).HasMaxLength(26);
            table.Property(session => session.Slug).HasMaxLength(200);
            table.Property(session => session.Title).HasMaxLength(300);
            table.HasIndex(session => session.ItemId).IsUnique();
            table.HasIndex(session => session.Slug);
            table.HasIndex(session => session.StartsUtc);
        });
        model.Entity<WebinarRegistration>(table =>
        {
            table.ToTable("webinars_registrations");
            table.HasKey(seat => seat.Id);
            table.HasIndex(seat => new { seat.Session, seat.Person }).IsUnique();
            table.HasIndex(seat => seat.Person);
            table.HasOne<WebinarSession>().WithMany().HasForeignKey(seat => seat.Session);
        });
    }
}

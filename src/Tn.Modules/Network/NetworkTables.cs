using Microsoft.EntityFrameworkCore;
using Tn.Network.Centres;
using Tn.Network.Contact;
using Tn.Network.Profiles;
using Tn.Platform.Data;

namespace Tn.Network;

/// <summary>The module's tables.</summary>
internal sealed class NetworkTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        model.Entity<NetworkProfile>(table =>
        {
            table.ToTable("network_profiles");
            table.HasKey(profile => profile.Person);
            table.Property(profile => profile.Slug).HasMaxLength(100);
            table.Property(profile => profile.DisplayName).HasMaxLength(200);
            table.Property(profile => profile.Details).AsJson();
            table.Property(profile => profile.Consents).AsJson();
            table.HasIndex(profile => profile.Slug).IsUnique();
            table.HasIndex(profile => profile.IsPublic);
        });
        model.Entity<ContactMessage>(table =>
        {
            table.ToTable("network_messages");
            table.HasKey(message => message.Id);
            table.Property(message => message.SenderMark).HasMaxLength(64);
            table.HasIndex(message => new { message.SenderMark, message.At });
            table.HasIndex(message => new { message.Recipient, message.At });
        });
        model.Entity<ResourceCentre>(table =>
        {
            table.ToTable("network_centres");
            table.HasKey(centre => centre.Id);
            table.Property(centre => centre.Slug).HasMaxLength(100);
            table.Property(centre => centre.Name).HasMaxLength(200);
            table.Property(centre => centre.Details).AsJson();
            table.HasIndex(centre => centre.Slug).IsUnique();
            table.HasIndex(centre => centre.Name);
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Documents.Redirects;

/// <summary>Maps redirects.</summary>
internal sealed class RedirectTables : IModelPart
{
    public void Map(ModelBuilder model) => model.Entity<Redirect>(table =>
    {
        table.ToTable("content_redirects");
        table.HasKey(row => row.From);
        table.Property(row => row.From).HasMaxLength(Redirect.AddressLength);
        table.Property(row => row.To).HasMaxLength(Redirect.AddressLength);
        table.Property(row => row.ItemId).HasMaxLength(ContentId.Length);
        table.Property(row => row.ByName).HasMaxLength(200);
        table.HasIndex(row => row.To);
    });
}

using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Content.Api.Tokens;

/// <summary>The tokens' table.</summary>
internal sealed class ApiTokenTables : IModelPart
{
    public void Map(ModelBuilder model) => model.Entity<ApiToken>(table =>
    {
        table.ToTable("content_api_tokens");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Name).HasMaxLength(80);
        table.Property(row => row.Hash).HasMaxLength(64);
        table.Property(row => row.Hint).HasMaxLength(16);
        table.Property(row => row.Scopes).AsJson();
        table.HasIndex(row => row.Hash).IsUnique();
        table.HasIndex(row => new { row.Owner, row.CreatedUtc });
    });
}

using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tn.Platform.Data;

namespace Tn.Certification.Lives;

/// <summary>Maps what every living thing has.</summary>
internal static class LifeTable
{
    public static void MapLife<TEntity, TState, TTrigger>(this EntityTypeBuilder<TEntity> table)
        where TEntity : Living<TState, TTrigger>
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        table.Property(row => row.Steps).AsJson();
        table.HasIndex(row => new { row.State, row.DueOn });
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Committees.Mandates;
using Tn.Committees.Rules;
using Tn.Platform.Data;

namespace Tn.Committees;

/// <summary>The module's tables.</summary>
internal sealed class CommitteesTables : IModelPart
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Mandate>(table =>
        {
            table.ToTable("committees_mandates");
            table.HasKey(mandate => mandate.Id);
            table.Property(mandate => mandate.Id).ValueGeneratedNever();
            table.Property(mandate => mandate.Ties).AsJson();
            table.HasIndex(mandate => new { mandate.Committee, mandate.Until });
            table.HasIndex(mandate => mandate.Person);
        });
        model.Entity<Rule>(table =>
        {
            table.ToTable("committees_rules");
            table.HasKey(rule => rule.Sequence);
            table.Property(rule => rule.Sequence).ValueGeneratedOnAdd();
            table.Property(rule => rule.Key).HasMaxLength(80);
            table.Property(rule => rule.Value).HasMaxLength(400);
            table.Property(rule => rule.Decision).HasMaxLength(200);
            table.Property(rule => rule.Article).HasMaxLength(200);
            table.HasIndex(rule => new { rule.Key, rule.InForceFrom }).IsUnique();
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Content.Packages.Runs;

/// <summary>Installations asked for from the page.</summary>
internal sealed class RunTables : IModelPart
{
    public void Map(ModelBuilder model) => model.Entity<InstallationRun>(table =>
    {
        table.ToTable("content_package_runs");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Title).HasMaxLength(400);
        table.Property(row => row.FileKey).HasMaxLength(64);
        table.Property(row => row.StartedByName).HasMaxLength(200);
        table.Property(row => row.Result!).AsJson();
        table.Property(row => row.Reason!).AsJson();
        table.HasIndex(row => row.DueUtc);
        table.HasIndex(row => row.StartedUtc);
    });
}

/// <summary>The archives that installations still need.</summary>
internal sealed class RunFileReferences(TnDbContext db) : IFileReferences
{
    public async Task<IReadOnlySet<FileKey>> AmongAsync(IReadOnlyCollection<FileKey> keys, CancellationToken cancellationToken)
    {
        var texts = keys.Select(key => key.Value).ToList();
        var used = await db.Set<InstallationRun>().Where(row => row.DueUtc != null && texts.Contains(row.FileKey)).Select(row => row.FileKey).ToListAsync(cancellationToken);
        return used.Select(FileKey.Parse).ToHashSet();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Data;
using Tn.Platform.Files;

namespace Tn.Certification.Papers;

internal readonly record struct PaperId(Guid Value) : IGuidId<PaperId>
{
    public static PaperId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>A document that somebody sent with an appeal or an answer. Who may read it is known to what it was sent with.</summary>
internal sealed class Paper
{
    public PaperId Id { get; init; }

    /// <summary>In the file store.</summary>
    public string FileKey { get; init; } = string.Empty;

    /// <summary>Given by us, after what the bytes are: a name sent by somebody is never kept.</summary>
    public string Name { get; init; } = string.Empty;

    public string ContentType { get; init; } = string.Empty;

    public long Length { get; init; }

    public PersonId Owner { get; init; }

    public DateTimeOffset SentAt { get; init; }
}

/// <summary>Maps papers.</summary>
internal static class PaperTables
{
    public static void Map(ModelBuilder model) => model.Entity<Paper>(table =>
    {
        table.ToTable("certification_papers");
        table.HasKey(row => row.Id);
        table.Property(row => row.FileKey).HasMaxLength(64);
        table.Property(row => row.Name).HasMaxLength(100);
        table.Property(row => row.ContentType).HasMaxLength(100);
        table.HasIndex(row => row.FileKey);
    });
}

/// <summary>Keeps the papers' bytes from the nightly sweep.</summary>
internal sealed class PaperReferences(TnDbContext db) : IFileReferences
{
    public async Task<IReadOnlySet<FileKey>> AmongAsync(IReadOnlyCollection<FileKey> keys, CancellationToken cancellationToken)
    {
        var asked = keys.Select(key => key.Value).ToList();
        var kept = await db.Set<Paper>().Where(row => asked.Contains(row.FileKey)).Select(row => row.FileKey).Distinct().ToListAsync(cancellationToken);
        return kept.Select(FileKey.Parse).ToHashSet();
    }
}

/// <summary>Registers papers.</summary>
internal static class PaperServices
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddScoped<PaperDesk>()
        .AddScoped<IFileReferences, PaperReferences>();
}

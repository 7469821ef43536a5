using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Jobs;

namespace Tn.Platform.Files;

/// <summary>Where files are kept. Configuration section <c>Files</c>.</summary>
public sealed class FileStoreOptions
{
    /// <summary>A folder that all nodes see; by default <c>files</c> in the data folder.</summary>
    public string? Folder { get; set; }
}

/// <summary>A module's rows that point at stored files. Whoever saves files registers one, or the sweep takes them for orphans.</summary>
public interface IFileReferences
{
    /// <summary>Those of the given keys (500 at most) that a row of the module points at.</summary>
    Task<IReadOnlySet<FileKey>> AmongAsync(IReadOnlyCollection<FileKey> keys, CancellationToken cancellationToken);
}

/// <summary>Adds the store and its daily sweep.</summary>
internal static class FileStoreSetup
{
    public static IServiceCollection AddTnFiles(this IServiceCollection services)
    {
        services.AddOptions<FileStoreOptions>().BindConfiguration("Files");
        services.AddSingleton<FileStore>();
        services.AddRecurringWork<FileSweep>("files", "40 3 * * *");
        return services;
    }
}

/// <summary>Deletes what no row points at any more.</summary>
internal sealed class FileSweep(FileStore store, IEnumerable<IFileReferences> references, TimeProvider clock) : IRecurringWork
{
    public Task RunAsync(CancellationToken cancellationToken) =>
        store.DeleteUnreferencedAsync([.. references], clock.GetUtcNow(), cancellationToken);
}

namespace Tn.Content.Packages.Watch;

/// <summary>
/// Tells of packages that changed in a folder, once they are quiet again. The system's own notices only wake it early; it looks by itself
/// every few seconds, because notices get lost (shared folders, containers, too many at once).
/// </summary>
/// <param name="quiet">How long nothing may move before a package is taken: an editor writes in several goes, a checkout writes many files.</param>
/// <param name="every">How often it looks by itself.</param>
internal sealed class FolderWatch(string root, TimeProvider clock, TimeSpan quiet, TimeSpan every) : IDisposable
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim woken = new(0);
    private FileSystemWatcher? notices;

    /// <summary>Runs until cancelled, and then throws as cancelled tasks do. What is there at the beginning counts as changed: it may have moved while nobody looked.</summary>
    /// <param name="changed">Called with a package's folder, one at a time.</param>
    public async Task RunAsync(Func<string, CancellationToken, Task> changed, CancellationToken cancellationToken)
    {
        notices = Listen();
        while (true)
        {
            foreach (var folder in PackageFolders.Of(root))
            {
                if (await SettledAsync(folder, cancellationToken) is { } stamp && seen.GetValueOrDefault(folder) != stamp)
                {
                    seen[folder] = stamp;
                    await changed(folder, cancellationToken);
                }
            }

            await WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        notices?.Dispose();
        woken.Dispose();
    }

    private FileSystemWatcher? Listen()
    {
        try
        {
            var watcher = new FileSystemWatcher(root) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += Wake;
            watcher.Created += Wake;
            watcher.Deleted += Wake;
            watcher.Renamed += Wake;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception unavailable) when (unavailable is IOException or PlatformNotSupportedException or UnauthorizedAccessException)
        {
            // The system has no notices left: looking now and then is enough.
            return null;
        }
    }

    private void Wake(object sender, FileSystemEventArgs happened)
    {
        if (woken.CurrentCount == 0)
        {
            woken.Release();
        }
    }

    /// <summary>The package's stamp once it does not move any more; null when it is the one already seen, or the folder went.</summary>
    private async Task<int?> SettledAsync(string folder, CancellationToken cancellationToken)
    {
        var stamp = Stamp(folder);
        if (stamp is null || stamp == seen.GetValueOrDefault(folder))
        {
            return null;
        }

        while (true)
        {
            await Task.Delay(quiet, clock, cancellationToken);
            var now = Stamp(folder);
            if (now is null || now == stamp)
            {
                return now;
            }

            stamp = now;
        }
    }

    private static int? Stamp(string folder)
    {
        try
        {
            return PackageFolders.StampOf(folder);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(woken.WaitAsync(stop.Token), Task.Delay(every, clock, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}

using Tn.Platform;

namespace Tn.Content.Packages.Uploads;

/// <summary>Archives that wait between the plan and its confirmation, in the data folder; forgotten after a day.</summary>
internal sealed class PackageUploads(DataFolder folder, TimeProvider clock)
{
    public const int MaximumBytes = 30 * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Keeps an archive. Refused with <c>access.…</c>.</summary>
    /// <returns>What it is found by.</returns>
    public async Task<Outcome<Guid>> KeepAsync(Stream archive, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        Sweep();
        var id = Guid.NewGuid();
        await using var file = File.Create(PathOf(id));
        await archive.CopyToAsync(file, cancellationToken);
        return id;
    }

    /// <summary>Where an archive stands, or null when it is gone. Refused with <c>access.…</c>.</summary>
    public Outcome<string?> Find(Guid id, ActContext act)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        return File.Exists(PathOf(id)) ? PathOf(id) : null;
    }

    public void Drop(Guid id) => File.Delete(PathOf(id));

    private void Sweep()
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        foreach (var old in new DirectoryInfo(Root).EnumerateFiles("*.zip").Where(file => file.LastWriteTimeUtc < before))
        {
            old.Delete();
        }
    }

    private string Root => folder.Folder("paquets");

    // A number of our own making: nothing of what the visitor named.
    private string PathOf(Guid id) => Path.Combine(Root, $"{id:N}.zip");
}

namespace Tn.Testing;

/// <summary>
/// The demonstration, played once for all sites of a test process that begin with it: playing it costs a quarter of a minute,
/// copying it nothing. Sites on PostgreSQL, and those with a clock of their own, play it themselves.
/// </summary>
public static class Demonstration
{
    private static readonly Lazy<Task<string>> Played = new(PlayAsync);

    /// <summary>Puts the data of a site that has played it into a folder.</summary>
    public static async Task CopyToAsync(string folder)
    {
        var from = await Played.Value;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    private static async Task<string> PlayAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tn-demonstration-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using (await ChildSite.StartAsync(folder))
        {
            // Else every copy would do what follows from the demonstration anew.
            await new DataFile(folder).WaitUntilAllHasLeftAsync();
        }

        return folder;
    }
}

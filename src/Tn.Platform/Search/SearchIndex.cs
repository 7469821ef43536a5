using System.Globalization;
using Lucene.Net.Search;

namespace Tn.Platform.Search;

/// <summary>
/// This node's index: <c>index/&lt;generation&gt;</c> in the data folder; the file <c>index/current</c> names the one that answers.
/// </summary>
internal sealed class SearchIndex(DataFolder folder, TimeProvider clock) : IDisposable
{
    private readonly string root = folder.Folder("index");
    private Generation? current;

    /// <summary>The generation that answers, or null while there is none.</summary>
    public Generation? Current => Volatile.Read(ref current);

    /// <summary>True once a search met a broken index.</summary>
    public bool IsDistrusted { get; private set; }

    private string Pointer => Path.Combine(root, "current");

    /// <summary>True for what Lucene throws when bytes are missing or are not what they were.</summary>
    public static bool IsBrokenBy(Exception failure) => failure
        is IOException or ArgumentException or FormatException or IndexOutOfRangeException
        or InvalidOperationException or OverflowException or NotSupportedException;

    /// <summary>Reads the index, or answers null while there is none.</summary>
    public T? Read<T>(Func<IndexSearcher, T> read)
        where T : class
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return Current?.Read(read);
            }
            catch (ObjectDisposedException) when (tries < 3)
            {
                // A new generation took its place between the look and the reading.
            }
        }
    }

    /// <summary>Something is wrong with it: it is rebuilt at the next occasion.</summary>
    public void Distrust() => IsDistrusted = true;

    /// <summary>The path of the generation that should answer, or null when there is none.</summary>
    public string? PathOfCurrent()
    {
        if (!File.Exists(Pointer))
        {
            return null;
        }

        var path = PathOf(File.ReadAllText(Pointer).Trim());
        return Directory.Exists(path) ? path : null;
    }

    /// <summary>An empty generation, not yet answering.</summary>
    public Generation Begin() => Generation.Create(PathOf(clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Makes a generation the one that answers, now and at the next start, and clears away the others.</summary>
    public void Answer(Generation next)
    {
        var draft = Pointer + ".new";
        File.WriteAllText(draft, next.Name);
        File.Move(draft, Pointer, overwrite: true);
        IsDistrusted = false;
        Interlocked.Exchange(ref current, next)?.Dispose();
        foreach (var old in Directory.EnumerateDirectories(root).Where(path => Path.GetFileName(path) != next.Name))
        {
            TryDelete(old);
        }
    }

    public void Dispose() => Interlocked.Exchange(ref current, null)?.Dispose();

    // A name read from a file never leads out of the folder.
    private string PathOf(string name) => Path.Combine(root, Path.GetFileName(name) is { Length: > 0 } safe ? safe : "none");

    private static void TryDelete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (IOException)
        {
            // Still read by somebody: the next rebuild clears it.
        }
    }
}

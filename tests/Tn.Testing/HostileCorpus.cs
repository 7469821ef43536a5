using System.Text.Json;

namespace Tn.Testing;

/// <summary>What people try in every box that takes a text: scripts, links, styles, markup of other parsers, odd characters. Of our own making.</summary>
public static class HostileCorpus
{
    /// <summary>The host that every payload calls; nothing may ask it for anything.</summary>
    public const string Host = "mal.exemple";

    /// <summary>All payloads; each one calls <c>alert(1)</c> or <see cref="Host"/> when it works.</summary>
    public static IReadOnlyList<string> Payloads { get; } = Read();

    private static string[] Read()
    {
        using var file = typeof(HostileCorpus).Assembly.GetManifestResourceStream("hostile-corpus.json")!;
        return JsonSerializer.Deserialize<string[]>(file)!;
    }
}

using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tn.Certification.Tests.Credentials;

/// <summary>One thing to judge.</summary>
/// <param name="Kind"><c>document</c>, <c>list</c>, <c>token</c> or <c>canonical</c>, as in <c>peers/judge.mjs</c>.</param>
/// <param name="At">The instant at which it is checked.</param>
internal sealed record PeerCase(string Name, string Kind, string Text, DateTimeOffset At);

/// <param name="Told">Why it was refused, or what was asked for.</param>
internal sealed record PeerAnswer(string Name, bool Accepted, string? Told);

/// <summary>What the judges may read: the published documents, by address.</summary>
internal sealed record PeerWorld(JsonNode Did, JsonNode Jwks, IReadOnlyDictionary<string, JsonNode> Published);

/// <summary>Programs nobody here wrote, run by Node without a network.</summary>
internal static class Peers
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<PeerAnswer>> JudgeAsync(PeerWorld world, IReadOnlyList<PeerCase> cases)
    {
        var start = new ProcessStartInfo("node", "judge.mjs") { WorkingDirectory = Folder(), RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { world.Did, world.Jwks, world.Published, Cases = cases }, Web));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        var answers = JsonSerializer.Deserialize<List<PeerAnswer>>(await output, Web)!;
        Assert.Equal(cases.Select(one => one.Name), answers.Select(one => one.Name));
        return answers;
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "peers", "judge.mjs")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("peers/judge.mjs was not found above the tests."), "peers");
    }
}

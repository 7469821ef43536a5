using System.Diagnostics;
using System.Text.Json;

namespace Tn.Journey.Tests.Charter;

/// <param name="Told">Why it was refused.</param>
internal sealed record EvidenceAnswer(string Name, bool Accepted, string? Told);

/// <summary><c>peers/verify-evidence.mjs</c>: judges bundles by Node, openssl and pdfsig, with none of our code.</summary>
internal static class EvidencePeer
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<EvidenceAnswer>> JudgeAsync(string fingerprint, string? authority, IEnumerable<(string Name, string Folder)> cases)
    {
        var start = new ProcessStartInfo("node", "verify-evidence.mjs") { WorkingDirectory = Folder(), RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { fingerprint, authority, cases = cases.Select(one => new { one.Name, one.Folder }) }, Web));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<List<EvidenceAnswer>>(await output, Web)!;
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "peers", "verify-evidence.mjs")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine(folder?.FullName ?? throw new InvalidOperationException("peers/verify-evidence.mjs was not found above the tests."), "peers");
    }
}

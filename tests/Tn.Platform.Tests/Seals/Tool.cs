using System.Diagnostics;

namespace Tn.Platform.Tests.Seals;

/// <summary>What a program answered.</summary>
internal sealed record ToolAnswer(int ExitCode, string Output)
{
    /// <summary>The output of a program that must succeed.</summary>
    public string Done()
    {
        Assert.True(ExitCode == 0, Output);
        return Output;
    }
}

/// <summary>Programs of the distribution: openssl, pdfsig, qpdf.</summary>
internal static class Tool
{
    public static async Task<ToolAnswer> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ToolAnswer(process.ExitCode, output + await errors);
    }
}

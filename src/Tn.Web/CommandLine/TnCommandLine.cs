using System.CommandLine;
using System.Data.Common;
using Tn.Platform.CommandLine;

namespace Tn.Web.CommandLine;

/// <summary>The verbs. Without one, the site is served.</summary>
internal static class TnCommandLine
{
    /// <summary>Runs the verb named by the arguments.</summary>
    /// <returns>0 only when all went well.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build)
    {
        var (settings, rest) = Split(args);
        if (rest is [] or ["serve", ..])
        {
            await using var app = build([.. settings, .. rest.Skip(1)]);
            await Startup.PrepareAsync(app.Services, app.Lifetime.ApplicationStopping);
            await app.RunAsync();
            return 0;
        }

        await using var host = build([.. settings, .. HostArguments(rest)]);
        var root = new RootCommand("Transition Numérique : formation, certification et réseau.");
        root.Subcommands.Add(new Command("serve", "Sert le site (par défaut)."));
        var data = new Option<string?>("--data") { Description = "Dossier des données.", Recursive = true };
        root.Options.Add(data);
        foreach (var verb in host.Services.GetServices<IVerb>())
        {
            root.Subcommands.Add(verb.Describe(host.Services));
        }

        try
        {
            return await root.Parse(rest).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (DbException failure)
        {
            await Console.Error.WriteLineAsync($"La base ne répond pas ({failure.Message}). Lancez d’abord « migrate », ou vérifiez --data.");
            return 1;
        }
    }

    // « --data /x migrate » must migrate, not serve: settings before the verb are the host's, each with its value.
    private static (string[] Settings, string[] Verb) Split(string[] args)
    {
        var at = 0;
        while (at < args.Length && args[at].StartsWith('-') && args[at] is not ("--help" or "-h" or "-?" or "--version"))
        {
            at += args[at].Contains('=', StringComparison.Ordinal) ? 1 : 2;
        }

        at = Math.Min(at, args.Length);
        return (args[..at], args[at..]);
    }

    // Only what the host itself understands is passed on; the rest belongs to the verb.
    // A verb's answer stands alone on standard output, so that it can be read by a program: logs go to the other,
    // and what the database refused is told in a sentence, once.
    private static string[] HostArguments(string[] args)
    {
        string[] logs = ["--Logging:Console:LogToStandardErrorThreshold", "Trace", "--Logging:LogLevel:Microsoft.EntityFrameworkCore", "None"];
        var at = Array.IndexOf(args, "--data");
        return at >= 0 && at + 1 < args.Length ? ["--data", args[at + 1], .. logs] : logs;
    }
}

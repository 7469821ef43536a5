using System.CommandLine;
using Tn.Platform.CommandLine;

namespace Tn.Web.CommandLine;

/// <summary>The verbs. Without one, the site is served.</summary>
internal static class TnCommandLine
{
    /// <summary>Runs the verb named by the arguments.</summary>
    /// <returns>0 only when all went well.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> build)
    {
        var serve = args.Length == 0 || args[0] == "serve" || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));
        if (serve)
        {
            await using var app = build(args is ["serve", ..] ? args[1..] : args);
            await Startup.PrepareAsync(app.Services, app.Lifetime.ApplicationStopping);
            await app.RunAsync();
            return 0;
        }

        await using var host = build(HostArguments(args));
        var root = new RootCommand("Transition Numérique : formation, certification et réseau.");
        root.Subcommands.Add(new Command("serve", "Sert le site (par défaut)."));
        var data = new Option<string?>("--data") { Description = "Dossier des données.", Recursive = true };
        root.Options.Add(data);
        foreach (var verb in host.Services.GetServices<IVerb>())
        {
            root.Subcommands.Add(verb.Describe(host.Services));
        }

        return await root.Parse(args).InvokeAsync();
    }

    // Only what the host itself understands is passed on; the rest belongs to the verb.
    // A verb's answer stands alone on standard output, so that it can be read by a program: logs go to the other.
    private static string[] HostArguments(string[] args)
    {
        string[] logs = ["--Logging:Console:LogToStandardErrorThreshold", "Trace"];
        var at = Array.IndexOf(args, "--data");
        return at >= 0 && at + 1 < args.Length ? ["--data", args[at + 1], .. logs] : logs;
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;

namespace Tn.Platform.Search;

/// <summary><c>search rebuild</c>: a new index from the database; a running site takes it up within the minute.</summary>
internal sealed class SearchVerb : IVerb
{
    public Command Describe(IServiceProvider services)
    {
        var json = new Option<bool>("--json") { Description = "Écrit le résultat en JSON." };
        var rebuild = new Command("rebuild", "Reconstruit l’index de recherche depuis la base.") { json };
        rebuild.SetAction((parsed, cancellationToken) => RebuildAsync(services, parsed.GetValue(json), cancellationToken));
        return new Command("search", "L’index de recherche.") { rebuild };
    }

    private static async Task<int> RebuildAsync(IServiceProvider services, bool json, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var count = await services.GetRequiredService<SearchKeeper>().RebuildAsync(new CountLine("documents"), cancellationToken);
        CountLine.End();
        Console.Out.WriteLine(json
            ? JsonSerializer.Serialize(new { documents = count, seconds = Math.Round(watch.Elapsed.TotalSeconds, 1) }, TnJson.Options)
            : $"Index reconstruit : {Kernel.French.Count(count, "document", "documents")} en {watch.Elapsed.TotalSeconds:0.0} s.");
        return 0;
    }
}

using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;

namespace Tn.Journey.Path.Verify;

/// <summary><c>journey verify-chain</c>: exit code 0 only when every history holds.</summary>
internal sealed class VerifyChainVerb : IVerb
{
    public Command Describe(IServiceProvider services)
    {
        var json = new Option<bool>("--json") { Description = "Écrit le résultat en JSON." };
        var verify = new Command("verify-chain", "Vérifie que l’historique d’aucun dossier n’a été modifié.") { json };
        verify.SetAction((parsed, cancellationToken) => RunAsync(services, parsed.GetValue(json), Console.Out, cancellationToken));
        return new Command("journey", "Le parcours des consultants.") { verify };
    }

    internal static async Task<int> RunAsync(IServiceProvider services, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var verified = await scope.ServiceProvider.GetRequiredService<VerifyChain>().VerifyAsync(ActContext.System(now, "command"), cancellationToken);
        var report = verified.Value;
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(report, TnJson.Options));
            return report.Holds ? 0 : 1;
        }

        await output.WriteLineAsync($"{French.Count(report.Files, "dossier", "dossiers")}, {French.Count(report.Rows, "ligne d’historique", "lignes d’historique")}.");
        foreach (var broken in report.Broken)
        {
            await output.WriteLineAsync($"Dossier {broken.Number} : l’historique ne tient plus à partir de la ligne {broken.Ordinal}. Comparez avec une sauvegarde.");
        }

        foreach (var signature in report.BrokenSignatures)
        {
            await output.WriteLineAsync($"Signature {signature} : sa preuve a été modifiée. Comparez avec une sauvegarde.");
        }

        await output.WriteLineAsync(report.Holds ? "Tous les historiques tiennent." : "Au moins un historique a été modifié.");
        return report.Holds ? 0 : 1;
    }
}

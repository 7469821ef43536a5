using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Certification.Credentials.Keys;

/// <summary><c>credentials rotate-keys</c>: new keys sign from now on; exit code 0 only when they do.</summary>
internal sealed class RotateKeysVerb : IVerb
{
    public Command Describe(IServiceProvider services)
    {
        var json = new Option<bool>("--json") { Description = "Écrit le résultat en JSON." };
        var rotate = new Command("rotate-keys", "Met en service de nouvelles clés de signature ; ce qui est déjà signé reste vérifiable.") { json };
        rotate.SetAction((parsed, cancellationToken) => RunAsync(services, parsed.GetValue(json), Console.Out, cancellationToken));
        return new Command("credentials", "Les certificats numériques signés.") { rotate };
    }

    internal static async Task<int> RunAsync(IServiceProvider services, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var rotated = await scope.ServiceProvider.GetRequiredService<RotateKeys>().RotateAsync(ActContext.System(now, "command"), cancellationToken);
        var sentence = rotated.IsRefused(out var refusal)
            ? scope.ServiceProvider.GetRequiredService<Sentences>().Of(refusal)
            : $"Clés en service : {string.Join(", ", rotated.Value)}. Les précédentes vérifient toujours ce qu’elles ont signé.";
        await output.WriteLineAsync(json
            ? JsonSerializer.Serialize(new { rotated = rotated.IsDone, keys = rotated.IsDone ? rotated.Value : [], sentence }, TnJson.Options)
            : sentence);
        return rotated.IsDone ? 0 : 1;
    }
}

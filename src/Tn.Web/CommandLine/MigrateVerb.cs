using System.CommandLine;
using System.Text.Json;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;

namespace Tn.Web.CommandLine;

/// <summary><c>migrate</c>: brings the database up to date and stops.</summary>
internal sealed class MigrateVerb : IVerb
{
    public Command Describe(IServiceProvider services)
    {
        var json = new Option<bool>("--json") { Description = "Écrit le résultat en JSON." };
        var command = new Command("migrate", "Met la base de données à jour, puis s’arrête.") { json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var created = await Startup.MigrateAsync(services, cancellationToken);
            await PutInPlaceAsync(services, cancellationToken);
            Console.WriteLine(parse.GetValue(json)
                ? JsonSerializer.Serialize(new { created, upToDate = true }, TnJson.Options)
                : created ? "La base a été créée." : "La base est à jour.");
            return 0;
        });
        return command;
    }

    // The founding rules and keys, which other verbs need too. What a preparation says (the first administrator's address) goes beside the answer.
    private static async Task PutInPlaceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var answer = Console.Out;
        Console.SetOut(Console.Error);
        try
        {
            await Startup.PutInPlaceAsync(services, cancellationToken);
        }
        finally
        {
            Console.SetOut(answer);
        }
    }
}

using System.CommandLine;
using System.Text.Json;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;

namespace Tn.Web.CommandLine;

/// <summary><c>doctor</c>: checks what the site stands on, and says what to do.</summary>
internal sealed class DoctorVerb : IVerb
{
    public Command Describe(IServiceProvider services)
    {
        var json = new Option<bool>("--json") { Description = "Écrit le résultat en JSON." };
        var command = new Command("doctor", "Vérifie la configuration, la base, l’index, le disque, le courrier et l’horloge.") { json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var scope = services.CreateAsyncScope();
            var findings = new List<HealthFinding>();
            foreach (var check in HealthChecksOfTheSite.All)
            {
                findings.Add(await check(scope.ServiceProvider, cancellationToken));
            }

            if (parse.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { healthy = findings.TrueForAll(finding => finding.IsGood), findings }, TnJson.Options));
            }
            else
            {
                findings.ForEach(finding => Console.WriteLine($"{(finding.IsGood ? "✓" : "✗")} {finding.Subject} : {finding.Sentence}"));
            }

            return findings.TrueForAll(finding => finding.IsGood) ? 0 : 1;
        });
        return command;
    }
}

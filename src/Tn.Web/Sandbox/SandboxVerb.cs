using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Web.Sandbox;

/// <summary><c>sandbox --months 12</c>: what the months to come would bring if nobody acted.</summary>
internal sealed class SandboxVerb : IVerb
{
    public Command Describe(IServiceProvider services)
    {
        var months = new Option<int>("--months") { Description = $"Combien de mois, de 1 à {AdvanceClock.MostMonths}.", DefaultValueFactory = _ => 12 };
        var json = new Option<bool>("--json") { Description = "Écrit le résultat en JSON." };
        var command = new Command("sandbox", "Avance l’horloge d’une copie des données, et dit mois par mois ce qui arriverait si personne n’agissait.") { months, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(months) is < 1 or > AdvanceClock.MostMonths)
            {
                result.AddError($"--months va de 1 à {AdvanceClock.MostMonths}.");
            }
        });
        command.SetAction(async (parse, cancellationToken) =>
        {
            var report = await services.GetRequiredService<AdvanceClock>().LookAsync(parse.GetValue(months), new Silent(), cancellationToken);
            Console.WriteLine(parse.GetValue(json) ? JsonSerializer.Serialize(report, TnJson.Options) : Written(report, services.GetRequiredService<Sentences>()));
            return report.Troubles.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static string Written(SandboxReport report, Sentences sentences) => string.Join(Environment.NewLine, report.Months.Select(month =>
        string.Create(CultureInfo.InvariantCulture, $"{month.First:yyyy-MM} : {string.Join(", ", month.Counts.Select(one => $"{sentences.Of(one.What)} {one.Count}"))}")));

    private sealed class Silent : IProgress<SandboxProgress>
    {
        public void Report(SandboxProgress value)
        {
        }
    }
}

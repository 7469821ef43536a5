using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Platform.CommandLine;

/// <summary>Adds trial data in number, deterministic. Each module brings its own.</summary>
public interface ISeeder
{
    /// <summary>Adds so many more; tells how many are done.</summary>
    Task SeedAsync(int count, IProgress<int> progress, CancellationToken cancellationToken);
}

/// <summary>An option of <c>seed</c> and who answers it.</summary>
internal sealed record SeedPlan(string Option, string Description, Func<IServiceProvider, ISeeder> Seeder);

/// <summary>Registers seeders.</summary>
public static class Seeding
{
    /// <summary>Adds an option such as <c>--advisors</c> to the verb <c>seed</c>.</summary>
    public static IServiceCollection AddSeeder<TSeeder>(this IServiceCollection services, string option, string description)
        where TSeeder : class, ISeeder
    {
        services.AddScoped<TSeeder>();
        return services.AddSingleton(new SeedPlan(option, description, scope => scope.GetRequiredService<TSeeder>()));
    }
}

/// <summary><c>seed --advisors N --consultants N …</c>: data for trials and load tests, then one rebuild of the index.</summary>
internal sealed class SeedVerb : IVerb
{
    public Command Describe(IServiceProvider services)
    {
        var json = new Option<bool>("--json") { Description = "Écrit le résultat en JSON." };
        var knowing = new Option<bool>("--i-know") { Description = "Accepte d’écrire des données d’essai en production." };
        var command = new Command("seed", "Ajoute des données d’essai, toujours les mêmes.") { json, knowing };
        var counts = services.GetServices<SeedPlan>().Select(plan => (Plan: plan, Option: new Option<int>(plan.Option) { Description = plan.Description })).ToList();
        counts.ForEach(count => command.Options.Add(count.Option));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (services.GetRequiredService<IHostEnvironment>().IsProduction() && !parsed.GetValue(knowing))
            {
                await Console.Error.WriteLineAsync("Ce site est en production : rien n’est inventé ici. Pour un essai de charge, ajoutez --i-know.");
                return 1;
            }

            return await SeedAsync(services, [.. counts.Select(count => (count.Plan, parsed.GetValue(count.Option)))], parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> SeedAsync(IServiceProvider services, IReadOnlyList<(SeedPlan Plan, int Count)> wanted, bool json, CancellationToken cancellationToken)
    {
        if (wanted.All(one => one.Count == 0) || wanted.Any(one => one.Count is < 0 or > 1_000_000))
        {
            await Console.Error.WriteLineAsync($"Dites combien, de 1 à 1 000 000 : {string.Join(", ", wanted.Select(one => $"{one.Plan.Option} N"))}.");
            return 1;
        }

        var watch = Stopwatch.StartNew();
        foreach (var (plan, count) in wanted.Where(one => one.Count > 0))
        {
            await using var scope = services.CreateAsyncScope();
            await plan.Seeder(scope.ServiceProvider).SeedAsync(count, new CountLine($"{plan.Option[2..]} sur {count}"), cancellationToken);
        }

        var documents = await services.GetRequiredService<SearchKeeper>().RebuildAsync(new CountLine("documents indexés"), cancellationToken);
        CountLine.End();
        var added = wanted.ToDictionary(one => one.Plan.Option[2..], one => one.Count);
        Console.Out.WriteLine(json
            ? JsonSerializer.Serialize(new { added, documents, seconds = Math.Round(watch.Elapsed.TotalSeconds, 1) }, TnJson.Options)
            : $"Ajouté : {string.Join(", ", added.Select(pair => $"{pair.Value} {pair.Key}"))} ; {documents} documents dans l’index ; {watch.Elapsed.TotalSeconds:0.0} s.");
        return 0;
    }
}

using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Recipes;
using Tn.Content.Rendering;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Content.Commands;

/// <summary><c>recipes export</c> and <c>recipes import</c>: Orchard Core recipes.</summary>
internal sealed class RecipesVerb(TimeProvider clock) : IVerb
{
    private readonly Argument<string> file = new("fichier") { Description = "Recette, au format JSON d’Orchard Core." };
    private readonly Option<bool> json = new("--json") { Description = "Écrit le résultat en JSON." };

    public Command Describe(IServiceProvider services)
    {
        var export = new Command("export", "Écrit les types et tous les documents comme une recette.") { file, json };
        export.SetAction((parsed, cancellationToken) => RunAsync(services, parsed.GetValue(json), scope => ExportAsync(scope, parsed.GetValue(file)!, cancellationToken)));
        var import = new Command("import", "Importe les documents d’une recette : des brouillons, et la relecture pour ceux qui veulent être publics. N’évalue rien.") { file, json };
        import.SetAction((parsed, cancellationToken) => RunAsync(services, parsed.GetValue(json), scope => ImportAsync(scope, parsed.GetValue(file)!, cancellationToken)));
        return new Command("recipes", "Recettes d’Orchard Core.") { export, import };
    }

    private async Task<Answer> ExportAsync(IServiceProvider scope, string file, CancellationToken cancellationToken)
    {
        var outcome = await scope.GetRequiredService<ExportRecipe>().ExportAsync(Act, cancellationToken);
        if (outcome.IsRefused(out var refusal))
        {
            return Answer.Refused(scope, refusal, []);
        }

        await File.WriteAllBytesAsync(file, outcome.Value, cancellationToken);
        return new Answer(true, $"{file} : {outcome.Value.Length / 1024} ko.", new { bytes = outcome.Value.Length }, []);
    }

    private async Task<Answer> ImportAsync(IServiceProvider scope, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file) || new FileInfo(file).Length > RecipeReader.MaximumBytes)
        {
            return new Answer(false, File.Exists(file) ? $"{file} dépasse {RecipeReader.MaximumBytes / 1024 / 1024} Mo." : $"{file} n’existe pas.", null, []);
        }

        var recipe = await scope.GetRequiredService<RecipeReader>().ReadAsync(await File.ReadAllBytesAsync(file, cancellationToken), file, cancellationToken);
        var outcome = await scope.GetRequiredService<ImportRecipe>().ImportAsync(recipe, Act, cancellationToken);
        return outcome.IsRefused(out var refusal)
            ? Answer.Refused(scope, refusal, recipe.Findings)
            : new Answer(true, $"Nouveaux : {outcome.Value.Created}. Nouvelles versions : {outcome.Value.Updated}. Inchangés : {outcome.Value.Unchanged}. Envoyés en relecture : {French.Count(outcome.Value.Submissions, "soumission", "soumissions")}.", outcome.Value, recipe.Findings);
    }

    private ActContext Act => ActContext.System(clock.GetUtcNow(), "command");

    private static async Task<int> RunAsync(IServiceProvider services, bool asJson, Func<IServiceProvider, Task<Answer>> work)
    {
        await using var scope = services.CreateAsyncScope();
        Answer answer;
        try
        {
            answer = await work(scope.ServiceProvider);
        }
        catch (DbException)
        {
            answer = new Answer(false, "La base n’est pas prête. Lancez d’abord « migrate ».", null, []);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            answer = new Answer(false, $"Le fichier ne peut pas être lu ou écrit : {unreadable.Message}", null, []);
        }

        if (asJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new { done = answer.IsDone, result = answer.Result, trouble = answer.IsDone ? null : answer.Sentence, findings = answer.Findings.Select(finding => new { finding.File, finding.Line, severity = finding.SeverityName, finding.Message }) },
                TnJson.Options));
        }
        else
        {
            answer.Findings.ToList().ForEach(Console.Out.WriteLine);
            (answer.IsDone ? Console.Out : Console.Error).WriteLine(answer.Sentence);
        }

        return answer.IsDone ? 0 : 1;
    }

    private sealed record Answer(bool IsDone, string Sentence, object? Result, IReadOnlyList<Finding> Findings)
    {
        public static Answer Refused(IServiceProvider scope, Refusal refusal, IReadOnlyList<Finding> findings) =>
            new(false, scope.GetRequiredService<Sentences>().Of(refusal), null, findings);
    }
}

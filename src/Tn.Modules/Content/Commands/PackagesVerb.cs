using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Packages;
using Tn.Content.Packages.Install;
using Tn.Content.Rendering;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Content.Commands;

/// <summary><c>packages validate</c> and <c>packages install</c>.</summary>
internal sealed class PackagesVerb(TimeProvider clock) : IVerb
{
    private readonly Argument<string> path = new("chemin") { Description = "Dossier ou archive zip du paquet." };
    private readonly Option<bool> json = new("--json") { Description = "Écrit le résultat en JSON." };
    private readonly Option<string?> author = new("--author") { Description = "Adresse du compte au nom duquel le paquet est soumis." };

    public Command Describe(IServiceProvider services)
    {
        var validate = new Command("validate", "Vérifie un paquet de contenu sans rien installer.") { path, json };
        validate.SetAction((parsed, cancellationToken) => ValidateAsync(services, parsed.GetValue(path)!, parsed.GetValue(json), cancellationToken));
        var install = new Command("install", "Installe un paquet : ce qui est nouveau ou changé part en relecture.") { path, json, author };
        install.SetAction((parsed, cancellationToken) => InstallAsync(services, parsed.GetValue(path)!, parsed.GetValue(author), parsed.GetValue(json), cancellationToken));
        return new Command("packages", "Paquets de contenu : cours, banques, chartes, pages, supports, webinaires.") { validate, install };
    }

    private static async Task<int> ValidateAsync(IServiceProvider services, string path, bool asJson, CancellationToken cancellationToken)
    {
        var package = await ReadAsync(services, path, asJson, cancellationToken);
        Report(package, null, null, asJson);
        return package.IsValid ? 0 : 1;
    }

    private async Task<int> InstallAsync(IServiceProvider services, string path, string? email, bool asJson, CancellationToken cancellationToken)
    {
        var package = await ReadAsync(services, path, asJson, cancellationToken);
        if (!package.IsValid)
        {
            Report(package, null, null, asJson);
            return 1;
        }

        await using var scope = services.CreateAsyncScope();
        try
        {
            var person = email is null ? null : await scope.ServiceProvider.GetRequiredService<IPeople>().FindByEmailAsync(email, cancellationToken);
            if (email is not null && person is null)
            {
                Report(package, null, $"Aucun compte n’a l’adresse {email}.", asJson);
                return 1;
            }

            var act = ActContext.System(clock.GetUtcNow(), "command");
            var outcome = await scope.ServiceProvider.GetRequiredService<InstallPackage>().InstallAsync(package, person, act, cancellationToken);
            if (outcome.IsRefused(out var refusal))
            {
                Report(package, null, services.GetRequiredService<Sentences>().Of(refusal), asJson);
                return 1;
            }

            Report(package, outcome.Value, null, asJson);
            return outcome.Value.Conflicts.Count == 0 ? 0 : 2;
        }
        catch (DbException)
        {
            Report(package, null, "La base n’est pas prête. Lancez d’abord « migrate ».", asJson);
            return 1;
        }
    }

    private static async Task<PackageContents> ReadAsync(IServiceProvider services, string path, bool quiet, CancellationToken cancellationToken)
    {
        using var bar = new ProgressBar(quiet);
        return await services.GetRequiredService<PackageReader>().ReadAsync(path, cancellationToken, bar);
    }

    private static void Report(PackageContents package, InstallReport? installed, string? trouble, bool asJson)
    {
        var findings = package.Findings.Concat(installed?.Conflicts ?? []).ToList();
        if (asJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(Summary(package, installed, trouble, findings), TnJson.Options));
            return;
        }

        foreach (var finding in findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line))
        {
            Console.Out.WriteLine(finding);
        }

        if (trouble is not null)
        {
            Console.Error.WriteLine(trouble);
        }

        if (package.Manifest is { } manifest)
        {
            Console.Out.WriteLine(
                $"{manifest.Id} {manifest.Version} : {French.Count(package.Documents.Count, "document", "documents")}, {French.Count(package.Questions, "question", "questions")}, " +
                $"{French.Count(findings.Count(one => one.Severity == Severity.Error), "erreur", "erreurs")}, {French.Count(findings.Count(one => one.Severity == Severity.Warning), "avertissement", "avertissements")}.");
        }

        if (installed is not null)
        {
            Console.Out.WriteLine($"Nouveaux : {installed.Created}. Mis à jour : {installed.Updated}. Inchangés : {installed.Unchanged}. Conflits : {installed.Conflicts.Count}. Envoyés en relecture : {French.Count(installed.Submissions, "soumission", "soumissions")}.");
        }
    }

    private static object Summary(PackageContents package, InstallReport? installed, string? trouble, List<Finding> findings) => new
    {
        package = package.Manifest?.Id,
        version = package.Manifest?.Version,
        valid = package.IsValid,
        documents = package.Documents.CountBy(document => document.ContentType).ToDictionary(),
        questions = package.Questions,
        installed = installed is null ? null : new { installed.Created, installed.Updated, installed.Unchanged, conflicts = installed.Conflicts.Count, installed.Submissions },
        trouble,
        findings = findings.Select(finding => new { finding.File, finding.Line, severity = finding.SeverityName, finding.Message }),
    };

    /// <summary>A bar on a terminal, nothing elsewhere; on the error stream, so that the result can be piped.</summary>
    private sealed class ProgressBar(bool quiet) : IProgress<PackageProgress>, IDisposable
    {
        private const int Width = 30;
        private readonly bool shown = !quiet && !Console.IsErrorRedirected;

        public void Report(PackageProgress value)
        {
            if (shown)
            {
                var full = Width * value.Done / Math.Max(1, value.Total);
                Console.Error.Write($"\r[{new string('#', full)}{new string('.', Width - full)}] {value.Done}/{value.Total}");
            }
        }

        public void Dispose()
        {
            if (shown)
            {
                Console.Error.Write($"\r{new string(' ', Width + 20)}\r");
            }
        }
    }
}

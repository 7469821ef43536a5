using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Packages;
using Tn.Content.Packages.Export;
using Tn.Content.Packages.Install;
using Tn.Content.Packages.Uninstall;
using Tn.Content.Packages.Upgrade;
using Tn.Content.Rendering;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Content.Commands;

/// <summary><c>packages validate|plan|install|uninstall|export</c>.</summary>
internal sealed class PackagesVerb(TimeProvider clock) : IVerb
{
    private readonly Argument<string> path = new("chemin") { Description = "Dossier ou archive zip du paquet." };
    private readonly Option<bool> json = new("--json") { Description = "Écrit le résultat en JSON." };
    private readonly Option<string?> author = new("--author") { Description = "Adresse du compte au nom duquel le paquet est soumis." };

    public Command Describe(IServiceProvider services)
    {
        var validate = new Command("validate", "Vérifie un paquet de contenu sans rien installer.") { path, json };
        validate.SetAction((parsed, cancellationToken) => ValidateAsync(services, parsed.GetValue(path)!, parsed.GetValue(json), cancellationToken));
        var plan = new Command("plan", "Dit ce qu’installer changerait : nouveau, modifié, en conflit, retiré. N’écrit rien.") { path, json };
        plan.SetAction((parsed, cancellationToken) => PlanAsync(services, parsed.GetValue(path)!, parsed.GetValue(json), cancellationToken));
        var install = new Command("install", "Installe un paquet : ce qui est nouveau ou changé part en relecture.") { path, json, author };
        install.SetAction((parsed, cancellationToken) => InstallAsync(services, parsed.GetValue(path)!, parsed.GetValue(author), parsed.GetValue(json), cancellationToken));
        return new Command("packages", "Paquets de contenu : cours, banques, chartes, pages, supports, webinaires.") { validate, plan, install, Uninstall(services), Export(services) };
    }

    private Command Uninstall(IServiceProvider services)
    {
        var id = new Argument<string>("paquet") { Description = "Identifiant du paquet, par exemple tn.presence-en-ligne." };
        var command = new Command("uninstall", "Retire un paquet du site en archivant ; rien de ce qu’un apprenant a suivi ne disparaît.") { id, json };
        command.SetAction((parsed, cancellationToken) => WithDatabaseAsync(
            services,
            parsed.GetValue(json),
            async scope =>
            {
                var outcome = await scope.GetRequiredService<UninstallPackage>().UninstallAsync(parsed.GetValue(id)!, Act, cancellationToken);
                return outcome.IsRefused(out var refusal)
                    ? Refused(services, refusal, parsed.GetValue(json))
                    : Done(parsed.GetValue(json), new { archived = outcome.Value }, $"{French.Count(outcome.Value, "document retiré", "documents retirés")} du site.");
            }));
        return command;
    }

    private Command Export(IServiceProvider services)
    {
        var to = new Argument<string>("sortie") { Description = "Dossier à créer, ou archive .zip." };
        var package = new Option<string?>("--package") { Description = "Identifiant d’un paquet installé." };
        var course = new Option<string?>("--course") { Description = "Adresse d’un cours, par exemple etre-trouve-et-choisi." };
        var command = new Command("export", "Écrit un paquet installé, un cours ou tout le contenu comme un paquet.") { to, package, course, json };
        command.SetAction((parsed, cancellationToken) => WithDatabaseAsync(
            services,
            parsed.GetValue(json),
            async scope =>
            {
                var target = parsed.GetValue(to)!;
                var asJson = parsed.GetValue(json);
                if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
                {
                    return Trouble($"{target} existe déjà : rien n’est écrasé. Donnez un autre nom.", asJson);
                }

                var wish = new ExportWish(parsed.GetValue(package), parsed.GetValue(course));
                var outcome = await scope.GetRequiredService<ExportPackage>().ExportAsync(wish, Act, cancellationToken);
                if (outcome.IsRefused(out var refusal))
                {
                    return Refused(services, refusal, asJson);
                }

                try
                {
                    ExportPackage.Save(outcome.Value, target);
                }
                catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
                {
                    return Trouble($"{target} : {unwritable.Message}", asJson);
                }

                return Done(asJson, new { package = outcome.Value.Manifest.Id, outcome.Value.Manifest.Version, files = outcome.Value.Files.Keys }, $"{French.Count(outcome.Value.Files.Count, "fichier écrit", "fichiers écrits")} dans {target}.");
            }));
        return command;
    }

    private static async Task<int> ValidateAsync(IServiceProvider services, string path, bool asJson, CancellationToken cancellationToken)
    {
        var package = await ReadAsync(services, path, asJson, cancellationToken);
        Report(package, null, null, asJson);
        return package.IsValid ? 0 : 1;
    }

    private async Task<int> PlanAsync(IServiceProvider services, string path, bool asJson, CancellationToken cancellationToken)
    {
        var package = await ReadAsync(services, path, asJson, cancellationToken);
        if (!package.IsValid)
        {
            Report(package, null, null, asJson);
            return 1;
        }

        return await WithDatabaseAsync(services, asJson, async scope =>
        {
            var outcome = await scope.GetRequiredService<PlanPackage>().PlanAsync(package, Act, cancellationToken);
            return outcome.IsRefused(out var refusal) ? Refused(services, refusal, asJson) : Done(asJson, Summary(outcome.Value), Sentence(services, outcome.Value));
        });
    }

    private async Task<int> InstallAsync(IServiceProvider services, string path, string? email, bool asJson, CancellationToken cancellationToken)
    {
        var package = await ReadAsync(services, path, asJson, cancellationToken);
        if (!package.IsValid)
        {
            Report(package, null, null, asJson);
            return 1;
        }

        return await WithDatabaseAsync(services, asJson, async scope =>
        {
            var person = email is null ? null : await scope.GetRequiredService<IPeople>().FindByEmailAsync(email, cancellationToken);
            if (email is not null && person is null)
            {
                Report(package, null, $"Aucun compte n’a l’adresse {email}.", asJson);
                return 1;
            }

            using var bar = new ProgressBar(asJson);
            var outcome = await scope.GetRequiredService<InstallPackage>().InstallAsync(package, person, Act, cancellationToken, bar);
            if (outcome.IsRefused(out var refusal))
            {
                Report(package, null, services.GetRequiredService<Sentences>().Of(refusal), asJson);
                return 1;
            }

            Report(package, outcome.Value, null, asJson);
            return outcome.Value.Conflicts.Count == 0 ? 0 : 2;
        });
    }

    private ActContext Act => ActContext.System(clock.GetUtcNow(), "command");

    private static async Task<int> WithDatabaseAsync(IServiceProvider services, bool asJson, Func<IServiceProvider, Task<int>> work)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            return await work(scope.ServiceProvider);
        }
        catch (DbException)
        {
            return Trouble("La base n’est pas prête. Lancez d’abord « migrate ».", asJson);
        }
    }

    private static async Task<PackageContents> ReadAsync(IServiceProvider services, string path, bool quiet, CancellationToken cancellationToken)
    {
        using var bar = new ProgressBar(quiet);
        return await services.GetRequiredService<PackageReader>().ReadAsync(path, cancellationToken, bar);
    }

    private static int Refused(IServiceProvider services, Refusal refusal, bool asJson) => Trouble(services.GetRequiredService<Sentences>().Of(refusal), asJson);

    private static int Trouble(string sentence, bool asJson)
    {
        if (asJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { trouble = sentence }, TnJson.Options));
        }
        else
        {
            Console.Error.WriteLine(sentence);
        }

        return 1;
    }

    private static int Done(bool asJson, object summary, string sentence)
    {
        Console.Out.WriteLine(asJson ? JsonSerializer.Serialize(summary, TnJson.Options) : sentence);
        return 0;
    }

    private static object Summary(PackagePlan plan) => new
    {
        package = plan.Manifest.Id,
        version = plan.Manifest.Version,
        installed = plan.InstalledVersion,
        counts = Enum.GetValues<PlanKind>().ToDictionary(kind => kind, plan.Count),
        medias = plan.Medias.Select(line => new { line.Kind, line.Media.Path, line.Media.MediaId, line.Media.Length }),
        lines = plan.Lines.Where(line => line.Kind != PlanKind.Unchanged).Select(line => new { line.Kind, line.Path, line.Title, line.ItemId, type = line.ContentType }),
    };

    private static string Sentence(IServiceProvider services, PackagePlan plan)
    {
        var sentences = services.GetRequiredService<Sentences>();
        var lines = plan.Lines.Where(line => line.Kind != PlanKind.Unchanged).Select(line => $"{line.Path}: {sentences.Of(PackageWords.KeyOf(line.Kind))} : {line.Title}");
        var installed = plan.InstalledVersion is { } version ? $"version installée {version}" : "pas encore installé";
        var medias = plan.Medias.Select(line => $"{line.Media.Path}: {sentences.Of(PackageWords.KeyOf(line.Kind))}");
        return string.Join(Environment.NewLine, [.. medias, .. lines, $"{plan.Manifest.Id} {plan.Manifest.Version} ({installed}) : {PackageWords.Count(plan, services.GetRequiredService<Texts>())}"]);
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
            Console.Out.WriteLine($"Nouveaux : {installed.Created}. Mis à jour : {installed.Updated}. Inchangés : {installed.Unchanged}. Retirés : {installed.Removed}. De nouveau proposés : {installed.Restored}. Conflits : {installed.Conflicts.Count}. Images et fichiers : {installed.Medias}. Envoyés en relecture : {French.Count(installed.Submissions, "soumission", "soumissions")}.");
        }
    }

    private static object Summary(PackageContents package, InstallReport? installed, string? trouble, List<Finding> findings) => new
    {
        package = package.Manifest?.Id,
        version = package.Manifest?.Version,
        valid = package.IsValid,
        documents = package.Documents.CountBy(document => document.ContentType).ToDictionary(),
        questions = package.Questions,
        medias = package.Medias.Count,
        installed = installed is null ? null : new { installed.Created, installed.Updated, installed.Unchanged, installed.Removed, installed.Restored, installed.Medias, conflicts = installed.Conflicts.Count, installed.Submissions },
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

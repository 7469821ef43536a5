using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Packages.Files;
using Tn.Content.Questions;
using Tn.Content.Rendering;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;

namespace Tn.Content.Commands;

/// <summary><c>questions check</c>: reads a bank, counts, and says what is wrong with it.</summary>
internal sealed class QuestionsVerb : IVerb
{
    private readonly Argument<string> path = new("fichier") { Description = "Banque de questions." };
    private readonly Option<string> format = new("--format") { Description = "Format du fichier : gift.", DefaultValueFactory = _ => "gift" };
    private readonly Option<bool> json = new("--json") { Description = "Écrit le résultat en JSON." };

    public Command Describe(IServiceProvider services)
    {
        var check = new Command("check", "Lit une banque de questions et dit ce qui est à corriger.") { path, format, json };
        check.SetAction(parsed => Check(services, parsed.GetValue(path)!, parsed.GetValue(format)!, parsed.GetValue(json)));
        return new Command("questions", "Banques de questions.") { check };
    }

    private static int Check(IServiceProvider services, string path, string format, bool asJson)
    {
        var findings = new Findings(path);
        var read = format == "gift" ? Read(services, path, findings) : null;
        if (format != "gift")
        {
            findings.Error(0, $"Le format « {format} » n’est pas pris en charge ; il peut être « gift ».");
        }

        Report(read?.Questions ?? [], findings, asJson);
        return findings.HasError ? 1 : 0;
    }

    private static GiftResult? Read(IServiceProvider services, string path, Findings findings)
    {
        if (!File.Exists(path))
        {
            findings.Error(0, "Ce fichier n’existe pas.");
            return null;
        }

        if (new FileInfo(path).Length > PackageLimits.FileBytes)
        {
            findings.Error(0, $"Le fichier dépasse {PackageLimits.FileBytes / 1024 / 1024} Mo.");
            return null;
        }

        var one = new PackageFiles(new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [path] = File.ReadAllBytes(path) });
        if (one.Text(path, findings) is not { } text)
        {
            return null;
        }

        var read = services.GetRequiredService<GiftReader>().Read(text, path, 1);
        findings.Add(read.Findings);
        findings.Add(QuestionLint.Bank(read.Questions, path));
        return read;
    }

    private static void Report(IReadOnlyList<GiftQuestion> questions, Findings findings, bool asJson)
    {
        var kinds = questions.CountBy(question => question.Question.Kind.ToString()).ToDictionary();
        if (asJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new { valid = !findings.HasError, questions = questions.Count, kinds, findings = findings.All.Select(finding => new { finding.File, finding.Line, severity = finding.SeverityName, finding.Message }) },
                TnJson.Options));
            return;
        }

        foreach (var finding in findings.All)
        {
            Console.Out.WriteLine(finding);
        }

        Console.Out.WriteLine($"{French.Count(questions.Count, "question", "questions")}, {French.Count(findings.All.Count, "remarque", "remarques")}.");
    }
}

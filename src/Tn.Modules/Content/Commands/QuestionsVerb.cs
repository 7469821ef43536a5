using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Questions;
using Tn.Content.Questions.Files;
using Tn.Content.Rendering;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;

namespace Tn.Content.Commands;

/// <summary><c>questions check</c> reads question files and says what is wrong; <c>questions convert</c> writes them in another format.</summary>
internal sealed class QuestionsVerb : IVerb
{
    private const int MostFiles = 2000;
    private static readonly string[] Extensions = [".gift", ".xml", ".txt", ".csv"];

    private readonly Argument<string> path = new("chemin") { Description = "Fichier de questions, ou dossier qui en contient." };
    private readonly Option<string?> format = new("--format") { Description = "Format des fichiers : gift, moodle-xml, aiken, csv. Trouvé d’après le contenu s’il n’est pas dit." };
    private readonly Option<bool> json = new("--json") { Description = "Écrit le résultat en JSON." };

    public Command Describe(IServiceProvider services)
    {
        var check = new Command("check", "Lit des questions et dit ce qui est refusé, ce qui est perdu et ce qui est à corriger.") { path, format, json };
        check.SetAction(parsed => Check(services, parsed.GetValue(path)!, parsed.GetValue(format), parsed.GetValue(json)));
        var from = new Argument<string>("fichier") { Description = "Fichier de questions à lire." };
        var to = new Argument<string>("sortie") { Description = "Fichier à écrire : .gift ou .xml (Moodle XML)." };
        var convert = new Command("convert", "Écrit un fichier de questions en GIFT ou en Moodle XML, et dit ce qui est perdu.") { from, to, format, json };
        convert.SetAction(parsed => Convert(services, parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(format), parsed.GetValue(json)));
        return new Command("questions", "Banques de questions.") { check, convert };
    }

    private static int Check(IServiceProvider services, string path, string? format, bool asJson)
    {
        var (files, trouble) = Find(path);
        var read = files.Select(file => (File: file, Read: Read(services, file, format))).ToList();
        var findings = trouble.Concat(read.SelectMany(one => one.Read.Findings.Concat(QuestionLint.Bank(one.Read.Asked, one.File, isBank: false)))).ToList();
        var losses = read.SelectMany(one => one.Read.Losses).ToList();
        var valid = findings.TrueForAll(finding => finding.Severity != Severity.Error);
        var items = read.SelectMany(one => one.Read.Items).ToList();
        var kinds = items.CountBy(item => item.Kind.ToString()).ToDictionary();
        if (asJson)
        {
            Print(new
            {
                valid,
                files = read.Select(one => new { file = one.File, format = NameOf(one.Read.Format), one.Read.Encoding, questions = one.Read.Items.Count, askable = one.Read.Asked.Count }),
                questions = items.Count,
                askable = read.Sum(one => one.Read.Asked.Count),
                kinds,
                findings = findings.Select(Line),
                losses = losses.Select(Line),
            });
        }
        else
        {
            findings.Concat(losses).ToList().ForEach(Console.Out.WriteLine);
            Console.Out.WriteLine($"{French.Count(items.Count, "question", "questions")}, dont {read.Sum(one => one.Read.Asked.Count)} que le site peut poser ; {French.Count(findings.Count, "remarque", "remarques")}, {French.Count(losses.Count, "perte", "pertes")}.");
        }

        return valid ? 0 : 1;
    }

    private static int Convert(IServiceProvider services, string from, string to, string? format, bool asJson)
    {
        var read = Read(services, from, format);
        var losses = new Findings(from);
        var findings = new Findings(to);
        var text = Path.GetExtension(to).ToLowerInvariant() switch
        {
            ".gift" or ".txt" => GiftWriter.Write(read.Items, losses),
            ".xml" => MoodleXmlWriter.Write(read.Items, losses),
            _ => null,
        };
        if (text is null)
        {
            findings.Error(0, "Le nom du fichier à écrire doit finir par .gift ou .xml.");
        }

        var written = text is not null && read.Items.Count > 0 && Write(to, text, findings);
        // What the exam engine cannot ask is no loss here: only what could not be read or written is.
        var refused = read.Findings.Concat(findings.All).ToList();
        var valid = written && refused.TrueForAll(finding => finding.Severity != Severity.Error) && !losses.HasError;
        if (asJson)
        {
            Print(new { valid, from = NameOf(read.Format), questions = read.Items.Count, findings = refused.Select(Line), losses = losses.All.Select(Line) });
        }
        else
        {
            refused.Concat(losses.All).ToList().ForEach(Console.Out.WriteLine);
            Console.Out.WriteLine($"{French.Count(read.Items.Count, "question lue", "questions lues")}, {French.Count(losses.All.Count, "perte", "pertes")}.");
        }

        return valid ? 0 : 1;
    }

    private static bool Write(string path, string text, Findings findings)
    {
        try
        {
            File.WriteAllText(path, text);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            findings.Error(0, $"Le fichier ne peut pas être écrit : {refused.Message}");
            return false;
        }
    }

    private static (IReadOnlyList<string> Files, IReadOnlyList<Finding> Trouble) Find(string path)
    {
        if (!Directory.Exists(path))
        {
            return ([path], []);
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 8, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        var files = Directory.EnumerateFiles(path, "*", options).Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).Take(MostFiles).ToList();
        return files.Count > 0
            ? (files, [])
            : ([], [new Finding(path, 0, Severity.Error, $"Ce dossier ne contient aucun fichier de questions ({string.Join(", ", Extensions)}).")]);
    }

    private static QuestionFile Read(IServiceProvider services, string path, string? format)
    {
        QuestionFormat? known = format is not null && QuestionFiles.Formats.TryGetValue(format, out var given) ? given : null;
        var reason = format is not null && known is null ? $"Le format « {format} » n’est pas pris en charge ; il peut être : {string.Join(", ", QuestionFiles.Formats.Keys)}."
            : !File.Exists(path) ? "Ce fichier n’existe pas."
            : new FileInfo(path).Length > QuestionFiles.MaximumBytes ? $"Le fichier dépasse {QuestionFiles.MaximumBytes / 1024 / 1024} Mo."
            : null;
        try
        {
            return reason is null
                ? services.GetRequiredService<QuestionFiles>().Read(File.ReadAllBytes(path), path, known)
                : Nothing(path, reason);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Nothing(path, $"Le fichier ne peut pas être lu : {unreadable.Message}");
        }
    }

    private static QuestionFile Nothing(string path, string reason) => new(null, null, [], [], [new Finding(path, 0, Severity.Error, reason)], []);

    private static string? NameOf(QuestionFormat? format) => QuestionFiles.Formats.FirstOrDefault(one => one.Value == format).Key;

    private static object Line(Finding finding) => new { finding.File, finding.Line, severity = finding.SeverityName, finding.Message };

    private static void Print(object summary) => Console.Out.WriteLine(JsonSerializer.Serialize(summary, TnJson.Options));
}

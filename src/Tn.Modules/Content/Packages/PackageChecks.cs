using Tn.Content.Packages.Files;
using Tn.Content.Rendering;

namespace Tn.Content.Packages;

/// <summary>What can only be seen with the whole package in front of one.</summary>
internal static class PackageChecks
{
    public static void Run(PackageFiles files, IReadOnlyList<PackagedDocument> documents, List<Finding> findings)
    {
        if (documents.Count == 0 && findings.TrueForAll(finding => finding.Severity != Severity.Error))
        {
            findings.Add(new Finding("package.yml", 0, Severity.Error, "Le paquet ne contient aucun document."));
        }

        Orphans(files, findings);
        SameAddresses(documents, findings);
        SameQuestions(documents, findings);
        CourseMinutes(documents, findings);
    }

    private static void Orphans(PackageFiles files, List<Finding> findings)
    {
        foreach (var path in files.Paths.Where(path => path.Split('/') is [var folder, [_, _, '-', ..]] && char.IsAsciiDigit(path[folder.Length + 1]) && !files.Has($"{folder}/course.yml")))
        {
            findings.Add(new Finding(path, 0, Severity.Error, "Cette leçon n’a pas de cours : le fichier course.yml manque dans son dossier."));
        }
    }

    private static void SameAddresses(IReadOnlyList<PackagedDocument> documents, List<Finding> findings)
    {
        foreach (var twins in documents.GroupBy(document => document.ItemId).Where(group => group.Count() > 1))
        {
            findings.Add(new Finding(twins.Last().Path, 0, Severity.Error, $"Ce fichier a la même adresse que {twins.First().Path}."));
        }
    }

    private static void SameQuestions(IReadOnlyList<PackagedDocument> documents, List<Finding> findings)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var id in document.QuestionIds)
            {
                if (!seen.TryAdd(id, document.Path) && seen[id] != document.Path)
                {
                    findings.Add(new Finding(document.Path, 0, Severity.Error, $"L’identifiant de question « {id} » sert déjà dans {seen[id]}."));
                }
            }
        }
    }

    private static void CourseMinutes(IReadOnlyList<PackagedDocument> documents, List<Finding> findings)
    {
        var byCourse = documents.ToLookup(document => document.ContainerId, StringComparer.Ordinal);
        foreach (var course in documents.Where(document => document.ContentType == ContentTypes.Course))
        {
            var lessons = byCourse[course.ItemId].ToList();
            var sum = lessons.Sum(lesson => lesson.Minutes);
            if (lessons.Count == course.Lessons && sum != course.Minutes)
            {
                findings.Add(new Finding(course.Path, 0, Severity.Warning, $"« minutes » vaut {course.Minutes}, mais les leçons font {sum} minutes ensemble."));
            }
        }
    }
}

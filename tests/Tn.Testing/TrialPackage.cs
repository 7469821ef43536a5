using System.Globalization;

namespace Tn.Testing;

/// <summary>A package of many courses on disk: for measures, and for interruptions.</summary>
public static class TrialPackage
{
    /// <summary>Lessons of each course.</summary>
    public const int Lessons = 10;

    /// <summary>Writes a package of so many courses of <see cref="Lessons"/> lessons; the n-th is always the same.</summary>
    public static void Write(string folder, int courses)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "package.yml"), "id: tn.essai-en-nombre\nversion: 1.0.0\ntitle: Essai en nombre\nlanguage: fr\nlicence: Licence Ouverte 2.0\nauthors: [Équipe]\naxis: donnees\nengine: 1.0.0\n");
        for (var course = 1; course <= courses; course++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"cours-{course:0000}");
            var place = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            File.WriteAllText(Path.Combine(place, "course.yml"), $"title: Cours {course}\nsummary: Un cours d’essai.\nobjectives:\n  - Essayer\naudience: tous\nlevel: pratique\nminutes: 100\naxis: donnees\nprerequisites: []\nreviewBy: 2027-11-30\ncompletion:\n  lessons: all\n  minimumScore: 70\n");
            for (var lesson = 1; lesson <= Lessons; lesson++)
            {
                File.WriteAllText(Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"{lesson:00}-lecon-{lesson}.md")), Lesson(course, lesson));
            }
        }
    }

    private static string Lesson(int course, int lesson) =>
        $"---\ntitle: Leçon {lesson} du cours {course}\nminutes: 10\nobjectives:\n  - Essayer\nreviewBy: 2027-11-30\n---\n\n## Début\n\n"
        + string.Concat(Enumerable.Range(1, 12).Select(number => $"Paragraphe {number} : une phrase **utile** sur les sauvegardes d’une petite entreprise, avec un [lien](/ressources) et une suite assez longue pour ressembler à un texte que quelqu’un aurait écrit.\n\n"))
        + $"```gift\n::essai-{course}-{lesson}:: Que fait-on d’abord ? {{\n  ~On achète #Trop tôt.\n  =On regarde #Oui.\n  ~On attend #Non.\n}}\n```\n";
}

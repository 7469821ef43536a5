using System.Text;
using Tn.Content.Packages.Files;

namespace Tn.Content.Seeding;

/// <summary>The files of a trial course: ten lessons with text, a table, a case and a question each.</summary>
internal static class TrialCourse
{
    /// <summary>How the address of every trial course begins.</summary>
    public const string Prefix = "essai-cours-";

    private const int Lessons = 10;

    private static readonly string[] Subjects = ["les devis", "les sauvegardes", "la fiche d’établissement", "les mots de passe", "le fichier clients", "la facture électronique", "les avis en ligne", "le registre des traitements", "la prise de rendez-vous", "la messagerie"];
    private static readonly string[] Trades = ["une boulangerie", "une menuiserie", "un salon de coiffure", "un gîte", "un garage", "une librairie", "une plomberie", "un maraîcher"];
    private static readonly string[] Levels = ["decouverte", "pratique", "approfondi"];

    /// <param name="number">From 1; the same number gives the same bytes.</param>
    public static PackageFiles Files(int number)
    {
        var slug = $"{Prefix}{number}";
        var axis = Axes.All[number % Axes.All.Count].Key;
        var subject = Subjects[number % Subjects.Length];
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["package.yml"] = Bytes($"id: {slug}\nversion: 1.0.0\ntitle: Essai {number}\nlanguage: fr\nlicence: Licence Ouverte 2.0\nauthors:\n  - Jeu d’essai\naxis: {axis}\n"),
            [$"{slug}/course.yml"] = Bytes(Course(number, axis, subject)),
        };
        for (var lesson = 1; lesson <= Lessons; lesson++)
        {
            files[$"{slug}/{lesson:00}-etape-{lesson}.md"] = Bytes(Lesson(number, lesson, Subjects[(number + lesson) % Subjects.Length], Trades[(number * 7 + lesson) % Trades.Length]));
        }

        return new PackageFiles(files);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Course(int number, string axis, string subject) => $"""
        title: Cours d’essai {number} sur {subject}
        summary: Un cours inventé pour les essais de charge, sur {subject} dans une petite entreprise.
        objectives:
          - Expliquer {subject} à un dirigeant
          - Choisir un premier geste
        audience: tous
        level: {Levels[number % Levels.Length]}
        minutes: {Lessons * 10}
        axis: {axis}
        prerequisites: []
        reviewBy: 2027-11-30
        completion:
          lessons: all
          minimumScore: 70

        """;

    private static string Lesson(int course, int lesson, string subject, string trade) => $$"""
        ---
        title: Étape {{lesson}} – {{subject}}
        minutes: 10
        objectives:
          - Décrire {{subject}} avec ses mots
        reviewBy: 2027-11-30
        ---

        ## Ce que l’on regarde d’abord

        On part de {{subject}} tel que le vit {{trade}}. On note ce qui prend du temps, ce qui se perd et ce que le client attend.

        | Question | Réponse |
        |---|---|
        | Qui s’en occupe ? | Le dirigeant |
        | À quelle fréquence ? | Chaque semaine |

        ## Ce que l’on change

        Un seul geste à la fois, daté, avec une personne qui s’en charge. On revient dans trois semaines voir ce qui tient.

        :::cas
        Pour {{trade}}, {{subject}} tient en une page. Le dirigeant l’affiche à l’atelier.
        :::

        ```gift
        ::essai-{{course}}-{{lesson}}:: Par quoi commence-t-on ?
        {
          =Par ce que vit l’entreprise #Oui, on part de l’activité.
          ~Par l’achat d’un outil #L’outil vient après le besoin.
          ~Par une réunion de tous les prestataires #C’est trop tôt.
        }
        ```

        """;
}

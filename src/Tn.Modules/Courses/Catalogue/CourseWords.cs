using Tn.Platform.Web;

namespace Tn.Courses.Catalogue;

/// <summary>How a course's keys are said: French words, which a page says with <c>T[…]</c>.</summary>
internal static class CourseWords
{
    /// <summary>The audience key of a course for advisors and consultants alike.</summary>
    public const string ForEveryone = "tous";

    public static readonly IReadOnlyDictionary<string, string> Audiences = new Dictionary<string, string>
    {
        ["conseiller"] = Texts.Key("Conseillers au numérique"),
        ["consultant"] = Texts.Key("Consultants privés"),
    };

    public static readonly IReadOnlyDictionary<string, string> Levels = new Dictionary<string, string>
    {
        ["decouverte"] = Texts.Key("Découverte"),
        ["pratique"] = Texts.Key("Pratique"),
        ["approfondi"] = Texts.Key("Approfondi"),
    };

    public static readonly IReadOnlyDictionary<string, string> Durations = new Dictionary<string, string>
    {
        ["courte"] = Texts.Key("1 heure au plus"),
        ["moyenne"] = Texts.Key("De 1 à 2 heures"),
        ["longue"] = Texts.Key("Plus de 2 heures"),
    };

    /// <summary>Which of <see cref="Durations"/> a number of minutes falls in.</summary>
    public static string DurationOf(int minutes) => minutes switch
    {
        <= 60 => "courte",
        <= 120 => "moyenne",
        _ => "longue",
    };

    /// <summary>« Conseillers et consultants » for a course open to all.</summary>
    public static string AudienceOf(CourseEdition course) =>
        Audiences.GetValueOrDefault(course.Audience, Texts.Key("Conseillers et consultants"));

    public static string LevelOf(CourseEdition course) => Levels.GetValueOrDefault(course.Level, course.Level);
}

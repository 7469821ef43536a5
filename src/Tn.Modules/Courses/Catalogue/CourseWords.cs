namespace Tn.Courses.Catalogue;

/// <summary>How a course's keys are said.</summary>
internal static class CourseWords
{
    /// <summary>The audience key of a course for advisors and consultants alike.</summary>
    public const string ForEveryone = "tous";

    public static readonly IReadOnlyDictionary<string, string> Audiences = new Dictionary<string, string>
    {
        ["conseiller"] = "Conseillers au numérique",
        ["consultant"] = "Consultants privés",
    };

    public static readonly IReadOnlyDictionary<string, string> Levels = new Dictionary<string, string>
    {
        ["decouverte"] = "Découverte",
        ["pratique"] = "Pratique",
        ["approfondi"] = "Approfondi",
    };

    public static readonly IReadOnlyDictionary<string, string> Durations = new Dictionary<string, string>
    {
        ["courte"] = "1 heure au plus",
        ["moyenne"] = "De 1 à 2 heures",
        ["longue"] = "Plus de 2 heures",
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
        Audiences.GetValueOrDefault(course.Audience, "Conseillers et consultants");

    public static string LevelOf(CourseEdition course) => Levels.GetValueOrDefault(course.Level, course.Level);
}

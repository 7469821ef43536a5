using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tn.Contracts;
using Tn.Testing;

namespace Tn.Web.Tests.Languages;

/// <summary>Everything the interface says in French has its English, and nothing else has.</summary>
public sealed partial class EnglishTests
{
    /// <summary>The projects that show something: those with pages or with books.</summary>
    public static TheoryData<string> Projects() =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!))
            .Where(folder => folder.StartsWith("src", StringComparison.Ordinal) || folder.StartsWith("themes", StringComparison.Ordinal))
            .Where(folder => Sources(folder).Any(file => file.EndsWith(".cshtml", StringComparison.Ordinal)) || Directory.Exists(Path.Combine(Repository.Root, folder, "Resources")))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void The_projects_are_found() => Assert.True(Projects().Count >= 12, "The search for projects is blind.");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_text_has_its_English_and_no_English_is_stale(string project) =>
        Assert.Equal([], Faults(Texts(project).ToDictionary(text => text), Read(Path.Combine(Repository.Root, project, "Resources", "Texts.en.resx"))));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_sentence_of_every_book_has_its_English_with_the_same_values(string project) =>
        Assert.All(BooksOf(project), book => Assert.Equal([], Faults(Read(book), Read(Path.ChangeExtension(book, ".en.resx")))));

    [Fact]
    public void A_text_without_English_a_stale_one_a_twin_and_a_lost_value_are_seen() => Assert.Equal(
        ["no English: Ouvert", "stale: Fermé", "stale: fermé", "lost for their case: Fermé, fermé", "other values: Le {0}"],
        Faults(new() { ["Ouvert"] = "Ouvert", ["Le {0}"] = "Le {0}" }, new() { ["Fermé"] = "Closed", ["fermé"] = "closed", ["Le {0}"] = "That day" }));

    [Theory]
    [InlineData("<p>@T[\"Signer la charte\"]</p>", "Signer la charte")]
    [InlineData("T[$\"Écrit par {name}, le {T.Date(day)}.\"]", "Écrit par {0}, le {1}.")]
    [InlineData("T[$\"{(ok ? $\"«{one}»\" : \"rien\")} : {{entre accolades}}\"]", "{0} : {entre accolades}")]
    [InlineData("@T.Html(\"<a href=\\\"/formations\\\">Voir</a>\")", "<a href=\"/formations\">Voir</a>")]
    [InlineData("T.Count(list.Count(x => x.Is(1)), \"leçon\", \"leçons\")", "leçon|leçons")]
    [InlineData("texts.Plural(n, \"voix\", \"voix\")", "voix|voix")]
    [InlineData("new(\"/admin\", Texts.Key(\"Comptes\"))", "Comptes")]
    [InlineData("Confirm(\"C’est fait.\");", "C’est fait.")]
    [InlineData("[Required(ErrorMessage = \"Indiquez votre nom.\")]", "Indiquez votre nom.")]
    [InlineData("[Required(ErrorMessage = Words.Missing)] const string Missing = \"Manque.\";", "Manque.")]
    public void A_text_is_seen_however_it_is_written(string source, string key) =>
        Assert.Contains(key, SourceTexts.In(source, new Dictionary<string, string>(SourceTexts.ConstantsIn(source))));

    [Theory]
    [InlineData("Écrit par {0}, le {1}.", "Written by {0}.")]
    [InlineData("leçon|leçons", "lesson")]
    [InlineData("<a href=\"/x\">Voir</a>", "See")]
    [InlineData("Le {date}", "On {day}")]
    public void English_that_loses_a_value_a_form_or_a_tag_is_seen(string french, string english) => Assert.False(SameHoles(french, english));

    private static HashSet<string> Texts(string project)
    {
        var sources = Sources(project).Select(File.ReadAllText).ToList();
        var constants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in sources.SelectMany(SourceTexts.ConstantsIn))
        {
            constants.TryAdd(name, value);
        }

        return [.. sources.SelectMany(source => SourceTexts.In(source, constants)), .. NamedElsewhere(project)];
    }

    // Shown by the project, written where nobody may speak of languages: the contracts' themes, the menus of the shipped package.
    private static IEnumerable<string> NamedElsewhere(string project) => project.Split(Path.DirectorySeparatorChar)[^1] switch
    {
        "Tn.Platform" => Axes.Founding.Select(axis => axis.Name),
        "Encre" => Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "programme", "menus"), "*.md")
            .SelectMany(File.ReadLines).Where(line => line.Contains(" | ", StringComparison.Ordinal)).Select(line => line.Split(" | ")[0]),
        _ => [],
    };

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(file => !Built().IsMatch(file));

    private static IEnumerable<string> BooksOf(string project) =>
        Directory.Exists(Path.Combine(Repository.Root, project, "Resources"))
            ? Directory.EnumerateFiles(Path.Combine(Repository.Root, project, "Resources"), "*.resx").Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal))
            : [];

    private static Dictionary<string, string> Read(string book) => !File.Exists(book)
        ? []
        : XDocument.Load(book).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Faults(Dictionary<string, string> french, Dictionary<string, string> english) =>
    [
        .. french.Keys.Except(english.Keys).Select(key => $"no English: {key}"),
        .. english.Keys.Except(french.Keys).Select(key => $"stale: {key}"),
        // The compiler of books keeps one of two names that differ by case alone, and only warns.
        .. english.Keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => $"lost for their case: {string.Join(", ", same)}"),
        .. french.Where(text => english.TryGetValue(text.Key, out var said) && !SameHoles(text.Value, said)).Select(text => $"other values: {text.Key}"),
    ];

    private static bool SameHoles(string french, string english) =>
        Holes(french).SequenceEqual(Holes(english));

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}|\||</?\w+", RegexOptions.None, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"[\\/](obj|bin|node_modules)[\\/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Built();
}

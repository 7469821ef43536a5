using Tn.Platform.Web;

namespace Tn.Committees.Pages.Programme;

/// <summary>Every rule in force, in plain French, for anyone to read.</summary>
internal sealed class RulesModel(IProgrammeRules rules, ICourseCatalogue courses, Sentences sentences) : TnPageModel
{
    private static readonly IReadOnlyList<(string Id, string Title, string[] Prefixes)> Plan =
    [
        ("recensement", Texts.Key("Recensement et recevabilité"), ["census.", "papers.", "admissibility."]),
        ("charte", Texts.Key("Charte et autoformation"), ["charter.", "training."]),
        ("epreuve", Texts.Key("Épreuve de connaissances"), ["exam."]),
        ("etude-de-cas", Texts.Key("Étude de cas"), ["case-study."]),
        ("jury", Texts.Key("Jury et certificat"), ["jury.", "certificate.", "renewal."]),
        ("suivi", Texts.Key("Déclaration annuelle et surveillance"), ["declaration.", "surveillance."]),
        ("sanctions", Texts.Key("Sanctions, recours et réclamations"), ["suspension.", "appeal.", "complaint."]),
        ("relecture", Texts.Key("Relecture des contenus"), ["review."]),
        ("mise-en-relation", Texts.Key("Mise en relation"), ["referral."]),
    ];

    /// <summary>The Paris day the page speaks of.</summary>
    public DateOnly Today { get; private set; }

    public IReadOnlyList<Chapter> Chapters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Today = French.Day(Act.At);
        var inForce = await rules.AllAsync(Today, cancellationToken);
        var required = await CoursesAsync(inForce[RuleKeys.TrainingRequiredCourses], cancellationToken);
        Chapters =
        [
            .. Plan.Select(chapter => new Chapter(chapter.Id, chapter.Title,
            [
                .. inForce.Values
                    .Where(rule => chapter.Prefixes.Any(prefix => rule.Key.StartsWith(prefix, StringComparison.Ordinal)))
                    .OrderBy(rule => rule.Article, StringComparer.Ordinal).ThenBy(rule => rule.Key, StringComparer.Ordinal)
                    .Select(rule => Line(rule, rule.Key == RuleKeys.TrainingRequiredCourses ? required : [])),
            ])),
        ];
    }

    // A course not published yet is named by its address' last word, without a link that leads nowhere.
    private async Task<IReadOnlyList<CourseLink>> CoursesAsync(RuleInForce rule, CancellationToken cancellationToken)
    {
        var links = new List<CourseLink>();
        foreach (var slug in rule.List)
        {
            var course = await courses.FindAsync(slug, cancellationToken);
            links.Add(new CourseLink(course?.Title ?? slug, course is null ? null : $"/formations/{slug}"));
        }

        return links;
    }

    private RuleLine Line(RuleInForce rule, IReadOnlyList<CourseLink> links)
    {
        var values = new Dictionary<string, string> { ["value"] = rule.Value };
        return new RuleLine(sentences.Of($"rule.{rule.Key}.name"), sentences.Of($"rule.{rule.Key}.value", values), links, rule);
    }

    internal sealed record Chapter(string Id, string Title, IReadOnlyList<RuleLine> Rules);

    /// <param name="Links">When the value is a list of courses.</param>
    internal sealed record RuleLine(string Name, string Value, IReadOnlyList<CourseLink> Links, RuleInForce Rule);

    /// <param name="Path">Null when the course cannot be opened yet.</param>
    internal sealed record CourseLink(string Title, string? Path);
}

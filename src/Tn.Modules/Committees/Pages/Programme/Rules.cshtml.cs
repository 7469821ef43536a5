using Tn.Platform.Web;

namespace Tn.Committees.Pages.Programme;

/// <summary>Every rule in force, in plain French, for anyone to read.</summary>
internal sealed class RulesModel(IProgrammeRules rules, Sentences sentences) : TnPageModel
{
    private static readonly IReadOnlyList<(string Id, string Title, string[] Prefixes)> Plan =
    [
        ("recensement", "Recensement et recevabilité", ["census.", "admissibility."]),
        ("charte", "Charte et autoformation", ["charter.", "training."]),
        ("epreuve", "Épreuve de connaissances", ["exam."]),
        ("jury", "Jury et certificat", ["jury.", "certificate.", "renewal."]),
        ("sanctions", "Sanctions et recours", ["suspension.", "appeal."]),
        ("relecture", "Relecture des contenus", ["review."]),
        ("mise-en-relation", "Mise en relation", ["referral."]),
    ];

    /// <summary>The Paris day the page speaks of.</summary>
    public DateOnly Today { get; private set; }

    public IReadOnlyList<Chapter> Chapters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Today = French.Day(Act.At);
        var inForce = await rules.AllAsync(Today, cancellationToken);
        Chapters =
        [
            .. Plan.Select(chapter => new Chapter(chapter.Id, chapter.Title,
            [
                .. inForce.Values
                    .Where(rule => chapter.Prefixes.Any(prefix => rule.Key.StartsWith(prefix, StringComparison.Ordinal)))
                    .OrderBy(rule => rule.Article, StringComparer.Ordinal).ThenBy(rule => rule.Key, StringComparer.Ordinal)
                    .Select(Line),
            ])),
        ];
    }

    private RuleLine Line(RuleInForce rule)
    {
        var values = new Dictionary<string, string> { ["value"] = rule.Value };
        return new RuleLine(
            sentences.Of($"rule.{rule.Key}.name"),
            sentences.Of($"rule.{rule.Key}.value", values),
            rule.Key == RuleKeys.TrainingRequiredCourses ? rule.List : [],
            rule);
    }

    internal sealed record Chapter(string Id, string Title, IReadOnlyList<RuleLine> Rules);

    /// <param name="Links">Course slugs, when the value is a list of courses.</param>
    internal sealed record RuleLine(string Name, string Value, IReadOnlyList<string> Links, RuleInForce Rule);
}

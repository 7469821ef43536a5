namespace Tn.Journey.Census.Papers;

/// <summary>Something wrong with the papers of a file, in a sentence.</summary>
/// <param name="Kind">The paper expected.</param>
internal sealed record PaperGap(PaperKind Kind, Refusal Why);

/// <summary>
/// Which papers are missing, refused or too old on a day. Pure. A gap is shown to the candidate and to the instructor; it does not
/// keep a census from being submitted: the instructor has one consolidated request for what is missing (stage 1 of the path).
/// </summary>
internal static class PaperRules
{
    /// <param name="papers">All papers of the file.</param>
    /// <param name="rules">In force on <paramref name="today"/>.</param>
    /// <param name="today">Paris day.</param>
    public static IReadOnlyList<PaperGap> Missing(CensusEntry entry, IReadOnlyCollection<Paper> papers, IReadOnlyDictionary<string, RuleInForce> rules, DateOnly today) =>
        [.. PaperKinds.ExpectedOf(entry.Enterprise?.LegalForm, entry.Guarantees?.NoVigilance == true)
            .Select(kind => Gap(kind, Current(papers, kind.Key), rules, today)).OfType<PaperGap>()];

    /// <summary>The paper that counts for a kind: the newest that was not taken back, or null.</summary>
    public static Paper? Current(IEnumerable<Paper> papers, string kind) =>
        papers.Where(paper => paper.Kind == kind && paper.State != PaperState.TakenBack).MaxBy(paper => paper.DepositedAt);

    /// <summary>The first day on which a paper is too old, or null when it does not age.</summary>
    public static DateOnly? StaleOn(PaperKind kind, DateOnly issuedOn, IReadOnlyDictionary<string, RuleInForce> rules) =>
        kind.FreshFor is { } key ? issuedOn.AddMonths(rules[key].Number) : null;

    private static PaperGap? Gap(PaperKind kind, Paper? paper, IReadOnlyDictionary<string, RuleInForce> rules, DateOnly today)
    {
        if (paper is null)
        {
            return Because(kind, new Refusal("papers.missing"));
        }

        if (paper.State == PaperState.Refused)
        {
            return Because(kind, new Refusal("papers.refused").With("reason", paper.Reason ?? string.Empty));
        }

        if (paper.ValidUntil < today)
        {
            return Because(kind, new Refusal("papers.over").With("until", French.ShortDate(paper.ValidUntil.Value)));
        }

        return StaleOn(kind, paper.IssuedOn, rules) <= today
            ? Because(kind, new Refusal("papers.stale").With("issued", French.ShortDate(paper.IssuedOn)).With("months", rules[kind.FreshFor!].Value).With("article", rules[kind.FreshFor!].Article))
            : null;
    }

    private static PaperGap Because(PaperKind kind, Refusal why) => new(kind, why.With("paper", kind.Name));
}

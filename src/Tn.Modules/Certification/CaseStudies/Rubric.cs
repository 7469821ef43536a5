using Tn.Platform.Web;

namespace Tn.Certification.CaseStudies;

/// <summary>One of the five things a case study is marked on. Names are kept: never rename one.</summary>
internal enum Criterion
{
    Diagnosis,
    Proposal,
    Feasibility,
    Neutrality,
    Clarity,
}

/// <summary>The rubric: five criteria, four levels.</summary>
internal static class Rubric
{
    public const int Lowest = 1;
    public const int Highest = 4;

    public static readonly IReadOnlyList<Criterion> Criteria = Enum.GetValues<Criterion>();

    public static string NameOf(Criterion criterion) => criterion switch
    {
        Criterion.Diagnosis => Texts.Key("Compréhension de la situation"),
        Criterion.Proposal => Texts.Key("Pertinence de ce qui est proposé"),
        Criterion.Feasibility => Texts.Key("Faisabilité : moyens, étapes, coût"),
        Criterion.Neutrality => Texts.Key("Neutralité, protection des données et sobriété"),
        _ => Texts.Key("Clarté pour le dirigeant"),
    };

    public static string LevelName(int level) => level switch
    {
        1 => Texts.Key("1 – insuffisant"),
        2 => Texts.Key("2 – fragile"),
        3 => Texts.Key("3 – satisfaisant"),
        _ => Texts.Key("4 – très satisfaisant"),
    };
}

/// <summary>What a marker gives on one criterion.</summary>
/// <param name="Level">From <see cref="Rubric.Lowest"/> to <see cref="Rubric.Highest"/>.</param>
internal sealed record CriterionMark(Criterion Criterion, int Level, string Comment);

/// <summary>A marker's marks, kept as given.</summary>
internal sealed record Marking(PersonId Marker, IReadOnlyList<CriterionMark> Marks, DateTimeOffset At)
{
    public int LevelOf(Criterion criterion) => Marks.Single(mark => mark.Criterion == criterion).Level;

    /// <summary>Refused unless each criterion has its level and its comment.</summary>
    public static Outcome Check(IReadOnlyList<CriterionMark> marks)
    {
        var complete = marks.Count == Rubric.Criteria.Count
            && Rubric.Criteria.All(criterion => marks.Any(mark => mark.Criterion == criterion
                && mark.Level is >= Rubric.Lowest and <= Rubric.Highest
                && mark.Comment.Trim().Length is > 0 and <= 2000));
        return complete ? Outcome.Done : new Refusal("case-study.marks-incomplete");
    }
}

/// <summary>A case study's result: on each criterion the mean of two markers, or the median of three. Pure.</summary>
/// <param name="Levels">By criterion, from 1 to 4.</param>
internal sealed record CaseStudyResult(IReadOnlyDictionary<Criterion, decimal> Levels)
{
    /// <summary>The result of two or three markings, whatever their order.</summary>
    /// <exception cref="ArgumentException">Another number of markings.</exception>
    public static CaseStudyResult Of(IReadOnlyList<Marking> markings)
    {
        if (markings.Count is not (2 or 3))
        {
            throw new ArgumentException("A case study is settled by two markings, or three.", nameof(markings));
        }

        return new CaseStudyResult(Rubric.Criteria.ToDictionary(criterion => criterion, criterion => Middle([.. markings.Select(marking => marking.LevelOf(criterion)).Order()])));
    }

    /// <summary>True when two markings differ on a criterion by the gap or more: a third is needed.</summary>
    public static bool Differ(Marking one, Marking other, int gap) =>
        Rubric.Criteria.Any(criterion => Math.Abs(one.LevelOf(criterion) - other.LevelOf(criterion)) >= gap);

    /// <summary>Mean of the five criteria, from 1 to 4.</summary>
    public decimal Mean => Levels.Values.Average();

    private static decimal Middle(IReadOnlyList<int> ordered) => ordered.Count == 3 ? ordered[1] : (ordered[0] + ordered[1]) / 2m;
}

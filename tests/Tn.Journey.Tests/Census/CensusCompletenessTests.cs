using Tn.Journey.Census;

namespace Tn.Journey.Tests.Census;

public class CensusCompletenessTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly IReadOnlyDictionary<string, RuleInForce> Rules = new FixedRules().All;

    [Fact]
    public void A_complete_census_misses_nothing() => Assert.Empty(CensusCompleteness.Missing(ACensus.Complete(), Rules, Today));

    [Fact]
    public void An_empty_census_misses_something_in_every_step_and_nothing_is_a_fault()
    {
        var gaps = CensusCompleteness.Missing(new CensusEntry(), Rules, Today);
        Assert.Equal(Enum.GetValues<CensusStep>(), gaps.Select(gap => gap.Step).Distinct());
        Assert.DoesNotContain(gaps, gap => gap.IsFault);
    }

    [Fact]
    public void Two_missions_are_not_enough_and_the_rule_is_quoted()
    {
        var entry = ACensus.Complete().With(new ReferencesStep { Missions = [ACensus.Mission("2026-05-01"), ACensus.Mission("2025-05-01")] });
        var gap = Assert.Single(CensusCompleteness.Missing(entry, Rules, Today));
        Assert.Equal("census.references", gap.Why.Code);
        Assert.Equal("2", gap.Why.Values["count"]);
        Assert.Equal("règle d’essai", gap.Why.Values["article"]);
    }

    [Theory]
    [InlineData("2023-11-23", true)]
    [InlineData("2023-11-22", false)]
    public void A_mission_counts_to_the_day_of_the_36_months(string endedOn, bool counts)
    {
        var entry = ACensus.Complete().With(new ReferencesStep { Missions = [ACensus.Mission("2026-05-01"), ACensus.Mission("2025-05-01"), ACensus.Mission(endedOn)] });
        Assert.Equal(counts, CensusCompleteness.Missing(entry, Rules, Today).Count == 0);
    }

    [Fact]
    public void A_probationary_candidate_needs_no_mission() =>
        Assert.Empty(CensusCompleteness.Missing(ACensus.Complete().With(new ReferencesStep { Probationary = true }), Rules, Today));

    [Theory]
    [InlineData("60", "30", "census.shares-sum")]
    [InlineData("beaucoup", "30", "census.percent")]
    [InlineData("101", "0", "census.percent")]
    [InlineData("99999999999999", "1", "census.percent")]
    public void Shares_must_make_a_hundred(string advice, string training, string code)
    {
        var entry = ACensus.Complete().With(new IndependenceStep { AdvicePercent = advice, TrainingPercent = training, NoTies = true });
        Assert.Contains(CensusCompleteness.Missing(entry, Rules, Today), gap => gap.Why.Code == code && gap.IsFault);
    }

    [Fact]
    public void A_tie_without_its_remuneration_is_incomplete()
    {
        var entry = ACensus.Complete().With(new IndependenceStep { AdvicePercent = "100", Ties = [new CommercialTie { Vendor = "Éditeur X" }] });
        Assert.Equal("census.tie-remuneration", Assert.Single(CensusCompleteness.Missing(entry, Rules, Today)).Why.Code);
    }

    [Theory]
    [InlineData("2026-11-22", "census.insurance-over")]
    [InlineData("bientôt", "census.date")]
    public void An_insurance_must_cover_today(string until, string code)
    {
        var entry = ACensus.Complete().With(new GuaranteesStep { Insurer = "A", PolicyNumber = "1", InsuredUntil = until, NoVigilance = true });
        Assert.Equal(code, Assert.Single(CensusCompleteness.Missing(entry, Rules, Today)).Why.Code);
    }

    [Theory]
    [InlineData("45234", true)]
    [InlineData("2A004", true)]
    [InlineData("97411", true)]
    [InlineData("99999", false)]
    [InlineData("Orléans", false)]
    public void A_commune_is_named_by_its_code(string code, bool right)
    {
        var entry = ACensus.Complete().With(new TerritoriesStep { CommuneCodes = code });
        Assert.Equal(right, CensusCompleteness.Missing(entry, Rules, Today).Count == 0);
    }

    [Theory]
    [InlineData("62.99A", "45234", "Orléans", "census.naf-unknown")]
    [InlineData("62", "45234", "Orléans", "census.naf-format")]
    [InlineData("6202A", "45000", "Orléans", "census.commune-code-unknown")]
    [InlineData("6202A", "45234", "Lille", "census.commune-mismatch")]
    public void Codes_are_those_of_the_official_lists(string naf, string commune, string name, string code)
    {
        var entry = ACensus.Complete();
        (entry.Enterprise!.Naf, entry.Enterprise.CommuneCode, entry.Enterprise.CommuneName) = (naf, commune, name);
        var gap = Assert.Single(CensusCompleteness.Missing(entry, Rules, Today));
        Assert.Equal((code, true), (gap.Why.Code, gap.IsFault));
    }

    [Fact]
    public void A_whole_region_is_a_territory_and_is_kept_as_its_departments()
    {
        var step = new TerritoriesStep { Regions = ["94"], Departments = ["45"] };
        Assert.Empty(CensusCompleteness.Missing(ACensus.Complete().With(step), Rules, Today));
        Assert.Equal(["2A", "2B", "45"], step.AllDepartments.Order());
        step.Regions = ["00"];
        Assert.Equal("census.region", Assert.Single(CensusCompleteness.Missing(ACensus.Complete().With(step), Rules, Today)).Why.Code);
    }
}

using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Bank;
using Tn.Platform.Data;

namespace Tn.Certification.Tests.Exam;

public class BankTests
{
    private static readonly Blueprint Plan = Blueprint.From(Neighbours.AllRules);
    private static readonly IReadOnlyList<BankItem> Bank = Banks.Of(40);

    [Property]
    public bool Items_kept_apart_never_meet_in_a_form(long seed)
    {
        var apart = new[] { "gestion-001", "gestion-002", "gestion-003", "donnees-001" };
        var form = FormAssembly.Assemble(FormMaterial.Of(Bank, Plan) with { Exclusions = [apart] }, new HashSet<string>(), seed).Value;
        return form.Items.Count == 40 && form.Items.Count(item => apart.Contains(item.ItemId)) <= 1;
    }

    [Property]
    public bool What_was_shown_too_often_rests_while_others_are_left_and_comes_back_when_none_is(long seed)
    {
        var often = Bank.Where(item => item.Axis == "gestion").Take(30).Select(item => item.ItemId).ToHashSet();
        var material = FormMaterial.Of(Bank, Plan) with { Overexposed = often };
        var rested = FormAssembly.Assemble(material, new HashSet<string>(), seed).Value;
        often.UnionWith(Bank.Where(item => item.Axis == "gestion").Select(item => item.ItemId));
        var none = FormAssembly.Assemble(material with { Overexposed = often }, new HashSet<string>(), seed);
        return rested.Items.Count(item => often.Contains(item.ItemId)) == 10 && rested.Items.Where(item => item.Axis == "gestion").All(item => string.CompareOrdinal(item.ItemId, "gestion-030") > 0) && none.IsDone;
    }

    [Property]
    public bool Every_block_keeps_its_shares_of_difficulty(long seed) =>
        FormAssembly.Assemble(Bank, Plan, new HashSet<string>(), seed).Value.Items
            .GroupBy(item => item.Axis)
            .All(block => block.CountBy(item => DifficultyMix.Of(Bank.Single(one => one.ItemId == item.ItemId))).OrderBy(one => one.Key).Select(one => one.Value).SequenceEqual([3, 3, 4]));

    [Theory]
    [InlineData(10, 3, 4, 3)]
    [InlineData(7, 2, 3, 2)]
    [InlineData(1, 0, 1, 0)]
    public void Shares_are_whole_and_make_the_block(int items, int easy, int middle, int hard)
    {
        var share = new DifficultyMix(30, 40, 30).Share(items);
        Assert.Equal([easy, middle, hard], DifficultyMix.Difficulties.Select(difficulty => share[difficulty]));
    }

    [Fact]
    public void The_proof_draws_the_forms_it_counts()
    {
        var proof = BankProof.Of(FormMaterial.Of(Bank, Plan));
        // 14 middle items of a block make three forms of four; the fourth form borrows two from its neighbours.
        Assert.Equal((4, 3), (proof.Forms, proof.Balanced));
        Assert.Null(proof.Missing);
    }

    [Fact]
    public void The_proof_says_what_is_missing()
    {
        var proof = BankProof.Of(FormMaterial.Of([.. Bank.Where(item => item.Axis != "gestion" || item.ItemId.EndsWith('1'))], Plan));
        Assert.Equal((0, "certification.bank-too-small"), (proof.Forms, proof.Missing!.Code));
        Assert.Equal((10, 4), proof.Rows.Where(row => row.Axis == "gestion").Select(row => (row.Needed, row.Available)).Single());
    }

    [Fact]
    public void Exclusions_can_make_a_bank_too_small()
    {
        var gestion = Bank.Where(item => item.Axis == "gestion").Select(item => item.ItemId).ToList();
        var proof = BankProof.Of(FormMaterial.Of(Bank, Plan) with { Exclusions = [gestion] });
        Assert.Equal(("certification.bank-too-small", "1 item"), (proof.Missing!.Code, proof.Missing.Values["available"]));
    }

    [Fact]
    public void A_lazy_candidate_scores_what_the_bank_gives_away()
    {
        var item = new BankItem("x-1", "v", "gestion", new Question("x-1", QuestionKind.SingleChoice, "<p>Que faire d’une facture impayée&nbsp;?</p>",
            [new("a", "Rien", 0, ""), new("b", "<em>Relancer</em> la facture impayée, par écrit et avec une date", 1, ""), new("c", "Attendre", 0, ""), new("d", "Oublier", 0, "")], "", null));
        Assert.Equal(
            [0, 1000, 1000, 250],
            new[] { LazyWay.First, LazyWay.Longest, LazyWay.Keywords, LazyWay.Chance }.Select(way => LazyCandidate.PointsOf(way, item)));
    }

    [Fact]
    public void A_bank_whose_first_choice_is_always_right_is_seen_at_once()
    {
        var report = LazyCandidate.Report(Bank);
        Assert.Equal((100, 25), (report.Single(score => score.Way == LazyWay.First).Percent, report.Single(score => score.Way == LazyWay.Chance).Percent));
        Assert.All(report, score => Assert.Equal(Axes.All.Count, score.ByAxis.Count));
    }

    [Fact]
    public void Discrimination_is_the_correlation_with_the_rest()
    {
        // Four candidates: who passes the item has 30 and 20 points elsewhere, who fails it 10 and 0.
        var sums = new ItemSums(4, 1, 2000, 60_000, 2_000_000, 1_400_000_000, 50_000_000);
        var analysis = ItemAnalysis.Of(Bank[0], sums, new Dictionary<string, int> { ["a"] = 2, ["b"] = 1, ["?"] = 1 });
        Assert.Equal((0.5, 0.25), (analysis.Difficulty, analysis.UnknownRate));
        Assert.Equal(0.894, analysis.Discrimination!.Value, 3);
        Assert.Equal([0.5, 0.25, 0, 0], analysis.Choices.Select(choice => choice.Rate));
        Assert.Equal([ItemFlag.TooFewSittings], analysis.Flags);
    }

    [Fact]
    public void A_wrong_key_raises_its_flags()
    {
        var sums = new ItemSums(100, 40, 10_000, 2_000_000, 10_000_000, 50_000_000_000, 150_000_000);
        var analysis = ItemAnalysis.Of(Bank[0], sums, new Dictionary<string, int> { ["a"] = 10, ["b"] = 50, ["?"] = 40 });
        Assert.Equal([ItemFlag.NegativeDiscrimination, ItemFlag.DistractorBeatsKey, ItemFlag.TooHard, ItemFlag.ManyUnknown, ItemFlag.IdleDistractor], analysis.Flags);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Figures_and_exposure_come_from_the_rows_of_sittings(bool postgres)
    {
        await using var workshop = postgres ? await Workshop.OpenOnPostgreSqlAsync() : await Workshop.OpenAsync();
        workshop.Neighbours.Bank = Banks.Of(10);
        var right = new[] { 40, 30, 20, 10 };
        foreach (var (number, index) in right.Select((number, index) => (number, index)))
        {
            var id = (await workshop.StartAsync(Clock.Monday.AddYears(2 * index), seed: 3)).Value;
            await workshop.AnswerAllAsync(id, number, Clock.Monday.AddYears(2 * index).AddMinutes(5));
            await workshop.FinishAsync(id, Clock.Monday.AddYears(2 * index).AddMinutes(6));
            workshop.Path_.Put(People.FileOf(PathState.ExamOpen));
        }

        var (items, total) = (await workshop.AskAsync<BankQueries, Outcome<(List<AnalysedItem> Items, int Total)>>(queries => queries.PageAsync("gestion", 1, People.Act(People.Pedagogical, Role.PedagogyMember, Clock.Monday), default))).Value;
        Assert.Equal((10, 10), (items.Count, total));
        var sittings = await workshop.AskAsync<TnDbContext, List<SittingItem>>(db => db.Set<SittingItem>().AsNoTracking().ToListAsync());
        Assert.All(items, one =>
        {
            var rows = sittings.Where(row => row.VersionId == one.Item.VersionId).ToList();
            Assert.Equal(4, one.Analysis.Sittings);
            Assert.Equal(rows.Average(row => row.Points!.Value) / 1000, one.Analysis.Difficulty!.Value, 6);
            Assert.Equal(rows.Count(row => row.Answer == "a") / 4.0, one.Analysis.Choices.Single(choice => choice.IsRight).Rate);
        });

        var exposed = await workshop.AskAsync<FormSource, IReadOnlySet<string>>(forms => forms.CountAsync(4, 99, default));
        Assert.Equal(40, exposed.Count);
        Assert.Empty(await workshop.AskAsync<FormSource, IReadOnlySet<string>>(forms => forms.CountAsync(100, 40, default)));
    }

    [Fact]
    public async Task Only_the_pedagogical_committee_keeps_items_apart_and_only_items_that_exist()
    {
        await using var workshop = await Workshop.OpenAsync();
        var decide = (string items, string? reason, Role role) => workshop.AskAsync<DecideExclusion, Outcome>(act => act.KeepApartAsync(items, reason, People.Act(People.Pedagogical, role, Clock.Monday), default));
        Assert.Equal("access.denied", (await decide("gestion-001 gestion-002", "L’une donne l’autre.", Role.PartnersMember)).Refusal!.Code);
        Assert.Equal("exam.exclusion-items", (await decide("gestion-001", "Seule.", Role.PedagogyMember)).Refusal!.Code);
        Assert.Equal("gestion-999", (await decide("gestion-001, gestion-999", "L’une donne l’autre.", Role.PedagogyMember)).Refusal!.Values["unknown"]);
        Assert.Equal("exam.exclusion-reason", (await decide("gestion-001, gestion-002", " ", Role.PedagogyMember)).Refusal!.Code);
        Assert.True((await decide("gestion-001, gestion-002", "L’une donne l’autre.", Role.PedagogyMember)).IsDone);
        var committee = People.Act(People.Pedagogical, Role.PedagogyMember, Clock.Monday);
        var exclusion = Assert.Single((await workshop.AskAsync<FormSource, Outcome<List<ItemExclusion>>>(forms => forms.ExclusionsAsync(committee, default))).Value);
        Assert.True((await workshop.AskAsync<DecideExclusion, Outcome>(act => act.LiftAsync(exclusion.Id, committee, default))).IsDone);
        Assert.Empty((await workshop.AskAsync<FormSource, Outcome<List<ItemExclusion>>>(forms => forms.ExclusionsAsync(committee, default))).Value);
    }
}

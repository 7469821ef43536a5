using FsCheck.Xunit;
using Tn.Certification.Exam;

namespace Tn.Certification.Tests.Exam;

public class ScoringTests
{
    private static readonly ExamForm Form = FormAssembly.Assemble(Banks.Of(40), Blueprint.From(Neighbours.AllRules), new HashSet<string>(), seed: 1).Value;
    private static readonly ScoringRules Rules = ScoringRules.From(Neighbours.AllRules);

    [Property]
    public bool Points_stay_between_nothing_and_one_point_an_item(int seed) =>
        Scoring.Verdict(Form, Answers(seed), Rules) is { Points: >= 0 } verdict && verdict.Points <= verdict.Items * 1000 && verdict.Percent is >= 0 and <= 100;

    [Property]
    public bool A_right_answer_in_place_of_another_never_lowers_the_score(int seed, byte place)
    {
        var answers = Answers(seed);
        var before = Scoring.Verdict(Form, answers, Rules);
        answers[place % 40 + 1] = ItemResponse.Chosen("a");
        var after = Scoring.Verdict(Form, answers, Rules);
        return after.Points >= before.Points && (after.Passed || !before.Passed);
    }

    [Property]
    public bool Not_knowing_is_worth_what_silence_is_worth_and_never_less_than_a_wrong_answer(int seed, byte place)
    {
        var (silent, unknown, wrong) = (Answers(seed), Answers(seed), Answers(seed));
        var position = place % 40 + 1;
        silent.Remove(position);
        unknown[position] = ItemResponse.Unknown;
        wrong[position] = ItemResponse.Chosen("d");
        var points = Scoring.Verdict(Form, unknown, Rules).Points;
        return points == Scoring.Verdict(Form, silent, Rules).Points && points >= Scoring.Verdict(Form, wrong, Rules).Points;
    }

    [Property]
    public bool The_same_answers_replay_to_the_same_bytes_through_storage(int seed)
    {
        var answers = Answers(seed);
        var stored = ExamForm.FromJson(Form.ToJson());
        var reversed = answers.Reverse().ToDictionary();
        return Scoring.Verdict(Form, answers, Rules).ToCanonicalJson() == Scoring.Verdict(stored, reversed, Rules).ToCanonicalJson();
    }

    [Fact]
    public void A_block_below_its_mark_fails_a_good_overall_score()
    {
        var weak = Form.Items.Where(item => item.Axis == "donnees").Skip(4).Select(item => item.Position).ToHashSet();
        var answers = Form.Items.ToDictionary(item => item.Position, item => ItemResponse.Chosen(weak.Contains(item.Position) ? "b" : "a"));
        var verdict = Scoring.Verdict(Form, answers, Rules);
        Assert.Equal(85, verdict.Percent);
        Assert.False(verdict.Passed);
        Assert.Equal("donnees", Assert.Single(verdict.Blocks, block => !block.Reached).Axis);
    }

    [Theory]
    [InlineData(28, true)]
    [InlineData(27, false)]
    public void Seventy_percent_passes_and_not_a_point_below(int right, bool passed)
    {
        // Spread evenly, so that every block is above its own mark.
        var positions = Form.Items.GroupBy(item => item.Axis).SelectMany(block => block.Select((item, rank) => (item.Position, rank))).OrderBy(one => one.rank).Select(one => one.Position).Take(right).ToHashSet();
        var answers = Form.Items.ToDictionary(item => item.Position, item => ItemResponse.Chosen(positions.Contains(item.Position) ? "a" : "c"));
        Assert.Equal(passed, Scoring.Verdict(Form, answers, Rules).Passed);
    }

    [Theory]
    [InlineData("a b", 1000)]
    [InlineData("a", 500)]
    [InlineData("a b c", 500)]
    [InlineData("a b c d", 0)]
    [InlineData("c", 0)]
    public void Ticking_everything_brings_nothing(string chosen, int points)
    {
        var item = new PinnedItem(1, "m", "v", "gestion", QuestionKind.MultipleChoice, "", [new("a", "", 0.5m), new("b", "", 0.5m), new("c", "", 0), new("d", "", 0)]);
        Assert.Equal(points, Scoring.PointsOf(item, ItemResponse.Chosen(chosen.Split(' '))));
    }

    [Theory]
    [InlineData(QuestionKind.ShortAnswer, "Pare-feu", " PARE FEU ", 1000)]
    [InlineData(QuestionKind.ShortAnswer, "Pare-feu", "antivirus", 0)]
    [InlineData(QuestionKind.Numerical, "72", "72", 1000)]
    [InlineData(QuestionKind.Numerical, "20:0.5", "20,4", 1000)]
    [InlineData(QuestionKind.Numerical, "20:0.5", "20,6", 0)]
    [InlineData(QuestionKind.Numerical, "40..44", "44", 1000)]
    [InlineData(QuestionKind.Numerical, "40..44", "beaucoup", 0)]
    public void Typed_answers_are_read_kindly(QuestionKind kind, string accepted, string typed, int points)
    {
        var item = new PinnedItem(1, "t", "v", "gestion", kind, "", [new("1", accepted, 1)]);
        Assert.Equal(points, Scoring.PointsOf(item, ItemResponse.Typed(typed)));
    }

    private static Dictionary<int, ItemResponse> Answers(int seed)
    {
        var draw = new SeededDraw(seed);
        var kinds = new[] { ItemResponse.Chosen("a"), ItemResponse.Chosen("b"), ItemResponse.Chosen("d"), ItemResponse.Unknown, null };
        return Form.Items.Select(item => (item.Position, Response: kinds[draw.Below(kinds.Length)]))
            .Where(one => one.Response is not null).ToDictionary(one => one.Position, one => one.Response!);
    }
}

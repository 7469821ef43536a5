using FsCheck.Xunit;
using Tn.Certification.Exam;

namespace Tn.Certification.Tests.Exam;

public class FormAssemblyTests
{
    private static readonly IReadOnlyList<BankItem> Bank = Banks.Of(40);
    private static readonly Blueprint Plan = Blueprint.From(Neighbours.AllRules);

    [Property]
    public bool Every_form_follows_the_blueprint_without_repeating_an_item(long seed)
    {
        var form = Assemble(seed);
        return Plan.Blocks.All(block => form.Items.Count(item => item.Axis == block.Axis) == block.Items)
            && form.Items.DistinctBy(item => item.ItemId).Count() == 40
            && form.Items.Select(item => item.Position).SequenceEqual(Enumerable.Range(1, 40));
    }

    [Property]
    public bool The_same_seed_draws_the_same_form_whatever_the_order_of_the_bank(long seed) =>
        Assemble(seed).ToJson() == FormAssembly.Assemble([.. Bank.Reverse()], Plan, new HashSet<string>(), seed).Value.ToJson();

    [Property]
    public bool Nothing_seen_comes_back_while_the_bank_allows(long first, long second, long third, long fourth)
    {
        var seen = new HashSet<string>();
        foreach (var seed in new[] { first, second, third, fourth })
        {
            var form = FormAssembly.Assemble(Bank, Plan, seen, seed).Value;
            if (form.Items.Any(item => !seen.Add(item.ItemId)))
            {
                return false;
            }
        }

        // Four forms of forty empty a bank of one hundred and sixty; the fifth must repeat.
        return FormAssembly.Assemble(Bank, Plan, seen, first).IsDone;
    }

    [Property]
    public bool No_form_is_much_harder_than_another(long seed) =>
        Assemble(seed).Items.GroupBy(item => item.Axis).All(block =>
            block.Count(item => Bank.Single(one => one.ItemId == item.ItemId).Question.Difficulty == "difficile") is 3 or 4);

    [Fact]
    public void A_bank_too_small_is_refused_with_the_proof()
    {
        var refusal = FormAssembly.Assemble(Banks.Of(9), Plan, new HashSet<string>(), 1).Refusal!;
        Assert.Equal("certification.bank-too-small", refusal.Code);
        Assert.Equal(("10 items", "9 items"), (refusal.Values["needed"], refusal.Values["available"]));
    }

    [Fact]
    public void Choices_are_drawn_too()
    {
        var orders = Enumerable.Range(0, 20).SelectMany(seed => Assemble(seed).Items).Select(item => string.Concat(item.Choices.Select(choice => choice.Id))).Distinct();
        Assert.Equal(24, orders.Count());
    }

    [Fact]
    public void A_seed_draws_for_good_what_it_drew_when_this_was_written()
    {
        Assert.Equal([3, 0, 2, 4, 1], new SeededDraw(2026).Shuffled(Enumerable.Range(0, 5)));
    }

    private static ExamForm Assemble(long seed) => FormAssembly.Assemble(Bank, Plan, new HashSet<string>(), seed).Value;
}

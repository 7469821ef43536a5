using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Lives;
using Tn.Platform.Web;

namespace Tn.Certification.Tests.Lives;

/// <summary>What every life cycle of the module promises, whatever it is about.</summary>
public class LifeCyclesTests
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddCertification().AddSingleton<Sentences>().BuildServiceProvider();

    public static TheoryData<string> Keys => [.. Cycles.Select(cycle => cycle.Key)];

    private static IEnumerable<LifeCycle> Cycles => Services.GetServices<LifeCycle>();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_state_is_reached_has_a_way_out_or_ends_and_says_its_words(string key)
    {
        var cycle = Cycles.Single(one => one.Key == key);
        var sentences = Services.GetRequiredService<Sentences>();
        Assert.NotNull(sentences.Find($"{key}.title"));
        Assert.Equal(cycle.States.Select(state => state.Name).Order(), Reached(cycle).Order());
        foreach (var state in cycle.States)
        {
            Assert.NotNull(sentences.Find($"{key}.state.{Kebab.Of(state.Name)}"));
            var sentence = sentences.Find($"{key}.sentence.{Kebab.Of(state.Name)}") ?? string.Empty;
            Assert.Contains("{article}", sentence, StringComparison.Ordinal);
            Assert.Equal(state.RuleKey is not null, sentence.Contains("{due}", StringComparison.Ordinal));
            Assert.Equal(!state.IsFinal, cycle.Moves.Any(move => move.From == state.Name));
            Assert.True(state.WhenPassed is null || cycle.Moves.Any(move => move.From == state.Name && move.Trigger == state.WhenPassed), $"{state.Name} fires what it does not declare.");
        }

        Assert.All(cycle.Moves, move => Assert.NotNull(sentences.Find($"{key}.trigger.{Kebab.Of(move.Trigger)}")));
    }

    [Fact]
    public void A_step_changed_or_left_out_is_seen()
    {
        var act = ActContext.System(Clock.Monday, "test");
        var first = LifeStep.After(null, "", "Lodged", "—", "Déposé.", act);
        var second = LifeStep.After(first, "Lodged", "BeforePanel", "Admit", "Recevable.", act);
        var third = LifeStep.After(second, "BeforePanel", "Upheld", "Uphold", "Rien de neuf.", act);
        Assert.True(LifeStep.IsWhole([first, second, third]));
        Assert.False(LifeStep.IsWhole([first, third]));
        Assert.False(LifeStep.IsWhole([first, second with { Reason = "Autre raison." }, third]));
    }

    private static HashSet<string> Reached(LifeCycle cycle)
    {
        var reached = new HashSet<string> { cycle.Initial };
        while (cycle.Moves.Where(move => reached.Contains(move.From)).SelectMany(move => move.To).ToList().Any(reached.Add))
        {
        }

        return reached;
    }
}

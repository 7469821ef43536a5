using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tn.Journey.Census;
using Tn.Journey.Path;
using Tn.Platform.Web;

namespace Tn.Journey.Tests.Census;

public class CensusMachineTests
{
    [Fact]
    public void No_move_of_the_path_leads_where_the_census_has_no_way()
    {
        var ways = CensusMachine.Transitions.SelectMany(move => move.To.Select(to => (move.From, to))).ToHashSet();
        var moves = PathMachine.Transitions.SelectMany(move => move.To.Select(to => (From: CensusMachine.Of(move.From), To: CensusMachine.Of(to))));
        Assert.DoesNotContain(moves, move => move.From != move.To && !ways.Contains((move.From, move.To)));
    }

    [Fact]
    public void Every_state_is_reached_and_can_be_left()
    {
        Assert.All(Enum.GetValues<CensusState>(), state =>
        {
            Assert.Contains(CensusMachine.Transitions, move => move.From == state);
            Assert.Contains(CensusMachine.Transitions, move => move.To.Contains(state));
        });
    }

    [Fact]
    public void A_deadline_fires_what_is_declared_from_its_state() =>
        Assert.All(CensusMachine.Duties.Where(one => one.Value.Age?.WhenPassed is not null), one =>
            Assert.Contains(CensusMachine.Transitions, move => move.From == one.Key && move.Trigger == one.Value.Age!.WhenPassed));

    [Fact]
    public void Nobody_changes_a_census_that_somebody_reads()
    {
        Assert.False(CensusMachine.IsOpen(CensusMachine.Of(PathState.UnderAdmissibility)));
        Assert.False(CensusMachine.IsOpen(CensusMachine.Of(PathState.RenewalAwaitingJury)));
        Assert.False(CensusMachine.IsOpen(CensusMachine.Of(PathState.Certified, isMerged: true)));
        Assert.True(CensusMachine.IsOpen(CensusMachine.Of(PathState.PiecesRequested)));
        Assert.True(CensusMachine.IsOpen(CensusMachine.Of(PathState.Certified)));
    }

    [Fact]
    public void Everything_shown_has_its_words()
    {
        var sentences = new ServiceCollection().AddSentences(typeof(JourneyModule).Assembly).AddSingleton<Sentences>().BuildServiceProvider().GetRequiredService<Sentences>();
        var keys = CensusMachine.LifeCycle.States.SelectMany(state => new[] { $"census.state.{Kebab(state.Name)}", $"census.sentence.{Kebab(state.Name)}" })
            .Concat(CensusMachine.LifeCycle.Moves.Select(move => $"census.trigger.{Kebab(move.Trigger)}")).Append("census.title");
        Assert.DoesNotContain(keys, key => sentences.Find(key) is null);
        Assert.All(CensusMachine.LifeCycle.States, state =>
            Assert.Equal(state.RuleKey is not null, sentences.Of($"census.sentence.{Kebab(state.Name)}").Contains("{due}", StringComparison.Ordinal)));
    }

    private static string Kebab(string name) =>
        name.Aggregate(new StringBuilder(), (kebab, letter) => (char.IsUpper(letter) && kebab.Length > 0 ? kebab.Append('-') : kebab).Append(char.ToLowerInvariant(letter))).ToString();
}

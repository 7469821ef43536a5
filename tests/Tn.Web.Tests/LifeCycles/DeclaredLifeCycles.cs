using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.LifeCycles;
using Tn.Platform.Web;

namespace Tn.Web.Tests.LifeCycles;

/// <summary>What the programme promises of every life cycle that a module declares.</summary>
[Collection(OnSqlite.Name)]
public sealed class DeclaredLifeCycles(SqliteSite sqlite)
{
    private enum Light
    {
        Red,
        Green,
        Broken,
        Off,
    }

    private enum Turn
    {
        Go,
        Stop,
        Break,
    }

    [Fact]
    public async Task None_has_a_dead_end_a_state_without_owner_a_refusal_without_appeal_or_a_deadline_out_of_reach()
    {
        var rules = await RulesAsync();
        var cycles = sqlite.Site.Services.GetServices<LifeCycle>().ToList();

        Assert.Contains(cycles, cycle => cycle.Key == "path");
        Assert.Equal(cycles.Count, cycles.DistinctBy(cycle => cycle.Key).Count());
        Assert.Equal([], cycles.SelectMany(cycle => LifeCycleFaults.Of(cycle, rules).Select(fault => $"{cycle.Key}: {fault}")));
    }

    [Fact]
    public void Each_has_its_words()
    {
        CultureInfo.CurrentUICulture = French.Culture;
        var sentences = sqlite.Site.Services.GetRequiredService<Sentences>();
        var texts = sqlite.Site.Services.GetRequiredService<Texts>();

        var keys = sqlite.Site.Services.GetServices<LifeCycle>().SelectMany(cycle =>
        {
            var words = new LifeCycleWords(sentences, texts, cycle);
            return cycle.States.SelectMany(state => new[] { words.KeyOf("state", state.Name), words.KeyOf("sentence", state.Name) })
                .Concat(cycle.Moves.Select(move => words.KeyOf("trigger", move.Trigger)))
                .Append($"{cycle.Key}.title");
        });
        Assert.Equal([], keys.Distinct().Where(key => sentences.Find(key) is null));
    }

    [Fact]
    public void What_breaks_a_promise_is_seen()
    {
        var duties = new Dictionary<Light, Duty<Turn>>
        {
            [Light.Red] = new(DutyOwner.Nobody, "article 1", new("unknown.rule", AgeUnit.Days, Turn.Break)),
            [Light.Green] = new(DutyOwner.Candidate, string.Empty) { IsRefusal = true, Reminders = ["D-7"] },
            [Light.Broken] = new(DutyOwner.Candidate, "article 1"),
            [Light.Off] = new(DutyOwner.Nobody, "article 1") { IsFinal = true },
        };
        var cycle = LifeCycle.Of("light", Light.Red, duties, [new Move<Light, Turn>(Light.Red, Turn.Go, [Light.Green]), new Move<Light, Turn>(Light.Broken, Turn.Stop, [Light.Off])]);

        Assert.Equal(
            [
                "Red waits for nobody",
                "Red has a deadline whose move Break is not declared",
                "Red has a deadline by unknown.rule, which has no value",
                "Green is a dead end",
                "Green refuses without appeal",
                "Green reminds of a last day that it does not have",
                "Green cites no article",
                "Broken cannot be reached from Red",
                "Off cannot be reached from Red",
                "Red leads to no end",
                "Green leads to no end",
            ],
            LifeCycleFaults.Of(cycle, []));
    }

    [Fact]
    public async Task Each_is_drawn_for_everybody()
    {
        using var stranger = sqlite.Site.Visit();
        var page = await stranger.GetAsync("/programme/cycles-de-vie");

        foreach (var cycle in sqlite.Site.Services.GetServices<LifeCycle>())
        {
            Assert.Equal(cycle.States.Count, page.Document.QuerySelectorAll($"#tableau-{cycle.Key} tbody tr").Length);
        }

        Assert.Equal(sqlite.Site.Services.GetServices<LifeCycle>().Count(), page.Document.QuerySelectorAll("main svg").Length);
    }

    private async Task<IReadOnlyCollection<string>> RulesAsync()
    {
        await using var scope = sqlite.Site.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<IProgrammeRules>().AllAsync(French.Day(TimeProvider.System.GetUtcNow()), CancellationToken.None)).Keys];
    }
}

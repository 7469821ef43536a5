using Tn.Kernel;

namespace Tn.Testing.Histories;

/// <summary>What was tried in a history, what came of it, and what went wrong: an exception, or an act that should have been refused.</summary>
internal sealed class Journal(HistoryClock clock)
{
    private readonly Dictionary<(string Act, string Result), int> acts = [];
    private readonly List<string> failures = [];
    private readonly List<string> trespasses = [];

    /// <summary>How often each act had each result: <c>done</c>, or the code of its refusal.</summary>
    public IReadOnlyDictionary<(string Act, string Result), int> Acts => acts;

    /// <summary>Acts and works that ended in an exception.</summary>
    public IReadOnlyList<string> Failures => failures;

    /// <summary>Acts that were done, or moved a file, where nothing allows them.</summary>
    public IReadOnlyList<string> Trespasses => trespasses;

    /// <summary>Runs an act and notes its result. A refusal is the machine doing its work; an exception is kept as a failure.</summary>
    /// <returns>The act's outcome; refused with <c>history.failed</c> after an exception.</returns>
    public async Task<Outcome> WatchAsync(string act, Func<Task<Outcome>> work)
    {
        var outcome = await OutcomeOfAsync(act, work);
        var key = (act, outcome.Refusal?.Code ?? "done");
        acts[key] = acts.GetValueOrDefault(key) + 1;
        return outcome;
    }

    public void Trespass(string what) => trespasses.Add($"{clock.Today:yyyy-MM-dd} {what}");

    private async Task<Outcome> OutcomeOfAsync(string act, Func<Task<Outcome>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure)
        {
            // Whatever it is: that is the property.
            failures.Add($"{clock.Today:yyyy-MM-dd} {act}: {failure}");
            return new Refusal("history.failed");
        }
    }
}

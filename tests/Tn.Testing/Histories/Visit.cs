using Tn.Contracts;
using Tn.Journey.Path;
using Tn.Kernel;

namespace Tn.Testing.Histories;

/// <summary>A day on which somebody looks at a consultant's file and does what is due there: herself, or who must act in the state it is in.</summary>
internal sealed class Visit(HistorySite site, Journal journal, Simulated who, ConsultantDossier? dossier)
{
    private static readonly TimeSpan BetweenActs = TimeSpan.FromSeconds(10);

    public HistorySite Site => site;

    public Simulated Who => who;

    public Random Random => who.Random;

    public PersonId Person => who.Person;

    public DateOnly Today => site.Clock.Today;

    public PathState? State => dossier?.State;

    public ConsultantDossier Dossier => dossier!;

    public bool Chance(int percent) => who.Chance(percent);

    /// <summary>True when she does today what is asked of her.</summary>
    public bool IsWilling() => Chance(who.Character.Answers) && !who.IsGone;

    public ActContext Herself(TimeSpan later = default) => new(Person, who.Name, new HashSet<Role> { Role.Consultant }, site.Clock.GetUtcNow() + later, "web");

    public ActContext As(PersonId member) => new(member, Roster.NameOf(member), Roster.RolesOf(member), site.Clock.GetUtcNow(), "web");

    /// <summary>A member of the private partners' committee, drawn.</summary>
    public ActContext Partner() => As(Roster.Partners[Random.Next(Roster.Partners.Count)].Person);

    /// <summary>An act, noted in the journal.</summary>
    public Task<Outcome> DoAsync<TService>(string what, Func<TService, Task<Outcome>> act)
        where TService : notnull
    {
        site.Clock.Pass(BetweenActs);
        return journal.WatchAsync(what, () => site.AskAsync(act));
    }

    /// <summary>An act that her file does not allow: anything but a refusal that leaves the file where it was is a trespass.</summary>
    public async Task TrespassAsync<TService>(string what, Func<TService, Task<Outcome>> act)
        where TService : notnull
    {
        var tried = await DoAsync($"out of place: {what}", act);
        var after = await Ledger.FindDossierAsync(site, Person);
        if (tried.IsDone || after?.HistoryLength != dossier?.HistoryLength)
        {
            journal.Trespass($"{what} by {who.Name} in {State}, done: {tried.IsDone}, moved to {after?.State}");
        }
    }

    /// <summary>An act that was acknowledged must have moved the file.</summary>
    public async Task<bool> MovesAsync<TService>(string what, Func<TService, Task<Outcome>> act)
        where TService : notnull
    {
        var outcome = await DoAsync(what, act);
        if (outcome.IsDone && (await Ledger.FindDossierAsync(site, Person))?.HistoryLength == dossier?.HistoryLength)
        {
            journal.Trespass($"{what} by {who.Name} in {State} was acknowledged and moved nothing");
        }

        return outcome.IsDone;
    }
}

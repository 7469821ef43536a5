using Microsoft.EntityFrameworkCore;
using Tn.Certification.Jury;
using Tn.Contracts;
using Tn.Kernel;
using Tn.Platform.Data;

namespace Tn.Testing.Histories.Acts;

/// <summary>A day of the jury: a meeting is opened for all who wait, and open cases are heard, mostly with a quorum.</summary>
internal sealed class JuryRoom(HistorySite site, Journal journal, Random random)
{
    private readonly HashSet<(JuryCaseId Case, PersonId Member)> aside = [];

    public async Task SitAsync()
    {
        await DoAsync<OpenMeeting>("open a meeting", async act => (await act.OpenAsync(site.Clock.Today, As(Roster.Partners[0].Person), default)).Refusal is { } refusal ? refusal : Outcome.Done);
        var open = await site.AskAsync<TnDbContext, List<JuryCase>>(db => db.Set<JuryCase>().AsNoTracking().Where(row => row.Status == JuryCaseStatus.Open).ToListAsync());
        foreach (var one in open.OrderBy(one => one.File.Number, StringComparer.Ordinal))
        {
            // Some are put off to the next meeting.
            if (random.Next(100) >= 5)
            {
                await HearAsync(one);
            }
        }
    }

    private async Task HearAsync(JuryCase one)
    {
        var members = Roster.Jury.ToArray();
        random.Shuffle(members);
        await TryTheTiedAsync(one, members);
        // Who stood aside does not come again: else one file in thousands waits half a year for its quorum.
        var free = members.Where(member => !Tied(member, one) && !aside.Contains((one.Id, member.Person))).ToList();
        // Only where the college has somebody else: a jury that can no longer decide is another story.
        if (random.Next(100) < 4 && free.Count(member => member.College == free[0].College) > 1)
        {
            aside.Add((one.Id, free[0].Person));
            await DoAsync<DeclareRecusal>("declare a recusal", act => act.DeclareAsync(one.Id, "C’est mon voisin.", As(free[0].Person), default));
            free = random.Next(2) == 0 ? [.. free.Skip(1)] : free;
        }

        var tendency = Draw();
        foreach (var member in Sitting(free))
        {
            var choice = random.Next(100) < 85 ? tendency : Draw();
            await DoAsync<CastVote>("vote", act => act.VoteAsync(one.Id, BallotOf(choice), As(member.Person), default));
        }

        await DoAsync<DecideCase>("decide a case", act => act.DecideAsync(one.Id, As(Roster.Partners[0].Person), default));
    }

    // One of each college, now and then one college short; then some others, or everybody.
    private List<CommitteeMember> Sitting(List<CommitteeMember> free)
    {
        var firsts = free.DistinctBy(member => member.College).ToList();
        var others = free.Except(firsts).ToList();
        return random.Next(20) switch
        {
            0 => [.. firsts.Skip(1)],
            < 4 => [.. firsts, .. others],
            _ => [.. firsts, .. others.Take(random.Next(2))],
        };
    }

    private async Task TryTheTiedAsync(JuryCase one, IReadOnlyList<CommitteeMember> members)
    {
        if (members.FirstOrDefault(member => Tied(member, one)) is { } tied && random.Next(3) == 0
            && (await DoAsync<CastVote>("vote though tied", act => act.VoteAsync(one.Id, BallotOf(JuryChoice.Certify), As(tied.Person), default))).IsDone)
        {
            journal.Trespass($"{tied.DisplayName} voted on {one.File.Number} in spite of a tie");
        }
    }

    private JuryChoice Draw() => random.Next(100) switch { < 68 => JuryChoice.Certify, < 78 => JuryChoice.CertifyOnProbation, < 88 => JuryChoice.Defer, _ => JuryChoice.Reject };

    private Ballot BallotOf(JuryChoice choice) => choice == JuryChoice.Defer
        ? new Ballot(choice, "À compléter.", "Une référence de plus.", site.Clock.Today.AddDays(random.Next(10, 90)))
        : new Ballot(choice, "Au vu du dossier.");

    private static bool Tied(CommitteeMember member, JuryCase one) => member.Ties.Intersect(one.File.Ties).Any();

    private ActContext As(PersonId member) => new(member, Roster.NameOf(member), Roster.RolesOf(member), site.Clock.GetUtcNow(), "web");

    private Task<Outcome> DoAsync<TService>(string what, Func<TService, Task<Outcome>> act)
        where TService : notnull
    {
        site.Clock.Pass(TimeSpan.FromSeconds(5));
        return journal.WatchAsync(what, () => site.AskAsync(act));
    }
}

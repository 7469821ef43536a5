using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Certificates;
using Tn.Certification.Jury;
using Tn.Platform.Data;

namespace Tn.Certification.Tests.Races;

/// <summary>Two or three people, one instant, two hundred times: a barrier lets them go together.</summary>
public sealed class AtTheSameInstant
{
    private const int Rounds = 200;
    private static readonly DateTimeOffset Day = Clock.Monday;
    private static readonly PersonId[] Jury = [People.Public, People.Pedagogical, People.Private];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Three_members_vote_at_once_all_votes_count_and_one_certificate_follows(bool postgres)
    {
        await using var workshop = await OpenAsync(postgres);
        for (var round = 1; round <= Rounds; round++)
        {
            var one = await NextCaseAsync(workshop, round);
            var votes = await TogetherAsync([.. Jury.Select<PersonId, Func<Task<Outcome>>>(member => () => workshop.VoteAsync(one.Id, member, JuryChoice.Certify, Day))]);
            Assert.All(votes, vote => Assert.True(vote.IsDone, vote.Refusal?.Code));
            var decided = await workshop.CaseAsync(one.Id);
            Assert.Equal((JuryCaseStatus.Decided, 3), (decided.Status, decided.Minutes?.Votes.Count));
        }

        await CountAsync(workshop, certificates: Rounds, facts: Rounds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_double_click_on_a_vote_is_one_vote(bool postgres)
    {
        await using var workshop = await OpenAsync(postgres);
        for (var round = 1; round <= Rounds; round++)
        {
            var one = await NextCaseAsync(workshop, round);
            var click = () => workshop.VoteAsync(one.Id, People.Public, JuryChoice.Certify, Day);
            Assert.All(await TogetherAsync(click, click), vote => Assert.True(vote.IsDone, vote.Refusal?.Code));
            Assert.Equal(1, await workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<JuryVote>().CountAsync(row => row.Case == one.Id)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_close_at_once_one_issues_the_certificate(bool postgres)
    {
        await using var workshop = await OpenAsync(postgres);
        for (var round = 1; round <= Rounds; round++)
        {
            var one = await NextCaseAsync(workshop, round);
            await InsertVotesAsync(workshop, one.Id);
            var close = () => CloseAsync(workshop, one.Id);
            var closings = await TogetherAsync(close, close);
            Assert.Single(closings, closing => closing.IsDone);
            // The other finds the case decided or, a moment earlier, the file already moved.
            Assert.Contains(closings.Single(closing => !closing.IsDone).Refusal!.Code, new[] { "certification.case-decided", "path.not-allowed" });
        }

        await CountAsync(workshop, certificates: Rounds, facts: Rounds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_files_decided_at_once_get_two_numbers(bool postgres)
    {
        await using var workshop = await OpenAsync(postgres);
        for (var round = 1; round <= Rounds / 4; round++)
        {
            var (one, other) = (await NextCaseAsync(workshop, 2 * round), await NextCaseAsync(workshop, 2 * round + 1));
            await InsertVotesAsync(workshop, one.Id);
            await InsertVotesAsync(workshop, other.Id);
            var closings = await TogetherAsync(() => CloseAsync(workshop, one.Id), () => CloseAsync(workshop, other.Id));
            Assert.All(closings, closing => Assert.True(closing.IsDone, closing.Refusal?.Code));
        }

        await CountAsync(workshop, certificates: Rounds / 2, facts: Rounds / 2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_withdraw_at_once_one_fact_is_written(bool postgres)
    {
        await using var workshop = await OpenAsync(postgres);
        for (var round = 1; round <= Rounds; round++)
        {
            var one = await NextCaseAsync(workshop, round);
            await InsertVotesAsync(workshop, one.Id);
            Assert.True((await CloseAsync(workshop, one.Id)).IsDone);
            var withdraw = () => WithdrawAsync(workshop, one.Candidate);
            Assert.Single(await TogetherAsync(withdraw, withdraw), outcome => outcome.IsDone);
        }

        await CountAsync(workshop, certificates: Rounds, facts: 2 * Rounds);
    }

    private static Task<Workshop> OpenAsync(bool postgres) =>
        postgres ? Workshop.OpenOnPostgreSqlAsync(PathState.Closed) : Workshop.OpenAsync(PathState.Closed);

    private static async Task<JuryCase> NextCaseAsync(Workshop workshop, int round)
    {
        var person = new PersonId(new Guid(round, 1, 0, new byte[8]));
        workshop.Path_.Put(People.FileOf(PathState.AwaitingJury, person));
        return await workshop.OpenCaseAsync(Day);
    }

    private static Task<Outcome> CloseAsync(Workshop workshop, JuryCaseId id) =>
        workshop.DoAsync(scope => scope.GetRequiredService<DecideCase>().DecideAsync(id, People.Act(People.Public, Role.JuryMember, Day), CancellationToken.None));

    private static Task<Outcome> WithdrawAsync(Workshop workshop, PersonId holder) =>
        workshop.DoAsync(scope => scope.GetRequiredService<DecideSanction>().DecideAsync(holder, new Sanction(FactKind.Withdrawn, "article 14", "Un lien caché."), People.Act(People.Partner, Role.PartnersMember, Day.AddDays(1)), CancellationToken.None));

    // Straight into the table, so that the last vote does not close the case before the race.
    private static Task<int> InsertVotesAsync(Workshop workshop, JuryCaseId id) => workshop.DoAsync(scope =>
    {
        var db = scope.GetRequiredService<TnDbContext>();
        db.AddRange(Jury.Select(member => new JuryVote { Case = id, Member = member, Ballot = new Ballot(JuryChoice.Certify, "Solide."), CastAt = Day }));
        return db.SaveChangesAsync();
    });

    private static async Task CountAsync(Workshop workshop, int certificates, int facts) => await workshop.DoAsync(async scope =>
    {
        var db = scope.GetRequiredService<TnDbContext>();
        Assert.Equal(certificates, await db.Set<Certificate>().CountAsync());
        Assert.Equal(certificates, (await db.Set<Certificate>().Select(row => row.Number).ToListAsync()).Distinct().Count());
        Assert.Equal(facts, await db.Set<CertificateFact>().CountAsync());
        Assert.All((await db.Set<CertificateFact>().AsNoTracking().ToListAsync()).GroupBy(fact => fact.Certificate), chain => Assert.True(CertificateFact.IsIntact(chain)));
        return true;
    });

    private static async Task<T[]> TogetherAsync<T>(params Func<Task<T>>[] acts)
    {
        using var barrier = new Barrier(acts.Length);
        return await Task.WhenAll(acts.Select(act => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait();
                return act();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}

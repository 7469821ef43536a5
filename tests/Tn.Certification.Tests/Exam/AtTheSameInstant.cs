using Microsoft.EntityFrameworkCore;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Publication;
using Tn.Platform.Data;

namespace Tn.Certification.Tests.Exam;

/// <summary>Two tabs, one instant, many times: a barrier lets them go together.</summary>
public sealed class AtTheSameInstant
{
    private const int Rounds = 200;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_one_attempt_left_two_starts_open_one_sitting(bool postgres)
    {
        await using var workshop = postgres ? await Workshop.OpenOnPostgreSqlAsync() : await Workshop.OpenAsync();
        workshop.Neighbours.Decided[RuleKeys.ExamAttemptsPerYear] = "1";
        for (var round = 0; round < Rounds; round++)
        {
            var candidate = NewCandidate(workshop, round);
            var start = (long seed) => workshop.AskAsync<StartSitting, Outcome<SittingId>>(act => act.StartAsync(seed, null, People.Act(candidate, Role.Consultant, Clock.Monday), default));
            var outcomes = await TogetherAsync(() => start(1), () => start(2));

            Assert.Single(outcomes, outcome => outcome.IsDone);
            Assert.Single(outcomes, outcome => outcome.Refusal?.Code == "certification.sitting-already-open");
        }

        Assert.Equal(Rounds, await workshop.AskAsync<TnDbContext, int>(db => db.Set<Sitting>().CountAsync()));
        Assert.Equal(Rounds * 40, await workshop.AskAsync<TnDbContext, int>(db => db.Set<SittingItem>().CountAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Publishing_and_cancelling_at_once_lets_one_decision_through(bool postgres)
    {
        await using var workshop = postgres ? await Workshop.OpenOnPostgreSqlAsync() : await Workshop.OpenAsync();
        workshop.Neighbours.Decided[RuleKeys.ExamPublication] = "retenue";
        for (var round = 0; round < Rounds / 4; round++)
        {
            var act = People.Act(NewCandidate(workshop, round), Role.Consultant, Clock.Monday);
            var id = (await workshop.AskAsync<StartSitting, Outcome<SittingId>>(start => start.StartAsync(1, null, act, default))).Value;
            await workshop.AskAsync<FinishSitting, Outcome>(finish => finish.FinishAsync(id, act, default));
            var decide = (SittingTrigger decision) => workshop.AskAsync<DecideOnSitting, Outcome>(one => one.DecideAsync(id, decision, "Motif.", Workshop.Partner(Clock.Monday.AddHours(1)), default));
            var outcomes = await TogetherAsync(() => decide(SittingTrigger.Publish), () => decide(SittingTrigger.Cancel));

            Assert.Single(outcomes, outcome => outcome.IsDone);
            var sitting = await workshop.AskAsync<TnDbContext, Sitting>(db => db.Set<Sitting>().AsNoTracking().Include(row => row.History).SingleAsync(row => row.Id == id));
            Assert.True(SittingHistoryRow.IsWhole(sitting, sitting.History));
            Assert.Equal(3, sitting.History.Count);
        }
    }

    private static PersonId NewCandidate(Workshop workshop, int round)
    {
        var candidate = new PersonId(Guid.CreateVersion7(Clock.Monday.AddSeconds(round)));
        workshop.Path_.Put(People.FileOf(PathState.ExamOpen, candidate));
        return candidate;
    }

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

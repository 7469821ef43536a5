using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Jury;
using Tn.Platform.Data;
using Tn.Platform.Events;

namespace Tn.Certification.Tests.Jury;

public class DecideCaseTests
{
    private static readonly DateTimeOffset Day = Clock.Monday;

    [Fact]
    public async Task The_last_vote_needed_decides_certifies_and_tells()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var view = await workshop.CertifyAsync(Day);

        Assert.Equal(PathState.Certified, workshop.Path_.Of(People.Candidate).State);
        Assert.Equal(("TN-2026-0001", new DateOnly(2026, 11, 23), new DateOnly(2029, 11, 22)), (view.Certificate.Number, view.Certificate.From, view.Certificate.Until));
        Assert.Equal(["D-150", "D-30", "D-7", "D-90"], workshop.Post.Reminders.Values.Select(one => one.Step).Order(StringComparer.Ordinal));
        var letter = Assert.Single(workshop.Post.Letters.Values);
        Assert.Contains(letter.Paragraphs, paragraph => paragraph.Contains("contester", StringComparison.Ordinal) && paragraph.Contains("mercredi 23 décembre 2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_closers_make_one_certificate_in_two_hundred_rounds()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        for (var round = 1; round <= 200; round++)
        {
            var person = new PersonId(new Guid(round, 1, 0, new byte[8]));
            workshop.Path_.Put(People.FileOf(PathState.AwaitingJury, person));
            workshop.Path_.Put(People.FileOf(PathState.Closed));
            var one = await workshop.OpenCaseAsync(Day);
            await InsertVotesAsync(workshop, one.Id);
            var closings = await Task.WhenAll(CloseAsync(workshop, one.Id), CloseAsync(workshop, one.Id));
            Assert.Single(closings, closing => closing.IsDone);
        }

        var (certificates, facts, issued) = await workshop.DoAsync(async scope =>
        {
            var db = scope.GetRequiredService<TnDbContext>();
            return (await db.Set<Tn.Certification.Certificates.Certificate>().CountAsync(),
                await db.Set<Tn.Certification.Certificates.CertificateFact>().CountAsync(),
                await db.Set<OutboxMessage>().CountAsync(row => row.Name == "certification.certificate-issued"));
        });
        Assert.Equal((200, 200, 200), (certificates, facts, issued));
        Assert.Equal(200, workshop.Post.Letters.Count);
    }

    [Fact]
    public async Task Closing_without_quorum_is_refused_and_changes_nothing()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var one = await workshop.OpenCaseAsync(Day);
        await workshop.VoteAsync(one.Id, People.Public, JuryChoice.Certify, Day);
        Assert.Equal("certification.no-quorum", (await CloseAsync(workshop, one.Id)).Refusal!.Code);
        Assert.Equal((JuryCaseStatus.Open, PathState.AwaitingJury), ((await workshop.CaseAsync(one.Id)).Status, workshop.Path_.Of(People.Candidate).State));
    }

    [Fact]
    public async Task A_member_with_a_tie_cannot_vote_and_the_quorum_misses_the_college()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        workshop.Neighbours.Members[2] = workshop.Neighbours.Members[2] with { Ties = ["Editions BRUNET"] };
        var one = await workshop.OpenCaseAsync(Day);
        Assert.Equal("certification.recused", (await workshop.VoteAsync(one.Id, People.Private, JuryChoice.Certify, Day)).Refusal!.Code);
    }

    [Fact]
    public async Task A_declared_recusal_takes_back_the_vote()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var one = await workshop.OpenCaseAsync(Day);
        await workshop.VoteAsync(one.Id, People.Private, JuryChoice.Certify, Day);
        var declared = await workshop.DoAsync(scope => scope.GetRequiredService<DeclareRecusal>().DeclareAsync(one.Id, "Une cliente commune.", People.Act(People.Private, Role.JuryMember, Day), CancellationToken.None));
        Assert.True(declared.IsDone);
        await workshop.VoteAsync(one.Id, People.Public, JuryChoice.Certify, Day);
        await workshop.VoteAsync(one.Id, People.Pedagogical, JuryChoice.Certify, Day);
        var refusal = (await CloseAsync(workshop, one.Id)).Refusal!;
        Assert.Equal("collège privé", refusal.Values["colleges"]);
    }

    [Fact]
    public async Task A_vote_is_replaced_until_the_decision_and_refused_after()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var one = await workshop.OpenCaseAsync(Day);
        await workshop.VoteAsync(one.Id, People.Public, JuryChoice.Certify, Day);
        await workshop.VoteAsync(one.Id, People.Public, JuryChoice.Reject, Day);
        await workshop.VoteAsync(one.Id, People.Pedagogical, JuryChoice.Reject, Day);
        await workshop.VoteAsync(one.Id, People.Private, JuryChoice.Certify, Day);
        var decided = await workshop.CaseAsync(one.Id);
        Assert.Equal((JuryChoice.Reject, 2, 3), (decided.Decision, decided.Minutes!.Votes.Count(vote => vote.Choice == JuryChoice.Reject), decided.Minutes.Votes.Count));
        Assert.Equal("certification.case-decided", (await workshop.VoteAsync(one.Id, People.Public, JuryChoice.Certify, Day)).Refusal!.Code);
        Assert.Empty(await workshop.CertificatesAsync());
    }

    [Fact]
    public async Task A_deferral_keeps_the_prescriptions_and_the_day()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var one = await workshop.OpenCaseAsync(Day);
        foreach (var member in new[] { People.Public, People.Pedagogical, People.Private })
        {
            await workshop.VoteAsync(one.Id, member, JuryChoice.Defer, Day);
        }

        var minutes = (await workshop.CaseAsync(one.Id)).Minutes!;
        Assert.Equal((new DateOnly(2027, 1, 22), "Une référence."), (minutes.DeferredUntil, Assert.Single(minutes.Prescriptions)));
        Assert.Equal(PathState.Deferred, workshop.Path_.Of(People.Candidate).State);
    }

    [Fact]
    public async Task Who_does_not_sit_cannot_vote_nor_open_a_meeting()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        var one = await workshop.OpenCaseAsync(Day);
        Assert.Equal("certification.not-in-the-jury", (await workshop.VoteAsync(one.Id, People.Partner, JuryChoice.Certify, Day)).Refusal!.Code);
        var denied = await workshop.DoAsync(scope => scope.GetRequiredService<OpenMeeting>().OpenAsync(French.Day(Day), People.Act(People.Public, Role.JuryMember, Day), CancellationToken.None));
        Assert.Equal("access.denied", denied.Refusal!.Code);
    }

    private static Task<Outcome> CloseAsync(Workshop workshop, JuryCaseId id) =>
        workshop.DoAsync(scope => scope.GetRequiredService<DecideCase>().DecideAsync(id, People.Act(People.Public, Role.JuryMember, Day), CancellationToken.None));

    // Straight into the table, so that the last vote does not close the case before the race.
    private static Task<int> InsertVotesAsync(Workshop workshop, JuryCaseId id) => workshop.DoAsync(scope =>
    {
        var db = scope.GetRequiredService<TnDbContext>();
        db.AddRange(workshop.Neighbours.Members.Select(member => new JuryVote { Case = id, Member = member.Person, Ballot = new Ballot(JuryChoice.Certify, "Solide."), CastAt = Day }));
        return db.SaveChangesAsync();
    });
}

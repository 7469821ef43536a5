using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Appeals;
using Tn.Certification.CaseStudies;
using Tn.Certification.Certificates;
using Tn.Certification.Complaints;
using Tn.Certification.Credentials.Keys;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Bank;
using Tn.Certification.Exam.Publication;
using Tn.Certification.Exam.Sessions;
using Tn.Certification.Surveillance;

namespace Tn.Certification.Tests;

/// <summary>The committees' desks ask who reads, whatever their pages ask.</summary>
public sealed class DeskReadTests
{
    [Fact]
    public async Task A_stranger_and_a_candidate_read_no_desk()
    {
        await using var workshop = await Workshop.OpenAsync();
        Assert.All(await AskedAsync(workshop, ActContext.Anonymous(Clock.Monday)), refusal => Assert.Equal("access.sign-in", refusal?.Code));
        Assert.All(await AskedAsync(workshop, Workshop.Candidate(Clock.Monday)), refusal => Assert.Equal("access.denied", refusal?.Code));
        Assert.All(await AskedAsync(workshop, ActContext.System(Clock.Monday, "test")), Assert.Null);
    }

    [Fact]
    public async Task Who_hears_appeals_without_deciding_sanctions_does_not_read_them_all()
    {
        await using var workshop = await Workshop.OpenAsync();
        var member = People.Act(People.Public, Role.JuryMember, Clock.Monday);
        Assert.Empty((await workshop.AskAsync<AppealQueries, Outcome<List<Appeal>>>(queries => queries.ForMemberAsync(member, default))).Value);
        Assert.Equal("access.denied", (await workshop.AskAsync<AppealQueries, Outcome<(List<Appeal>, int)>>(queries => queries.PageAsync(1, member, default))).Refusal?.Code);
    }

    private static Task<List<Refusal?>> AskedAsync(Workshop workshop, ActContext act) => workshop.DoAsync(async scope =>
    {
        var rules = await scope.GetRequiredService<IProgrammeRules>().AllAsync(French.Day(act.At), default);
        return new List<Refusal?>
        {
            (await scope.GetRequiredService<RotateKeys>().ListAsync(act, default)).Refusal,
            (await scope.GetRequiredService<AppealQueries>().ForMemberAsync(act, default)).Refusal,
            (await scope.GetRequiredService<AppealQueries>().PageAsync(1, act, default)).Refusal,
            (await scope.GetRequiredService<CaseStudyQueries>().WaitingAsync(act, default)).Refusal,
            (await scope.GetRequiredService<CaseStudyQueries>().SubjectsAsync(act, default)).Refusal,
            (await scope.GetRequiredService<CaseStudyQueries>().AgreementAsync(act, default)).Refusal,
            (await scope.GetRequiredService<CaseStudyQueries>().EntrustedAsync(new CaseStudyId(Guid.Empty), act, default)).Refusal,
            (await scope.GetRequiredService<DecideSanction>().FindAsync("C-2026-0012", act, default)).Refusal,
            (await scope.GetRequiredService<ComplaintQueries>().PageAsync(1, act, default)).Refusal,
            (await scope.GetRequiredService<ComplaintQueries>().FindAsync(new ComplaintId(Guid.Empty), act, default)).Refusal,
            (await scope.GetRequiredService<ComplaintQueries>().ProposalsAsync(People.Candidate, act, default)).Refusal,
            (await scope.GetRequiredService<BankQueries>().PageAsync(null, 1, act, default)).Refusal,
            (await scope.GetRequiredService<FormSource>().ShowAsync(rules, act, default)).Refusal,
            (await scope.GetRequiredService<FormSource>().ExclusionsAsync(act, default)).Refusal,
            (await scope.GetRequiredService<GrantExtraTime>().CandidatesAsync(act, default)).Refusal,
            (await scope.GetRequiredService<SessionQueries>().ListAsync(1, act, default)).Refusal,
            (await scope.GetRequiredService<SittingDesk>().ListAsync(SittingStatus.Graded, 1, act, default)).Refusal,
            (await scope.GetRequiredService<SittingDesk>().OpenAsync(new SittingId(Guid.Empty), act, default)).Refusal,
            (await scope.GetRequiredService<SurveillanceQueries>().PageAsync(1, act, default)).Refusal,
            (await scope.GetRequiredService<SurveillanceQueries>().MissingAsync(act, default)).Refusal,
            (await scope.GetRequiredService<SurveillanceQueries>().FindAsync(new ControlId(Guid.Empty), act, default)).Refusal,
        };
    });
}

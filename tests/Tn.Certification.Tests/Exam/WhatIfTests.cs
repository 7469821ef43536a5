using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Exam;
using Tn.Certification.Exam.Publication;
using Tn.Certification.Jury;

namespace Tn.Certification.Tests.Exam;

public class WhatIfTests
{
    [Fact]
    public async Task Supposing_shows_another_verdict_and_keeps_nothing()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Clock.Monday)).Value;
        await workshop.AnswerAllAsync(id, right: 27, Clock.Monday.AddMinutes(5));
        await workshop.FinishAsync(id, Clock.Monday.AddMinutes(6));

        var before = await workshop.SittingAsync(id);
        var answers = await workshop.AskAsync<ExamOffice, IReadOnlyDictionary<int, ItemResponse>>(office => office.AnswersAsync(id, default));
        var same = new WhatIf([], null, null).Of(before, answers, new HashSet<string>());
        var neutralised = WhatIf.Read(" 40, 39 ", null, 0, 40).Value.Of(before, answers, new HashSet<string>());
        var lower = WhatIf.Read(null, 60, 0, 40).Value.Of(before, answers, new HashSet<string>());
        Assert.Equal(before.VerdictJson, same.ToCanonicalJson());
        Assert.Equal((false, true, true), (before.Passed!.Value, neutralised.Passed, lower.Passed));
        Assert.Equal((72, 67), (neutralised.Percent, lower.Percent));

        var after = await workshop.SittingAsync(id);
        Assert.Equal((before.VerdictHash, before.Revision, before.HistoryHead), (after.VerdictHash, after.Revision, after.HistoryHead));
    }

    [Fact]
    public async Task The_jury_supposes_of_the_case_it_may_judge_and_a_recused_member_does_not()
    {
        await using var workshop = await Workshop.OpenAsync();
        var id = (await workshop.StartAsync(Clock.Monday)).Value;
        await workshop.AnswerAllAsync(id, right: 36, Clock.Monday.AddMinutes(5));
        await workshop.FinishAsync(id, Clock.Monday.AddMinutes(6));
        workshop.Path_.Put(People.FileOf(PathState.AwaitingJury));
        var one = await workshop.OpenCaseAsync(Clock.Monday.AddDays(1));

        var supposed = (await SupposeAsync(People.Pedagogical, Role.JuryMember)).Value!;
        Assert.Equal((true, false), (supposed.Real!.Passed, supposed.Other!.Passed));
        await workshop.DoAsync(scope => scope.GetRequiredService<DeclareRecusal>().DeclareAsync(one.Id, "Une cliente commune.", People.Act(People.Private, Role.JuryMember, Clock.Monday.AddDays(1)), CancellationToken.None));
        Assert.Equal("certification.recused", (await SupposeAsync(People.Private, Role.JuryMember)).Refusal!.Code);
        Assert.Equal("access.denied", (await SupposeAsync(People.Partner, Role.PartnersMember)).Refusal!.Code);

        Task<Outcome<SupposedVerdict?>> SupposeAsync(PersonId member, Role role) => workshop.AskAsync<SupposeVerdict, Outcome<SupposedVerdict?>>(
            suppose => suppose.OfCaseAsync(one.Id, new Supposition(null, 95, null), People.Act(member, role, Clock.Monday.AddDays(1)), CancellationToken.None));
    }

    [Theory]
    [InlineData("41", null, "exam.incident-item")]
    [InlineData("0", null, "exam.incident-item")]
    [InlineData("trois", null, "exam.incident-item")]
    [InlineData("3", 101, "exam.mark-range")]
    public void What_cannot_be_supposed_is_refused(string items, int? pass, string code) =>
        Assert.Equal(code, WhatIf.Read(items, pass, null, 40).Refusal!.Code);
}

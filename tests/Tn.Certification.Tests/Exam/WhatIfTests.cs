using Tn.Certification.Exam;
using Tn.Certification.Exam.Publication;

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

    [Theory]
    [InlineData("41", null, "exam.incident-item")]
    [InlineData("0", null, "exam.incident-item")]
    [InlineData("trois", null, "exam.incident-item")]
    [InlineData("3", 101, "exam.mark-range")]
    public void What_cannot_be_supposed_is_refused(string items, int? pass, string code) =>
        Assert.Equal(code, WhatIf.Read(items, pass, null, 40).Refusal!.Code);
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.CaseStudies;
using Tn.Certification.Lives;
using Tn.Certification.Papers;
using Tn.Certification.Tests.Papers.Blind;
using Tn.Platform.Data;

namespace Tn.Certification.Tests.CaseStudies;

public class CaseStudyTests
{
    private static readonly DateTimeOffset Day = Clock.Monday;
    private static readonly string Answer = string.Concat(Enumerable.Repeat("Une seule entrée pour les commandes, essayée trois semaines. ", 10));

    [Fact]
    public async Task Received_handed_in_and_marked_by_two_the_file_goes_to_the_jury()
    {
        await using var workshop = await OpenAsync();
        await HandedInAsync(workshop);
        var work = await ReadAsync(workshop);
        Assert.Equal((CaseStudyState.AwaitingMarks, 2), (work.State, work.Markers.Count));

        await MarkAsync(workshop, work.Markers[0], 3);
        Assert.Equal(PathState.CaseStudy, workshop.Path_.Of(People.Candidate).State);
        await MarkAsync(workshop, work.Markers[1], 4);
        work = await ReadAsync(workshop);
        Assert.Equal((CaseStudyState.Marked, 3.5m, PathState.AwaitingJury), (work.State, work.Result!.Mean, workshop.Path_.Of(People.Candidate).State));
        Assert.True(LifeStep.IsWhole(work.Steps));
        Assert.Contains(workshop.Post.Letters.Values, letter => letter.Subject == "Votre étude de cas est notée");
    }

    [Fact]
    public async Task A_gap_of_two_calls_a_third_marker_and_the_median_settles()
    {
        await using var workshop = await OpenAsync();
        await HandedInAsync(workshop);
        var first = (await ReadAsync(workshop)).Markers;
        await MarkAsync(workshop, first[0], 4);
        await MarkAsync(workshop, first[1], 2);
        var work = await ReadAsync(workshop);
        Assert.Equal((CaseStudyState.AwaitingThirdMark, 3, PathState.CaseStudy), (work.State, work.Markers.Count, workshop.Path_.Of(People.Candidate).State));
        Assert.DoesNotContain(work.Markers[2].Marker, first.Select(seat => seat.Marker));
        await MarkAsync(workshop, work.Markers[2], 2);
        work = await ReadAsync(workshop);
        Assert.Equal((CaseStudyState.Marked, 2m), (work.State, work.Result!.Mean));
    }

    [Fact]
    public async Task Markers_are_blind_to_the_candidate_and_to_each_other()
    {
        await using var workshop = await OpenAsync();
        await HandedInAsync(workshop);
        var markers = (await ReadAsync(workshop)).Markers;
        await MarkAsync(workshop, markers[0], 3);
        var work = await ReadAsync(workshop);
        Assert.Single(work.MarkingsSeenBy(markers[0].Marker));
        Assert.Empty(work.MarkingsSeenBy(markers[1].Marker));
        await MarkAsync(workshop, markers[1], 3);
        Assert.Equal(2, (await ReadAsync(workshop)).MarkingsSeenBy(markers[1].Marker).Count);

        var file = workshop.Path_.Of(People.Candidate);
        var toMarkers = workshop.Post.Letters.Where(pair => pair.Key.StartsWith("case-study-marker:", StringComparison.Ordinal)).SelectMany(pair => pair.Value.Paragraphs).ToList();
        Assert.NotEmpty(toMarkers);
        Assert.DoesNotContain(toMarkers, text => text.Contains(file.DisplayName, StringComparison.Ordinal) || text.Contains(file.Number, StringComparison.Ordinal) || text.Contains(file.EnterpriseName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_third_marker_sees_nothing_before_marking()
    {
        await using var workshop = await OpenAsync();
        await HandedInAsync(workshop);
        var first = (await ReadAsync(workshop)).Markers;
        await MarkAsync(workshop, first[0], 4);
        await MarkAsync(workshop, first[1], 1);
        var work = await ReadAsync(workshop);
        Assert.Empty(work.MarkingsSeenBy(work.Markers[2].Marker));
        Assert.Equal(2, work.MarkingsSeenBy(first[0].Marker).Count);
    }

    [Fact]
    public async Task The_draws_are_the_seeds_and_a_second_click_draws_nothing()
    {
        await using var workshop = await OpenAsync();
        Assert.True((await ReceiveAsync(workshop, 11, Day)).IsDone);
        Assert.True((await ReceiveAsync(workshop, 12, Day)).IsDone);
        var work = await ReadAsync(workshop);
        Assert.Equal(11, work.Seed);
        var bank = await workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<CaseSubject>().ToListAsync());
        var again = CaseStudy.Give(People.Candidate, bank, 11, ActContext.System(Day, "test"), Neighbours.AllRules);
        Assert.Equal(work.Subject, again.Subject);
        Assert.Equal(new DateOnly(2026, 12, 23), work.DueOn);
    }

    [Fact]
    public async Task Who_has_a_tie_or_sits_in_the_jury_does_not_mark()
    {
        await using var workshop = await OpenAsync();
        workshop.Neighbours.Members.RemoveAll(member => member.Committee == CommitteeKind.Pedagogy);
        workshop.Neighbours.Members.AddRange(
        [
            new(People.Pedagogical, "Paul Pédagogue", CommitteeKind.Pedagogy, null, []),
            new(People.OtherPublic, "Tina Tenue", CommitteeKind.Pedagogy, null, ["Éditions Brunet"]),
            new(People.OtherPedagogical, "Marc Libre", CommitteeKind.Pedagogy, null, []),
        ]);
        await HandedInAsync(workshop);
        Assert.Equal([People.OtherPedagogical], (await ReadAsync(workshop)).Markers.Select(seat => seat.Marker));

        // A member who joins later is drawn by the sweep, once.
        workshop.Neighbours.Members.Add(new(People.OtherPrivate, "Jean Nouveau", CommitteeKind.Pedagogy, null, []));
        await SweepAsync(workshop, Day.AddDays(2));
        await SweepAsync(workshop, Day.AddDays(3));
        Assert.Equal(2, (await ReadAsync(workshop)).Markers.Count);
        Assert.Equal("case-study.not-a-marker", (await GiveAsync(workshop, People.OtherPublic, 3)).Refusal!.Code);
    }

    [Fact]
    public async Task A_delay_that_passes_ends_the_work_once_and_another_case_is_drawn()
    {
        await using var workshop = await OpenAsync();
        await ReceiveAsync(workshop, 11, Day);
        var first = await ReadAsync(workshop);
        await SweepAsync(workshop, Day.AddDays(30));
        Assert.Equal(CaseStudyState.Assigned, (await ReadAsync(workshop)).State);
        Assert.Equal("case-study.too-late", (await HandInAsync(workshop, Answer, Day.AddDays(31))).Refusal!.Code);
        await SweepAsync(workshop, Day.AddDays(45));
        await SweepAsync(workshop, Day.AddDays(46));
        Assert.Equal((CaseStudyState.Expired, 2), ((await ReadAsync(workshop)).State, (await ReadAsync(workshop)).Steps.Count));
        Assert.True((await ReceiveAsync(workshop, 11, Day.AddDays(50))).IsDone);
        var second = await ReadAsync(workshop);
        Assert.Equal(CaseStudyState.Assigned, second.State);
        Assert.NotEqual(first.Subject, second.Subject);
    }

    [Fact]
    public async Task A_draft_is_kept_and_a_short_answer_is_not_handed_in_without_a_document()
    {
        await using var workshop = await OpenAsync();
        await ReceiveAsync(workshop, 11, Day);
        Assert.True((await workshop.DoAsync(scope => scope.GetRequiredService<WorkOnCase>().KeepDraftAsync(new CaseStudyText("Un début.", null), Candidate(Day), default))).IsDone);
        Assert.Equal("Un début.", (await ReadAsync(workshop)).Answer);
        Assert.Equal("case-study.answer-short", (await HandInAsync(workshop, "Un début.", Day)).Refusal!.Code);
        Assert.Equal("paper.kind", (await HandInAsync(workshop, "Voir le document.", Day, "<html>"u8.ToArray())).Refusal!.Code);
        Assert.Equal("paper.unreadable", (await HandInAsync(workshop, "Voir le document.", Day, "%PDF-1.7"u8.ToArray())).Refusal!.Code);
        Assert.Equal("paper.locked", (await HandInAsync(workshop, "Voir le document.", Day, ASignedPaper.LockedPdf)).Refusal!.Code);
        Assert.Equal("files.too-large", (await HandInAsync(workshop, "Voir le document.", Day, new byte[PaperDesk.MaximumBytes + 1])).Refusal!.Code);
        Assert.Null((await ReadAsync(workshop)).Paper);
        Assert.True((await HandInAsync(workshop, "Voir le document.", Day, ASignedPaper.PrintedPdf())).IsDone);
        Assert.NotNull((await ReadAsync(workshop)).Paper);
    }

    [Theory]
    [InlineData(".pdf")]
    [InlineData(".odt")]
    [InlineData(".docx")]
    public async Task A_marker_finds_no_name_in_the_file_she_reads(string kind)
    {
        var sent = kind switch { ".pdf" => ASignedPaper.Pdf(), ".odt" => ASignedPaper.Odt(), _ => ASignedPaper.Docx() };
        await using var workshop = await OpenAsync();
        await ReceiveAsync(workshop, 11, Day);
        Assert.True((await HandInAsync(workshop, "Voir le document.", Day, sent)).IsDone);

        var handed = (await ReadAsync(workshop)).Paper;
        var (kept, read, name) = await workshop.DoAsync(async scope =>
        {
            var file = await scope.GetRequiredService<PaperDesk>().HandOutAsync(handed, default);
            using var bytes = new MemoryStream();
            await file!.FileStream.CopyToAsync(bytes);
            await file.FileStream.DisposeAsync();
            return (await scope.GetRequiredService<TnDbContext>().Set<Paper>().SingleAsync(), bytes.ToArray(), file.FileDownloadName);
        });
        Assert.True(NamesIn.Found(sent));
        Assert.False(NamesIn.Found(read));
        Assert.Equal("etude-de-cas" + kind, name);
        Assert.Equal((read.Length, Convert.ToHexStringLower(SHA256.HashData(read))), (kept.Length, kept.FileKey));
    }

    [Fact]
    public async Task Marks_are_complete_given_once_and_by_who_is_drawn()
    {
        await using var workshop = await OpenAsync();
        await HandedInAsync(workshop);
        var work = await ReadAsync(workshop);
        Assert.Equal("case-study.marks-incomplete", (await GiveAsync(workshop, work.Markers[0].Marker, 5)).Refusal!.Code);
        await MarkAsync(workshop, work.Markers[0], 3);
        Assert.Equal("case-study.marked-already", (await GiveAsync(workshop, work.Markers[0].Marker, 4)).Refusal!.Code);
        Assert.Equal("access.denied", (await workshop.DoAsync(scope => scope.GetRequiredService<MarkCase>().MarkAsync(work.Id, Marks(3), People.Act(People.Public, Role.JuryMember, Day), default))).Refusal!.Code);
    }

    [Fact]
    public async Task Outside_its_stage_and_without_a_bank_no_case_is_given()
    {
        await using var early = await Workshop.OpenAsync(PathState.ExamOpen);
        Assert.Equal("case-study.not-at-this-stage", (await ReceiveAsync(early, 1, Day)).Refusal!.Code);
        await using var empty = await Workshop.OpenAsync(PathState.CaseStudy);
        Assert.Equal("case-study.empty-bank", (await ReceiveAsync(empty, 1, Day)).Refusal!.Code);
    }

    private static async Task<Workshop> OpenAsync()
    {
        var workshop = await Workshop.OpenAsync(PathState.CaseStudy);
        workshop.Neighbours.Members.AddRange(Enumerable.Range(1, 4).Select(number =>
            new CommitteeMember(new PersonId(new Guid(number, 7, 0, new byte[8])), $"Correctrice {number}", CommitteeKind.Pedagogy, null, [])));
        await workshop.DoAsync(async scope =>
        {
            foreach (var title in new[] { "La boulangerie", "Le garage", "La menuiserie" })
            {
                Assert.True((await scope.GetRequiredService<KeepCaseBank>().AddAsync(title, new string('x', 400), People.Act(People.OtherPedagogical, Role.PedagogyMember, Day), default)).IsDone);
            }

            return true;
        });
        return workshop;
    }

    private static Task<Outcome> ReceiveAsync(Workshop workshop, long seed, DateTimeOffset at) =>
        workshop.DoAsync(scope => scope.GetRequiredService<WorkOnCase>().ReceiveAsync(seed, Candidate(at), default));

    private static Task<Outcome> HandInAsync(Workshop workshop, string answer, DateTimeOffset at, byte[]? paper = null) =>
        workshop.DoAsync(scope => scope.GetRequiredService<WorkOnCase>().HandInAsync(new CaseStudyText(answer, File(paper)), Candidate(at), default));

    private static FormFile? File(byte[]? bytes) =>
        bytes is null ? null : new FormFile(new MemoryStream(bytes), 0, bytes.Length, "Paper", "moi.pdf");

    private static async Task HandedInAsync(Workshop workshop)
    {
        Assert.True((await ReceiveAsync(workshop, 11, Day)).IsDone);
        var handed = await HandInAsync(workshop, Answer, Day.AddDays(1));
        Assert.True(handed.IsDone, handed.Refusal?.Code);
    }

    private static async Task MarkAsync(Workshop workshop, MarkerSeat marker, int level)
    {
        var marked = await GiveAsync(workshop, marker.Marker, level);
        Assert.True(marked.IsDone, marked.Refusal?.Code);
    }

    private static async Task<Outcome> GiveAsync(Workshop workshop, PersonId marker, int level)
    {
        var work = await ReadAsync(workshop);
        return await workshop.DoAsync(scope => scope.GetRequiredService<MarkCase>().MarkAsync(work.Id, Marks(level), People.Act(marker, Role.PedagogyMember, Day.AddDays(5)), default));
    }

    private static IReadOnlyList<CriterionMark> Marks(int level) => [.. Rubric.Criteria.Select(criterion => new CriterionMark(criterion, level, "Vu."))];

    private static Task<CaseStudy> ReadAsync(Workshop workshop) =>
        workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<CaseStudy>().AsNoTracking().SingleAsync());

    private static Task<bool> SweepAsync(Workshop workshop, DateTimeOffset at) => workshop.DoAsync(async scope =>
    {
        await scope.GetRequiredService<CaseStudySweep>().RunAsync(ActContext.System(at, "test"), CancellationToken.None);
        return true;
    });

    private static ActContext Candidate(DateTimeOffset at) => People.Act(People.Candidate, Role.Consultant, at);
}

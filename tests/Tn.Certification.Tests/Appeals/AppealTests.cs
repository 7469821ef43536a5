using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Appeals;
using Tn.Certification.Certificates;
using Tn.Certification.Jury;
using Tn.Certification.Lives;
using Tn.Certification.Papers;
using Tn.Platform.Data;

namespace Tn.Certification.Tests.Appeals;

public class AppealTests
{
    private const string Reasons = "Mes trois missions ont été lues comme une seule : les pièces jointes le montrent.";
    private static readonly DateTimeOffset Day = Clock.Monday;

    [Fact]
    public async Task A_refusal_that_falls_on_appeal_returns_the_file_to_the_jury()
    {
        await using var workshop = await RejectedAsync();
        var appeal = await LodgedAsync(workshop, Day.AddDays(30));
        await AdmitAsync(workshop, appeal);
        await PanelVotesAsync(workshop, appeal, overturns: 2);

        var decided = await ReadAsync(workshop);
        Assert.Equal((AppealState.Overturned, "Le dossier revient devant le jury."), (decided.State, decided.Effect));
        Assert.Equal(PathState.AwaitingJury, workshop.Path_.Of(People.Candidate).State);
        Assert.True(LifeStep.IsWhole(decided.Steps));
        Assert.Contains(workshop.Post.Letters.Values, letter => letter.Subject == "Votre recours est accueilli");
    }

    [Fact]
    public async Task Nobody_who_voted_the_refusal_sits_and_each_college_has_its_member()
    {
        await using var workshop = await RejectedAsync();
        var appeal = await LodgedAsync(workshop, Day);
        await AdmitAsync(workshop, appeal);

        var panel = (await ReadAsync(workshop)).Panel;
        Assert.Equal([People.OtherPublic, People.OtherPedagogical, People.OtherPrivate], panel.Select(seat => seat.Member));
        Assert.Equal(Enum.GetValues<College>(), panel.Select(seat => seat.College));
        Assert.Equal("appeal.not-on-the-panel", (await VoteAsync(workshop, appeal, People.Public, true)).Refusal!.Code);
    }

    [Fact]
    public async Task A_college_without_anybody_left_refuses_the_panel_and_says_which()
    {
        await using var workshop = await RejectedAsync();
        workshop.Neighbours.Members.RemoveAll(member => member.Person == People.OtherPrivate);
        var appeal = await LodgedAsync(workshop, Day);
        var refusal = (await HearAsync(workshop, hear => hear.AdmitAsync(appeal, 7, Partner, default))).Refusal!;
        Assert.Equal(("appeal.no-panel", "collège privé"), (refusal.Code, refusal.Values["college"]));
        Assert.Equal(AppealState.Lodged, (await ReadAsync(workshop)).State);
    }

    [Fact]
    public async Task The_day_after_the_last_day_is_too_late()
    {
        await using var workshop = await RejectedAsync();
        var refusal = (await LodgeAsync(workshop, Reasons, Day.AddDays(31))).Refusal!;
        Assert.Equal(("appeal.too-late", "mercredi 23 décembre 2026"), (refusal.Code, refusal.Values["date"]));
    }

    [Fact]
    public async Task A_decision_is_contested_once()
    {
        await using var workshop = await RejectedAsync();
        await LodgedAsync(workshop, Day);
        Assert.Equal("appeal.already", (await LodgeAsync(workshop, Reasons, Day)).Refusal!.Code);
    }

    [Fact]
    public async Task What_is_not_refused_cannot_be_contested()
    {
        await using var workshop = await Workshop.OpenAsync(PathState.Certified);
        Assert.Equal("appeal.nothing-to-contest", (await LodgeAsync(workshop, Reasons, Day)).Refusal!.Code);
        Assert.Equal("appeal.reasons-length", (await LodgeAsync(workshop, "Non.", Day)).Refusal!.Code);
    }

    [Fact]
    public async Task An_inadmissible_appeal_is_completed_even_late_or_closed_once()
    {
        await using var workshop = await RejectedAsync();
        var appeal = await LodgedAsync(workshop, Day.AddDays(29));
        Assert.True((await HearAsync(workshop, hear => hear.DeclareInadmissibleAsync(appeal, "Dites quelle mission.", As(People.Partner, Role.PartnersMember, Day.AddDays(40)), default))).IsDone);
        Assert.True((await LodgeAsync(workshop, Reasons + " Celle de mars.", Day.AddDays(60))).IsDone);
        Assert.Equal(AppealState.Lodged, (await ReadAsync(workshop)).State);

        Assert.True((await HearAsync(workshop, hear => hear.DeclareInadmissibleAsync(appeal, "Toujours rien.", As(People.Partner, Role.PartnersMember, Day.AddDays(61)), default))).IsDone);
        await SweepAsync(workshop, Day.AddDays(91));
        Assert.Equal(AppealState.Inadmissible, (await ReadAsync(workshop)).State);
        await SweepAsync(workshop, Day.AddDays(120));
        await SweepAsync(workshop, Day.AddDays(121));
        var closed = await ReadAsync(workshop);
        Assert.Equal((AppealState.Closed, 1), (closed.State, closed.Steps.Count(step => step.Trigger == nameof(AppealTrigger.CloseForSilence))));
    }

    [Fact]
    public async Task A_withdrawal_that_falls_reinstates_the_certificate_by_a_new_fact()
    {
        await using var workshop = await OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Withdrawn, "article 14", "Un lien caché."), Day.AddDays(10))).IsDone);
        var appeal = await LodgedAsync(workshop, Day.AddDays(20));
        await AdmitAsync(workshop, appeal);
        Assert.DoesNotContain((await ReadAsync(workshop)).Panel, seat => seat.Member == People.OtherPrivate);
        await PanelVotesAsync(workshop, appeal, overturns: 3);

        var certificate = Assert.Single(await workshop.CertificatesAsync());
        Assert.Equal(CertificateStanding.Valid, certificate.StandingOn(French.Day(Day.AddDays(21))));
        Assert.True(CertificateFact.IsIntact(certificate.Facts));
        Assert.Equal(PathState.Certified, workshop.Path_.Of(People.Candidate).State);
    }

    [Fact]
    public async Task A_refusal_of_admissibility_that_falls_returns_there()
    {
        await using var workshop = await OpenAsync(PathState.NotAdmissible);
        var appeal = await LodgedAsync(workshop, Day);
        await AdmitAsync(workshop, appeal);
        await PanelVotesAsync(workshop, appeal, overturns: 3);
        Assert.Equal(PathState.UnderAdmissibility, workshop.Path_.Of(People.Candidate).State);
    }

    [Fact]
    public async Task Upheld_nothing_moves_and_the_letter_gives_the_reasons()
    {
        await using var workshop = await RejectedAsync();
        var appeal = await LodgedAsync(workshop, Day);
        await AdmitAsync(workshop, appeal);
        await PanelVotesAsync(workshop, appeal, overturns: 1);
        Assert.Equal((AppealState.Upheld, PathState.Rejected), ((await ReadAsync(workshop)).State, workshop.Path_.Of(People.Candidate).State));
        var letter = workshop.Post.Letters.Values.Single(one => one.Subject == "Votre recours est rejeté");
        Assert.Contains(letter.Paragraphs, text => text.Contains("Rien de neuf.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Overturned_after_the_candidate_began_again_the_word_stays_and_nothing_moves()
    {
        await using var workshop = await RejectedAsync();
        var appeal = await LodgedAsync(workshop, Day);
        await AdmitAsync(workshop, appeal);
        workshop.Path_.Put(People.FileOf(PathState.CensusInProgress));
        await PanelVotesAsync(workshop, appeal, overturns: 3);
        Assert.Equal((AppealState.Overturned, PathState.CensusInProgress), ((await ReadAsync(workshop)).State, workshop.Path_.Of(People.Candidate).State));
    }

    [Fact]
    public async Task Who_stands_aside_is_replaced_from_the_same_college_by_the_recorded_draw()
    {
        await using var workshop = await RejectedAsync();
        var substitute = new PersonId(Guid.Parse("00000000-0000-7000-8000-000000000017"));
        workshop.Neighbours.Members.Add(new(substitute, "Solène Suppléante", CommitteeKind.ResourceCentres, null, []));
        var appeal = await LodgedAsync(workshop, Day);
        await AdmitAsync(workshop, appeal);
        var leaving = (await ReadAsync(workshop)).Panel[0];
        Assert.True((await HearAsync(workshop, hear => hear.StandAsideAsync(appeal, "Un client commun.", As(leaving.Member, Role.CentresMember, Day), default))).IsDone);
        var after = await ReadAsync(workshop);
        Assert.NotEqual(leaving.Member, after.Panel[0].Member);
        Assert.Equal((College.Public, leaving.Name), (after.Panel[0].College, Assert.Single(after.Recusals).Member));
        Assert.Equal("appeal.no-panel", (await HearAsync(workshop, hear => hear.StandAsideAsync(appeal, "Moi aussi.", As(after.Panel[0].Member, Role.CentresMember, Day), default))).Refusal!.Code);
    }

    [Fact]
    public async Task Its_author_does_not_judge_it_and_a_stranger_to_the_committees_does_not_admit_it()
    {
        await using var workshop = await RejectedAsync();
        var appeal = await LodgedAsync(workshop, Day);
        Assert.Equal("appeal.own", (await HearAsync(workshop, hear => hear.AdmitAsync(appeal, 7, As(People.Candidate, Role.PartnersMember, Day), default))).Refusal!.Code);
        Assert.Equal("access.denied", (await HearAsync(workshop, hear => hear.AdmitAsync(appeal, 7, As(People.Public, Role.JuryMember, Day), default))).Refusal!.Code);
    }

    [Fact]
    public async Task A_document_is_kept_under_our_name_and_a_wrong_one_keeps_nothing()
    {
        await using var workshop = await RejectedAsync();
        Assert.Equal("paper.kind", (await LodgeAsync(workshop, Reasons, Day, "MZ…")).Refusal!.Code);
        Assert.True((await LodgeAsync(workshop, Reasons, Day, "%PDF-1.7")).IsDone);
        var paper = await workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<Paper>().AsNoTracking().SingleAsync());
        Assert.Equal(("recours-C-2026-0012.pdf", "application/pdf"), (paper.Name, paper.ContentType));
    }

    private static async Task<Workshop> OpenAsync(PathState state)
    {
        var workshop = await Workshop.OpenAsync(state);
        workshop.Neighbours.Members.AddRange(
        [
            new(People.OtherPublic, "Claire Centre", CommitteeKind.ResourceCentres, null, []),
            new(People.OtherPedagogical, "Pia Pédago", CommitteeKind.Pedagogy, null, []),
            new(People.OtherPrivate, "Paul Partenaire", CommitteeKind.PrivatePartners, null, []),
        ]);
        return workshop;
    }

    private static async Task<Workshop> RejectedAsync()
    {
        var workshop = await OpenAsync(PathState.AwaitingJury);
        var one = await workshop.OpenCaseAsync(Day);
        foreach (var member in new[] { People.Public, People.Pedagogical, People.Private })
        {
            Assert.True((await workshop.VoteAsync(one.Id, member, JuryChoice.Reject, Day)).IsDone);
        }

        return workshop;
    }

    private static Task<Outcome> LodgeAsync(Workshop workshop, string reasons, DateTimeOffset at, string? paper = null) =>
        workshop.DoAsync(scope => scope.GetRequiredService<LodgeAppeal>().LodgeAsync(new AppealText(reasons, File(paper)), As(People.Candidate, Role.Consultant, at), CancellationToken.None));

    private static FormFile? File(string? content)
    {
        if (content is null)
        {
            return null;
        }

        var bytes = System.Text.Encoding.Latin1.GetBytes(content);
        return new FormFile(new MemoryStream(bytes), 0, bytes.Length, "Paper", "../../etc/passwd.exe");
    }

    private static async Task<AppealId> LodgedAsync(Workshop workshop, DateTimeOffset at)
    {
        var lodged = await LodgeAsync(workshop, Reasons, at);
        Assert.True(lodged.IsDone, lodged.Refusal?.Code);
        return (await ReadAsync(workshop)).Id;
    }

    private static async Task AdmitAsync(Workshop workshop, AppealId id)
    {
        var admitted = await HearAsync(workshop, hear => hear.AdmitAsync(id, 7, Partner, default));
        Assert.True(admitted.IsDone, admitted.Refusal?.Code);
    }

    private static async Task PanelVotesAsync(Workshop workshop, AppealId id, int overturns)
    {
        foreach (var (seat, index) in (await ReadAsync(workshop)).Panel.Select((seat, index) => (seat, index)))
        {
            Assert.True((await VoteAsync(workshop, id, seat.Member, index < overturns)).IsDone);
        }
    }

    private static Task<Outcome> VoteAsync(Workshop workshop, AppealId id, PersonId member, bool overturns) =>
        HearAsync(workshop, hear => hear.VoteAsync(id, overturns, overturns ? "Les missions sont bien trois." : "Rien de neuf.", As(member, Role.JuryMember, Day.AddDays(21)), default));

    private static Task<Outcome> HearAsync(Workshop workshop, Func<HearAppeal, Task<Outcome>> verb) =>
        workshop.DoAsync(scope => verb(scope.GetRequiredService<HearAppeal>()));

    private static Task<Appeal> ReadAsync(Workshop workshop) =>
        workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<Appeal>().AsNoTracking().SingleAsync());

    private static Task<bool> SweepAsync(Workshop workshop, DateTimeOffset at) => workshop.DoAsync(async scope =>
    {
        await scope.GetRequiredService<AppealSweep>().RunAsync(ActContext.System(at, "test"), CancellationToken.None);
        return true;
    });

    private static ActContext Partner => As(People.Partner, Role.PartnersMember, Day.AddDays(20));

    private static ActContext As(PersonId person, Role role, DateTimeOffset at) => People.Act(person, role, at);
}

using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Certification.Certificates;
using Tn.Certification.Complaints;
using Tn.Certification.Lives;
using Tn.Platform.Data;
using Tn.Platform.Mail;

namespace Tn.Certification.Tests.Complaints;

public partial class ComplaintTests
{
    private const string Facts = "Aucun devis écrit avant les travaux, puis une facture double de ce qui était dit, en octobre.";
    private static readonly DateTimeOffset Day = Clock.Monday;
    private static readonly ComplaintText Text = new("Léa Client", "lea@client.test", Facts);

    [Fact]
    public async Task Confirmed_admitted_answered_and_decided_both_are_told()
    {
        await using var workshop = await CertifiedAsync();
        var id = await ConfirmedAsync(workshop);
        await ExamineAsync(workshop, examine => examine.AdmitAsync(id, Partner(Day.AddDays(3)), default));
        Assert.Equal(["D-2", "D-7"], workshop.Post.Reminders.Values.Where(one => one.Kind == "complaint").Select(one => one.Step).Order(StringComparer.Ordinal));

        Assert.True((await ReplyAsync(workshop, id, People.Candidate)).IsDone);
        Assert.DoesNotContain(workshop.Post.Reminders.Values, one => one.Kind == "complaint");
        await ExamineAsync(workshop, examine => examine.DecideAsync(id, ComplaintTrigger.Remind, "Le devis est dû avant les travaux.", Partner(Day.AddDays(8)), default));

        var decided = await ReadAsync(workshop);
        Assert.Equal(ComplaintState.Reminded, decided.State);
        Assert.True(LifeStep.IsWhole(decided.Steps));
        Assert.Contains("Le comité a rappelé la règle", (await MailsAsync(workshop))[^1].Text, StringComparison.Ordinal);
        Assert.Contains(workshop.Post.Letters.Values, letter => letter.Subject == "Une réclamation qui vous concerne est décidée");
    }

    [Fact]
    public async Task Nobody_reads_what_is_not_confirmed_and_it_is_erased_after_its_delay()
    {
        await using var workshop = await CertifiedAsync();
        await WriteAsync(workshop, Text, "m", Day);
        var id = (await ReadAsync(workshop)).Id;
        Assert.Null((await workshop.DoAsync(scope => scope.GetRequiredService<ComplaintQueries>().FindAsync(id, Partner(Day), default))).Value);
        await SweepAsync(workshop, Day.AddDays(7));
        Assert.Equal(ComplaintState.Received, (await ReadAsync(workshop)).State);

        await SweepAsync(workshop, Day.AddDays(20));
        await SweepAsync(workshop, Day.AddDays(21));
        var gone = await ReadAsync(workshop);
        Assert.Equal((ComplaintState.Unconfirmed, "", "", "", 2), (gone.State, gone.ClientEmail, gone.ClientName, gone.Facts, gone.Steps.Count));
    }

    [Fact]
    public async Task The_link_opens_once_and_no_other_opens()
    {
        await using var workshop = await CertifiedAsync();
        await ConfirmedAsync(workshop);
        var code = CodeOf((await MailsAsync(workshop))[0]);
        Assert.Equal("complaint.link-used", (await ConfirmAsync(workshop, code)).Refusal!.Code);
        Assert.Equal("complaint.link-used", (await ConfirmAsync(workshop, CertificateCode.New())).Refusal!.Code);
        Assert.Equal("complaint.link-used", (await ConfirmAsync(workshop, "")).Refusal!.Code);
    }

    [Fact]
    public async Task The_consultant_reads_it_once_admitted_and_never_the_address()
    {
        await using var workshop = await CertifiedAsync();
        var id = await ConfirmedAsync(workshop);
        Assert.Empty(await OfHolderAsync(workshop));
        await ExamineAsync(workshop, examine => examine.AdmitAsync(id, Partner(Day), default));
        Assert.Equal(Facts, Assert.Single(await OfHolderAsync(workshop)).Facts);
        Assert.DoesNotContain(workshop.Post.Letters.Values, letter => letter.Paragraphs.Any(text => text.Contains(Text.Email, StringComparison.Ordinal) || text.Contains(Facts, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_reply_the_committee_decides_after_the_delay_once()
    {
        await using var workshop = await CertifiedAsync();
        var id = await ConfirmedAsync(workshop);
        await ExamineAsync(workshop, examine => examine.AdmitAsync(id, Partner(Day), default));
        Assert.Equal("complaint.not-now", (await TryAsync(workshop, examine => examine.DecideAsync(id, ComplaintTrigger.Dismiss, "Trop tôt.", Partner(Day), default))).Refusal!.Code);
        await SweepAsync(workshop, Day.AddDays(21));
        Assert.Equal(ComplaintState.AwaitingReply, (await ReadAsync(workshop)).State);
        await SweepAsync(workshop, Day.AddDays(40));
        await SweepAsync(workshop, Day.AddDays(41));
        var late = await ReadAsync(workshop);
        Assert.Equal((ComplaintState.UnderReview, 1), (late.State, late.Steps.Count(step => step.Trigger == nameof(ComplaintTrigger.CloseReply))));
        Assert.Equal("complaint.no-reply-expected", (await ReplyAsync(workshop, id, People.Candidate)).Refusal!.Code);
    }

    [Fact]
    public async Task A_proposed_sanction_is_settled_by_the_sanction_in_its_own_transaction()
    {
        await using var workshop = await CertifiedAsync();
        var id = await ConfirmedAsync(workshop);
        await ExamineAsync(workshop, examine => examine.AdmitAsync(id, Partner(Day), default));
        await ReplyAsync(workshop, id, People.Candidate);
        await ExamineAsync(workshop, examine => examine.DecideAsync(id, ComplaintTrigger.ProposeSanction, "Deuxième fois.", Partner(Day.AddDays(8)), default));
        Assert.True((await workshop.SanctionAsync(new Sanction(FactKind.Warned, "article 14", "Pas de devis écrit."), Day.AddDays(9))).IsDone);
        Assert.Equal(ComplaintState.Sanctioned, (await ReadAsync(workshop)).State);
        Assert.Contains("a prononcé une sanction", (await MailsAsync(workshop))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_with_a_tie_and_the_consultant_himself_do_not_examine_it()
    {
        await using var workshop = await CertifiedAsync();
        workshop.Neighbours.Members.Add(new(People.Partner, "Pierre Partenaire", CommitteeKind.PrivatePartners, null, ["Éditions Brunet"]));
        var id = await ConfirmedAsync(workshop);
        Assert.Equal("certification.recused", (await TryAsync(workshop, examine => examine.AdmitAsync(id, Partner(Day), default))).Refusal!.Code);
        Assert.Equal("certification.recused", (await TryAsync(workshop, examine => examine.AdmitAsync(id, People.Act(People.Candidate, Role.PartnersMember, Day), default))).Refusal!.Code);
        Assert.Equal("access.denied", (await TryAsync(workshop, examine => examine.AdmitAsync(id, People.Act(People.Public, Role.JuryMember, Day), default))).Refusal!.Code);
        Assert.Equal("complaint.no-reply-expected", (await ReplyAsync(workshop, id, People.Public)).Refusal!.Code);
    }

    [Fact]
    public async Task An_inadmissible_one_is_never_told_to_the_consultant()
    {
        await using var workshop = await CertifiedAsync();
        var letters = workshop.Post.Letters.Count;
        var id = await ConfirmedAsync(workshop);
        await ExamineAsync(workshop, examine => examine.DeclareInadmissibleAsync(id, "Un désaccord sur le prix ne relève pas de la charte.", Partner(Day.AddDays(3)), default));
        Assert.Empty(await OfHolderAsync(workshop));
        Assert.Equal(letters, workshop.Post.Letters.Count);
        Assert.Contains("n’est pas recevable", (await MailsAsync(workshop))[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "lea@client.test", Facts, "complaint.name")]
    [InlineData("Léa\r\nBcc: x@y.test", "lea@client.test", Facts, "complaint.name")]
    [InlineData("Léa", "lea@client.test, x@y.test", Facts, "complaint.email")]
    [InlineData("Léa", "lea@client.test", "Mauvais.", "complaint.facts")]
    public async Task What_cannot_be_read_is_refused_with_its_field(string name, string email, string facts, string code)
    {
        await using var workshop = await CertifiedAsync();
        Assert.Equal(code, (await WriteAsync(workshop, new ComplaintText(name, email, facts), "m", Day)).Refusal!.Code);
    }

    [Fact]
    public async Task Senders_and_certificates_are_counted()
    {
        await using var workshop = await CertifiedAsync();
        for (var sent = 0; sent < 5; sent++)
        {
            Assert.True((await WriteAsync(workshop, Text, "same", Day)).IsDone);
        }

        Assert.Equal("complaint.too-many", (await WriteAsync(workshop, Text, "same", Day)).Refusal!.Code);
        for (var sender = 5; sender < 20; sender++)
        {
            Assert.True((await WriteAsync(workshop, Text, $"other-{sender}", Day)).IsDone);
        }

        Assert.Equal("complaint.too-many", (await WriteAsync(workshop, Text, "yet another", Day)).Refusal!.Code);
        Assert.True((await WriteAsync(workshop, Text, "same", Day.AddDays(1).AddMinutes(1))).IsDone);
    }

    private static async Task<Workshop> CertifiedAsync()
    {
        var workshop = await Workshop.OpenAsync(PathState.AwaitingJury);
        await workshop.CertifyAsync(Day);
        return workshop;
    }

    private static async Task<Outcome> WriteAsync(Workshop workshop, ComplaintText text, string mark, DateTimeOffset at)
    {
        var certificate = (await workshop.CertificatesAsync())[0].Certificate;
        return await workshop.DoAsync(scope => scope.GetRequiredService<WriteComplaint>().WriteAsync(certificate.Code, text, mark, ActContext.Anonymous(at), default));
    }

    private static async Task<ComplaintId> ConfirmedAsync(Workshop workshop)
    {
        Assert.True((await WriteAsync(workshop, Text, "m", Day)).IsDone);
        Assert.True((await ConfirmAsync(workshop, CodeOf((await MailsAsync(workshop))[0]))).IsDone);
        return (await ReadAsync(workshop)).Id;
    }

    private static Task<Outcome> ConfirmAsync(Workshop workshop, string code) =>
        workshop.DoAsync(scope => scope.GetRequiredService<WriteComplaint>().ConfirmAsync(code, ActContext.Anonymous(Day.AddDays(1)), default));

    private static Task<Outcome> ReplyAsync(Workshop workshop, ComplaintId id, PersonId who) =>
        workshop.DoAsync(scope => scope.GetRequiredService<ReplyToComplaint>().ReplyAsync(id, "Le devis était joint au courrier du 3 octobre.", People.Act(who, Role.Consultant, Day.AddDays(5)), default));

    private static Task<Outcome> TryAsync(Workshop workshop, Func<ExamineComplaint, Task<Outcome>> verb) =>
        workshop.DoAsync(scope => verb(scope.GetRequiredService<ExamineComplaint>()));

    private static async Task ExamineAsync(Workshop workshop, Func<ExamineComplaint, Task<Outcome>> verb)
    {
        var done = await TryAsync(workshop, verb);
        Assert.True(done.IsDone, done.Refusal?.Code);
    }

    private static Task<bool> SweepAsync(Workshop workshop, DateTimeOffset at) => workshop.DoAsync(async scope =>
    {
        await scope.GetRequiredService<ComplaintSweep>().RunAsync(ActContext.System(at, "test"), CancellationToken.None);
        return true;
    });

    private static Task<Complaint> ReadAsync(Workshop workshop) =>
        workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<Complaint>().AsNoTracking().SingleAsync());

    private static Task<IReadOnlyList<Complaint>> OfHolderAsync(Workshop workshop) =>
        workshop.DoAsync(scope => scope.GetRequiredService<ComplaintQueries>().OfAsync(People.Candidate, default));

    private static Task<List<OutgoingMail>> MailsAsync(Workshop workshop) =>
        workshop.DoAsync(scope => scope.GetRequiredService<TnDbContext>().Set<OutgoingMail>().AsNoTracking().OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync());

    private static string CodeOf(OutgoingMail mail) => Link().Match(mail.Text).Groups["code"].Value;

    private static ActContext Partner(DateTimeOffset at) => People.Act(People.Partner, Role.PartnersMember, at);

    [GeneratedRegex("/reclamations/confirmer/(?<code>[0-9a-z]{26})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}

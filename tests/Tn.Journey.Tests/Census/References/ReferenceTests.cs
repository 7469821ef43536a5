using Microsoft.EntityFrameworkCore;
using Tn.Journey.Admissibility;
using Tn.Journey.Census;
using Tn.Journey.Census.References;
using Tn.Platform.Data;
using Tn.Platform.Mail;

namespace Tn.Journey.Tests.Census.References;

public class ReferenceTests
{
    private const string Client = "gerante@boulangerie.example";

    [Fact]
    public async Task A_client_confirms_by_the_link_of_her_mail_and_the_mission_is_verified()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        Assert.True((await AskAsync(site, person)).IsDone);
        var token = await TokenAsync(site);
        site.Clock.Pass(3);

        var sheet = await site.InAsync<AnswerReference, ReferenceSheet?>(act => act.FindAsync(token, default));
        Assert.Equal("Camille Durand", sheet!.ConsultantName);
        Assert.True((await AnswerAsync(site, token, "confirm")).IsDone);
        var folder = await FolderAsync(site, person);
        Assert.Equal(new ValueMark(ValueOrigin.Verified, JourneySite.Morning.AddDays(3), "confirmé par le client"), folder.MarkOf(CensusStep.References, "Missions[0]"));
        Assert.Equal(ValueOrigin.Declared, folder.MarkOf(CensusStep.References, "Missions[1]")?.Origin);
        Assert.Equal(person, Assert.Single(site.Letters.Sent, one => one.Key.StartsWith("reference-answered", StringComparison.Ordinal)).Value.To);
    }

    [Fact]
    public async Task A_link_opens_once_and_until_its_day()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        await AskAsync(site, person);
        var token = await TokenAsync(site);
        Assert.True((await AnswerAsync(site, token, "deny")).IsDone);
        Assert.Equal("references.closed", (await AnswerAsync(site, token, "confirm")).Refusal?.Code);
        Assert.Equal("references.closed", (await AnswerAsync(site, "jamais-envoye", "confirm")).Refusal?.Code);
        Assert.Equal(ValueOrigin.Declared, (await FolderAsync(site, person)).MarkOf(CensusStep.References, "Missions[0]")?.Origin);

        await AskAsync(site, person);
        var second = await TokenAsync(site);
        site.Clock.Pass(31);
        Assert.Equal("references.closed", (await AnswerAsync(site, second, "confirm")).Refusal?.Code);
    }

    [Fact]
    public async Task The_token_is_kept_nowhere_but_in_the_mail()
    {
        await using var site = await JourneySite.OpenAsync();
        await AskAsync(site, await site.WithCensusAsync());
        var token = await TokenAsync(site);
        Assert.Equal(43, token.Length);
        var request = await site.InAsync<TnDbContext, ReferenceRequest>(db => db.Set<ReferenceRequest>().SingleAsync());
        Assert.Equal(ReferenceRequest.HashOf(token), request.TokenHash);
        Assert.DoesNotContain(token, System.Text.Json.JsonSerializer.Serialize(request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mission_described_otherwise_since_stays_declared()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        await AskAsync(site, person);
        var token = await TokenAsync(site);
        var changed = ACensus.Complete().References!;
        changed.Missions[0].Result = "Tout autre chose";
        await site.SaveAsync(CensusStep.References, changed, site.Consultant(person));

        Assert.True((await AnswerAsync(site, token, "confirm")).IsDone);
        Assert.Equal(ValueOrigin.Declared, (await FolderAsync(site, person)).MarkOf(CensusStep.References, "Missions[0]")?.Origin);
    }

    [Theory]
    [InlineData(null, "Zoé Petit", null, "references.answer")]
    [InlineData("hacked", "Zoé Petit", null, "references.answer")]
    [InlineData("confirm", " ", null, "references.name")]
    [InlineData("correct", "Zoé Petit", " ", "references.comment")]
    public async Task An_answer_is_signed_and_a_correction_says_what(string? answer, string name, string? comment, string code)
    {
        await using var site = await JourneySite.OpenAsync();
        await AskAsync(site, await site.WithCensusAsync());
        var token = await TokenAsync(site);
        Assert.Equal(code, (await AnswerAsync(site, token, answer, name, comment)).Refusal?.Code);
        Assert.True((await AnswerAsync(site, token, "correct", "Zoé Petit", "C’était en mai.")).IsDone);
    }

    [Theory]
    [InlineData("pas une adresse", true, "references.address")]
    [InlineData("Zoé <a@b.example>", true, "references.address")]
    [InlineData("a@b", true, "references.address")]
    [InlineData(Client, false, "references.consent")]
    [InlineData("CAMILLE@durand.example", true, "references.own-address")]
    public async Task A_client_is_written_to_with_her_consent_and_never_oneself(string address, bool agrees, string code)
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        site.People.Open(person, "Camille Durand", "camille@durand.example");
        Assert.Equal(code, (await AskAsync(site, person, address, agrees)).Refusal?.Code);
        Assert.Empty(await MailsAsync(site));
    }

    [Fact]
    public async Task A_mission_is_asked_three_times_at_most()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        for (var time = 0; time < 3; time++)
        {
            Assert.True((await AskAsync(site, person)).IsDone);
        }

        Assert.Equal("references.too-many", (await AskAsync(site, person)).Refusal?.Code);
    }

    [Fact]
    public async Task Nobody_asks_about_the_mission_of_another()
    {
        await using var site = await JourneySite.OpenAsync();
        await site.WithCensusAsync();
        Assert.Equal("references.no-mission", (await AskAsync(site, PersonId.New(JourneySite.Morning))).Refusal?.Code);
        var denied = await site.InAsync<AskReference, Outcome>(act => act.AskAsync(new AskForm(), site.Instructor(), default));
        Assert.Equal("access.denied", denied.Refusal?.Code);
    }

    [Fact]
    public async Task Instructors_read_the_answer()
    {
        await using var site = await JourneySite.OpenAsync();
        var person = await site.WithCensusAsync();
        await AskAsync(site, person);
        await AnswerAsync(site, await TokenAsync(site), "correct", "Zoé Petit", "C’était en mai.");
        var number = (await site.FileAsync(person))!.Number;
        var file = await site.InAsync<DossierDesk, DossierFile?>(async desk => (await desk.FindAsync(number, site.Instructor(), default)).Value);
        var request = Assert.Single(file!.References);
        Assert.Equal((ReferenceAnswer.Corrected, "Zoé Petit", "C’était en mai."), (request.Answer, request.AnsweredBy, request.Comment));
    }

    private static Task<Outcome> AskAsync(JourneySite site, PersonId person, string address = Client, bool agrees = true) =>
        site.InAsync<AskReference, Outcome>(act => act.AskAsync(
            new AskForm { Mission = ACensus.Complete().References!.Missions[0].Fingerprint, ClientEmail = address, ClientAgrees = agrees }, site.Consultant(person), default));

    private static Task<Outcome> AnswerAsync(JourneySite site, string token, string? answer, string? name = "Zoé Petit", string? comment = null) =>
        site.InAsync<AnswerReference, Outcome>(act => act.AnswerAsync(
            token, new AnswerForm { Answer = answer, Name = name, Comment = comment }, ActContext.Anonymous(site.Clock.GetUtcNow()), default));

    private static Task<CensusFolder> FolderAsync(JourneySite site, PersonId person) =>
        site.InAsync<CensusReader, CensusFolder>(reader => reader.OfAsync(person, default));

    private static Task<List<OutgoingMail>> MailsAsync(JourneySite site) =>
        site.InAsync<TnDbContext, List<OutgoingMail>>(db => db.Set<OutgoingMail>().AsNoTracking().Where(mail => mail.To == Client).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync());

    private static async Task<string> TokenAsync(JourneySite site) =>
        System.Text.RegularExpressions.Regex.Match((await MailsAsync(site))[^1].Text, "/references/(?<token>[A-Za-z0-9_-]+)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tn.Journey.Census;
using Tn.Journey.Census.Register;
using Tn.Platform.Data;

namespace Tn.Journey.Tests.Census.Register;

public class RegisterTests
{
    [Fact]
    public async Task Empty_answers_are_filled_in_and_what_was_typed_stays()
    {
        await using var stub = await StubRegister.SayingAsync(200, StubRegister.Recorded);
        await using var site = await SiteAsync(stub.Address);
        var person = PersonId.New(JourneySite.Morning);
        await site.SaveAsync(CensusStep.Enterprise, new EnterpriseStep { Siret = ACensus.Siret, Denomination = "Durand et fille", Naf = "6202A" }, site.Consultant(person));
        Assert.True((await PrefillAsync(site, person)).IsDone);

        Assert.Equal(["/search?q=73282932000074"], stub.Asked);
        var folder = await FolderAsync(site, person);
        var step = folder.Entry.Enterprise!;
        Assert.Equal(("Durand et fille", "CAP DURAND", "6202A", "2015-03-02", "45234", "Orléans"), (step.Denomination, step.TradeName, step.Naf, step.CreatedOn, step.CommuneCode, step.CommuneName));
        Assert.Equal(new ValueMark(ValueOrigin.Register, JourneySite.Morning, "répertoire d’essai"), folder.MarkOf(CensusStep.Enterprise, "CommuneCode"));
        Assert.Equal(ValueOrigin.Declared, folder.MarkOf(CensusStep.Enterprise, "Denomination")?.Origin);
        var reading = await site.InAsync<TnDbContext, RegisterReading>(db => db.Set<RegisterReading>().SingleAsync());
        Assert.Contains(reading.Values(), one => one is { Field: "Denomination", Value: "DURAND CONSEIL" });
    }

    [Fact]
    public async Task Nothing_the_register_said_is_locked()
    {
        await using var stub = await StubRegister.SayingAsync(200, StubRegister.Recorded);
        await using var site = await SiteAsync(stub.Address);
        var person = PersonId.New(JourneySite.Morning);
        await site.SaveAsync(CensusStep.Enterprise, new EnterpriseStep { Siret = ACensus.Siret }, site.Consultant(person));
        await PrefillAsync(site, person);
        Assert.True((await site.SaveAsync(CensusStep.Enterprise, new EnterpriseStep { Siret = ACensus.Siret, Denomination = "Un autre nom" }, site.Consultant(person))).IsDone);
        var folder = await FolderAsync(site, person);
        Assert.Equal(("Un autre nom", ValueOrigin.Declared), (folder.Entry.Enterprise!.Denomination, folder.MarkOf(CensusStep.Enterprise, "Denomination")!.Origin));
    }

    [Theory]
    [InlineData(404, "", "register.unknown")]
    [InlineData(200, "{\"results\":[],\"total_results\":0}", "register.unknown")]
    [InlineData(200, "{\"results\":null}", "register.unknown")]
    [InlineData(200, "{\"results\":[null]}", "register.unknown")]
    [InlineData(200, "null", "register.unknown")]
    [InlineData(200, "{\"results\":[{\"siren\":\"732829320\",\"siege\":{\"siret\":\"99999999999999\"}}]}", "register.unknown")]
    [InlineData(200, "{\"results\":", "register.unreachable")]
    [InlineData(200, "<html>maintenance</html>", "register.unreachable")]
    [InlineData(200, "{\"results\":\"beaucoup\"}", "register.unreachable")]
    [InlineData(302, "", "register.unreachable")]
    [InlineData(429, "", "register.unreachable")]
    [InlineData(500, "", "register.unreachable")]
    public async Task Whatever_goes_wrong_over_there_is_a_refusal_here(int status, string body, string code)
    {
        await using var stub = await StubRegister.SayingAsync(status, body);
        await using var site = await SiteAsync(stub.Address);
        Assert.Equal(code, (await FindAsync(site)).Refusal?.Code);
    }

    [Fact]
    public async Task A_register_that_does_not_answer_in_time_is_not_waited_for()
    {
        await using var stub = await StubRegister.OpenAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var site = await SiteAsync(stub.Address);
        Assert.Equal("register.unreachable", (await FindAsync(site)).Refusal?.Code);
    }

    [Fact]
    public async Task A_register_that_says_too_much_is_not_read()
    {
        await using var stub = await StubRegister.SayingAsync(200, new string(' ', CompanyRegister.MostBytes + 1));
        await using var site = await SiteAsync(stub.Address);
        Assert.Equal("register.unreachable", (await FindAsync(site)).Refusal?.Code);
    }

    [Fact]
    public async Task A_register_that_is_down_is_a_refusal()
    {
        await using var site = await SiteAsync("http://127.0.0.1:1");
        Assert.Equal("register.unreachable", (await FindAsync(site)).Refusal?.Code);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_asked_and_nothing_breaks()
    {
        await using var site = await JourneySite.OpenAsync();
        Assert.Equal("register.off", (await FindAsync(site)).Refusal?.Code);
        var person = await site.SubmittedAsync();
        Assert.Equal("register.off", (await PrefillAsync(site, person)).Refusal?.Code);
        Assert.Equal("register.siret-first", (await PrefillAsync(site, PersonId.New(JourneySite.Morning))).Refusal?.Code);
    }

    [Theory]
    [InlineData("ftp://registre.example", 4, "r")]
    [InlineData("registre", 4, "r")]
    [InlineData("https://registre.example", 0, "r")]
    [InlineData("https://registre.example", 4, " ")]
    public async Task A_wrong_setting_is_named(string address, int seconds, string name)
    {
        await using var site = new JourneySite(services => services.Configure<CompanyRegisterOptions>(options => (options.Address, options.TimeoutSeconds, options.Name) = (address, seconds, name)));
        var wrong = Assert.Throws<OptionsValidationException>(() => site.Services.GetRequiredService<IOptions<CompanyRegisterOptions>>().Value);
        Assert.Contains("Company", wrong.Message, StringComparison.Ordinal);
    }

    private static async Task<JourneySite> SiteAsync(string address)
    {
        var site = new JourneySite(services => services.Configure<CompanyRegisterOptions>(options =>
        {
            options.Address = address;
            options.Name = "répertoire d’essai";
            options.TimeoutSeconds = 2;
        }));
        await site.CreateAsync();
        return site;
    }

    private static Task<Outcome<RegisterEntry>> FindAsync(JourneySite site) =>
        site.InAsync<CompanyRegister, Outcome<RegisterEntry>>(register => register.FindAsync(Siret.Parse(ACensus.Siret).Value, default));

    private static Task<Outcome> PrefillAsync(JourneySite site, PersonId person) =>
        site.InAsync<PrefillFromRegister, Outcome>(act => act.PrefillAsync(site.Consultant(person), default));

    private static Task<CensusFolder> FolderAsync(JourneySite site, PersonId person) =>
        site.InAsync<CensusReader, CensusFolder>(reader => reader.OfAsync(person, default));
}

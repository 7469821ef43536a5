using Tn.Contracts;
using Tn.Identity.Administration;
using Tn.Kernel;
using Tn.Platform.Startup;

namespace Tn.Identity.Tests;

public sealed class FirstAdministratorTests
{
    [Fact]
    public async Task The_address_printed_at_start_creates_one_administrator_once()
    {
        await using var site = await IdentitySite.OpenAsync("Production");
        var token = await PrintedTokenAsync(site);

        Assert.Equal("account.invitation-invalid", (await CreateAsync(site, "inventé", "pirate@exemple.test")).Refusal!.Code);
        Assert.True((await CreateAsync(site, token!, "claire@exemple.test")).IsDone);
        Assert.Equal("account.invitation-invalid", (await CreateAsync(site, token!, "pirate@exemple.test")).Refusal!.Code);

        var administrators = await site.AskAsync<IPeople, IReadOnlyList<PersonCard>>(people => people.WithRoleAsync(Role.Administrator, default));
        Assert.Equal("claire@exemple.test", Assert.Single(administrators).Email);
        Assert.Null(await PrintedTokenAsync(site));
    }

    [Fact]
    public async Task The_address_works_for_a_day_and_a_new_start_replaces_it()
    {
        await using var site = await IdentitySite.OpenAsync("Production");
        var old = await PrintedTokenAsync(site);
        var token = await PrintedTokenAsync(site);

        Assert.Equal("account.invitation-invalid", (await CreateAsync(site, old!, "claire@exemple.test")).Refusal!.Code);
        site.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal("account.invitation-invalid", (await CreateAsync(site, token!, "claire@exemple.test")).Refusal!.Code);
    }

    [Fact]
    public async Task Nothing_is_printed_in_development()
    {
        await using var site = await IdentitySite.OpenAsync();

        Assert.Null(await PrintedTokenAsync(site));
    }

    private static Task<Outcome> CreateAsync(IdentitySite site, string token, string email) =>
        site.AskAsync<CreateFirstAdministrator, Outcome>(act =>
            act.CreateAsync(token, "Claire", "Vasseur", email, IdentitySite.GoodPassword, site.Stranger, default));

    // xunit runs the tests of a class one after the other, and nobody else prints.
    private static async Task<string?> PrintedTokenAsync(IdentitySite site)
    {
        var console = Console.Out;
        await using var paper = new StringWriter();
        Console.SetOut(paper);
        try
        {
            await site.DoAsync<IPreparation>(preparation => preparation.PrepareAsync(default));
        }
        finally
        {
            Console.SetOut(console);
        }

        return paper.ToString().Split("jeton=") is [_, var rest] ? rest.Trim() : null;
    }
}

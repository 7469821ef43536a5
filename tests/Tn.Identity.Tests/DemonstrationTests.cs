using System.Net;
using Tn.Contracts;
using Tn.Identity.Demonstration;
using Tn.Identity.People;
using Tn.Identity.Sessions;
using Tn.Kernel;
using Tn.Platform.Demonstration;

namespace Tn.Identity.Tests;

public sealed class DemonstrationTests
{
    [Fact]
    public async Task Every_account_of_the_demonstration_can_sign_in_with_its_roles()
    {
        await using var site = await IdentitySite.OpenAsync();
        await site.DoAsync<IDemonstration>(part => part.PlayAsync(default));

        Assert.Equal(62, (await WithAsync(site, Role.Advisor)).Count);
        Assert.Equal(37, (await WithAsync(site, Role.Consultant)).Count);
        Assert.Equal(5, (await WithAsync(site, Role.PedagogyMember)).Count);
        Assert.Equal(3, (await WithAsync(site, Role.JuryMember)).Count);
        var session = await site.AskAsync<OpenSession, Outcome<Person>>(act =>
            act.CheckAsync("jury2@demo.test", DemonstrationAccounts.Password, IPAddress.Loopback, site.Stranger, default));
        Assert.True(session.IsDone);
    }

    [Fact]
    public void Nobody_of_the_demonstration_has_anothers_name_or_address()
    {
        var all = DemonstrationPeople.All().ToList();

        Assert.Equal(all.Count, all.Select(one => one.Email).Distinct().Count());
        Assert.Equal(all.Count, all.Select(one => $"{one.GivenName} {one.FamilyName}").Distinct().Count());
    }

    private static Task<IReadOnlyList<PersonCard>> WithAsync(IdentitySite site, Role role) =>
        site.AskAsync<IPeople, IReadOnlyList<PersonCard>>(people => people.WithRoleAsync(role, default));
}

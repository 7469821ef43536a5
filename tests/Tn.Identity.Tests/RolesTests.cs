using Microsoft.EntityFrameworkCore;
using Tn.Identity.Administration;
using Tn.Identity.People;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Platform.Events;

namespace Tn.Identity.Tests;

public sealed class RolesTests : IAsyncLifetime
{
    private IdentitySite site = null!;
    private PersonId first;
    private PersonId second;
    private PersonId advisor;

    public async Task InitializeAsync()
    {
        site = await IdentitySite.OpenAsync();
        first = await site.AnAccountAsync("premiere@exemple.test", Role.Administrator);
        second = await site.AnAccountAsync("seconde@exemple.test", Role.Administrator);
        advisor = await site.AnAccountAsync("conseiller@exemple.test", Role.Advisor);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_role_given_is_worn_recorded_and_told_in_the_history()
    {
        Assert.True((await GiveAsync(advisor, Role.Author, first)).IsDone);

        var sheet = await SheetAsync(advisor);
        Assert.Equal([Role.Advisor, Role.Author], sheet.Line.Roles);
        Assert.Equal(("account.history.role-given", "Author"), (sheet.History[0].What, sheet.History[0].Detail));
        Assert.True(await site.AskAsync<TnDbContext, bool>(db => db.Set<OutboxMessage>().AnyAsync(message => message.Name == "identity.role-given")));
        Assert.Equal("account.role-already-given", (await GiveAsync(advisor, Role.Author, first)).Refusal!.Code);
    }

    [Fact]
    public async Task Nobody_without_the_permission_reads_or_changes_accounts()
    {
        var act = site.As(advisor, Role.Advisor, Role.PartnersMember);

        Assert.Equal("access.denied", (await site.AskAsync<GiveRole, Outcome>(one => one.GiveAsync(advisor, Role.Administrator, act, default))).Refusal!.Code);
        Assert.Equal("access.denied", (await site.AskAsync<RemoveRole, Outcome>(one => one.RemoveAsync(first, Role.Administrator, act, default))).Refusal!.Code);
        Assert.Equal("access.denied", (await site.AskAsync<LockAccount, Outcome>(one => one.LockAsync(first, act, default))).Refusal!.Code);
        Assert.Equal("access.denied", (await site.AskAsync<UnlockAccount, Outcome>(one => one.UnlockAsync(first, act, default))).Refusal!.Code);
        Assert.Equal("access.denied", (await site.AskAsync<PeopleQueries, Outcome<PeoplePage>>(people => people.ListAsync(null, null, 1, 10, act, default))).Refusal!.Code);
        Assert.Equal("access.denied", (await site.AskAsync<PeopleQueries, Outcome<PersonSheet?>>(people => people.FindAsync(first, act, default))).Refusal!.Code);
        Assert.Equal("access.sign-in", (await site.AskAsync<GiveRole, Outcome>(one => one.GiveAsync(advisor, Role.Author, site.Stranger, default))).Refusal!.Code);
    }

    [Fact]
    public async Task Nobody_takes_the_administration_from_oneself()
    {
        Assert.Equal("account.own-administration", (await RemoveAsync(first, Role.Administrator, first)).Refusal!.Code);
        Assert.Equal("account.own-administration", (await LockAsync(first, first)).Refusal!.Code);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        Assert.True((await RemoveAsync(second, Role.Administrator, first)).IsDone);
        // A session opened before still carries the role: the rule holds all the same.
        Assert.Equal("account.last-administrator", (await RemoveAsync(first, Role.Administrator, second)).Refusal!.Code);
        Assert.Equal("account.last-administrator", (await LockAsync(first, second)).Refusal!.Code);
    }

    [Fact]
    public async Task An_administrator_whose_account_is_closed_does_not_count()
    {
        Assert.True((await LockAsync(second, first)).IsDone);

        Assert.Equal("account.last-administrator", (await RemoveAsync(first, Role.Administrator, second)).Refusal!.Code);
    }

    [Fact]
    public async Task Two_administrators_removing_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 200; round++)
        {
            var removed = await Task.WhenAll(
                Task.Run(() => RemoveAsync(second, Role.Administrator, first)),
                Task.Run(() => RemoveAsync(first, Role.Administrator, second)));

            Assert.True(await site.AskAsync<Administrators, bool>(one => one.AnyAsync(default)), $"Round {round}.");
            Assert.Single(removed, outcome => outcome.IsDone);
            await GiveAsync(removed[0].IsDone ? second : first, Role.Administrator, first);
        }
    }

    [Fact]
    public async Task The_list_finds_without_accents_and_by_role()
    {
        Task<PeoplePage> List(string? filter, Role? role) =>
            site.AskAsync<PeopleQueries, PeoplePage>(async people => (await people.ListAsync(filter, role, 1, 10, site.As(first, Role.Administrator), default)).Value);

        Assert.Equal(3, (await List("HADDAD nadia", null)).Total);
        Assert.Equal(1, (await List("conseiller@", null)).Total);
        Assert.Equal(2, (await List(null, Role.Administrator)).Total);
        Assert.Equal(0, (await List("100%_", null)).Total);
    }

    private Task<Outcome> GiveAsync(PersonId person, Role role, PersonId by) =>
        site.AskAsync<GiveRole, Outcome>(act => act.GiveAsync(person, role, site.As(by, Role.Administrator), default));

    private Task<Outcome> RemoveAsync(PersonId person, Role role, PersonId by) =>
        site.AskAsync<RemoveRole, Outcome>(act => act.RemoveAsync(person, role, site.As(by, Role.Administrator), default));

    private Task<Outcome> LockAsync(PersonId person, PersonId by) =>
        site.AskAsync<LockAccount, Outcome>(act => act.LockAsync(person, site.As(by, Role.Administrator), default));

    private async Task<PersonSheet> SheetAsync(PersonId person) =>
        (await site.AskAsync<PeopleQueries, PersonSheet?>(async people => (await people.FindAsync(person, site.As(first, Role.Administrator), default)).Value))!;
}

using System.Net;
using Tn.Identity.Administration;
using Tn.Identity.Passwords;
using Tn.Identity.People;
using Tn.Identity.Sessions;
using Tn.Kernel;

namespace Tn.Identity.Tests;

public sealed class SigningInTests : IAsyncLifetime
{
    private const string Email = "nadia@exemple.test";

    private IdentitySite site = null!;
    private PersonId person;

    public async Task InitializeAsync()
    {
        site = await IdentitySite.OpenAsync();
        person = await site.AnAccountAsync(Email, Role.Advisor);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task The_right_password_opens_a_session()
    {
        var outcome = await TryAsync(site, " NADIA@exemple.test ", IdentitySite.GoodPassword);

        Assert.Equal(person, outcome.Value.PersonId);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_from_the_answer_nor_from_its_cost()
    {
        var before = site.Hasher.Verified;
        var unknown = await TryAsync(site, "personne@exemple.test", "n’importe quoi de long");
        var costOfUnknown = site.Hasher.Verified - before;
        var wrong = await TryAsync(site, Email, "n’importe quoi de long");
        var costOfWrong = site.Hasher.Verified - before - costOfUnknown;

        Assert.Equal("account.sign-in-refused", unknown.Refusal!.Code);
        Assert.Equal("account.sign-in-refused", wrong.Refusal!.Code);
        Assert.Equal((1, 1), (costOfUnknown, costOfWrong));
    }

    [Fact]
    public async Task Five_failures_close_the_account_for_fifteen_minutes_even_to_the_right_password()
    {
        for (var failure = 0; failure < 5; failure++)
        {
            await TryAsync(site, Email, "un mauvais mot de passe");
        }

        Assert.Equal("account.sign-in-refused", (await TryAsync(site, Email, IdentitySite.GoodPassword)).Refusal!.Code);
        site.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.False((await TryAsync(site, Email, IdentitySite.GoodPassword)).IsDone);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True((await TryAsync(site, Email, IdentitySite.GoodPassword)).IsDone);
    }

    [Fact]
    public async Task Wrong_passwords_tried_at_once_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TryAsync(site, Email, "un mauvais mot de passe")));

        Assert.False((await TryAsync(site, Email, IdentitySite.GoodPassword)).IsDone);
    }

    [Fact]
    public async Task Attempts_on_one_account_are_limited_before_anything_is_hashed()
    {
        await using var strict = await IdentitySite.OpenAsync(perAccount: 3);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await TryAsync(strict, "inconnue@exemple.test", "un mauvais mot de passe");
        }

        var before = strict.Hasher.Verified;
        var outcome = await TryAsync(strict, "Inconnue@exemple.test", "un mauvais mot de passe");

        Assert.Equal("account.too-many-attempts", outcome.Refusal!.Code);
        Assert.Equal(before, strict.Hasher.Verified);
        Assert.Equal("account.sign-in-refused", (await TryAsync(strict, "autre@exemple.test", "un mauvais mot de passe")).Refusal!.Code);
    }

    [Fact]
    public async Task Only_who_knows_the_password_is_told_that_the_address_is_not_confirmed()
    {
        await site.SignUpAsync("neuve@exemple.test");

        Assert.Equal("account.not-confirmed", (await TryAsync(site, "neuve@exemple.test", IdentitySite.GoodPassword)).Refusal!.Code);
        Assert.Equal("account.sign-in-refused", (await TryAsync(site, "neuve@exemple.test", "un mauvais mot de passe")).Refusal!.Code);
    }

    [Fact]
    public async Task An_account_closed_by_an_administrator_stays_closed_until_opened()
    {
        var admin = site.As(await site.AnAccountAsync("admin@exemple.test", Role.Administrator), Role.Administrator);
        Assert.True((await site.AskAsync<LockAccount, Outcome>(act => act.LockAsync(person, admin, default))).IsDone);
        site.Clock.Advance(TimeSpan.FromDays(365));
        Assert.False((await TryAsync(site, Email, IdentitySite.GoodPassword)).IsDone);

        Assert.True((await site.AskAsync<UnlockAccount, Outcome>(act => act.UnlockAsync(person, admin, default))).IsDone);
        Assert.True((await TryAsync(site, Email, IdentitySite.GoodPassword)).IsDone);
    }

    [Fact]
    public async Task Never_more_hashes_at_once_than_cores()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(() =>
            site.AskAsync<HashingQueue, Outcome<string>>(queue => queue.HashAsync("un mot de passe", default)))));

        Assert.InRange(site.Hasher.MostAtOnce, 1, Environment.ProcessorCount);
    }

    private static Task<Outcome<Person>> TryAsync(IdentitySite site, string email, string password) =>
        site.AskAsync<OpenSession, Outcome<Person>>(act => act.CheckAsync(email, password, IPAddress.Loopback, site.Stranger, default));
}

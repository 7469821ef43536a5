using Microsoft.EntityFrameworkCore;
using Tn.Contracts;
using Tn.Identity.Passwords;
using Tn.Identity.People;
using Tn.Identity.Sessions;
using Tn.Identity.SignUps;
using Tn.Kernel;
using Tn.Platform.Data;
using Tn.Platform.Events;

namespace Tn.Identity.Tests;

public sealed class SigningUpTests : IAsyncLifetime
{
    private const string Email = "elodie@exemple.test";

    private IdentitySite site = null!;

    public async Task InitializeAsync() => site = await IdentitySite.OpenAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task The_link_of_the_mail_confirms_and_says_so_once()
    {
        await site.SignUpAsync(Email);
        var (person, token) = await site.LinkToAsync(Email);

        Assert.True((await ConfirmAsync(person, token)).IsDone);
        Assert.True((await ConfirmAsync(person, token)).IsDone);

        Assert.True((await SignInAsync(IdentitySite.GoodPassword)).IsDone);
        Assert.Equal(1, await site.AskAsync<TnDbContext, int>(db => db.Set<OutboxMessage>().CountAsync(message => message.Name == "identity.person-signed-up")));
    }

    [Fact]
    public async Task Signing_up_gives_the_role_asked_for_and_no_other()
    {
        await site.SignUpAsync(Email);

        var card = await site.AskAsync<IPeople, PersonCard?>(people => people.FindByEmailAsync(Email, default));

        Assert.Equal([Role.Consultant], card!.Roles);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8-inventé")]
    public async Task A_made_up_link_confirms_nothing(string token)
    {
        await site.SignUpAsync(Email);
        var (person, _) = await site.LinkToAsync(Email);

        Assert.Equal("account.link-invalid", (await ConfirmAsync(person, token)).Refusal!.Code);
        Assert.Equal("account.link-invalid", (await ConfirmAsync(Guid.NewGuid(), token)).Refusal!.Code);
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_the_same_answer_and_another_mail()
    {
        await site.AnAccountAsync(Email);

        Assert.True((await site.SignUpAsync(Email)).IsDone);

        Assert.Equal("Vous avez déjà un compte", Assert.Single(await site.MailsToAsync(Email)).Subject);
        Assert.Equal(1, await site.AskAsync<TnDbContext, int>(db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task The_same_address_sent_twice_at_once_makes_one_account()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => site.SignUpAsync(Email))));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsDone));
        Assert.Equal(1, await site.AskAsync<TnDbContext, int>(db => db.Set<Person>().CountAsync()));
    }

    [Theory]
    [InlineData("Reset")]
    [InlineData("Confirmation")]
    public async Task Asking_for_a_link_sends_one_mail_whether_the_account_exists_or_not(string link)
    {
        var kind = Enum.Parse<LinkKind>(link);
        await site.AnAccountAsync(Email);

        Assert.True((await AskForAsync(kind, Email)).IsDone);
        Assert.True((await AskForAsync(kind, "inconnue@exemple.test")).IsDone);

        Assert.Single(await site.MailsToAsync(Email));
        Assert.Single(await site.MailsToAsync("inconnue@exemple.test"));
    }

    [Fact]
    public async Task A_reset_link_changes_the_password_once()
    {
        await site.AnAccountAsync(Email);
        await AskForAsync(LinkKind.Reset, Email);
        var (person, token) = await site.LinkToAsync(Email);

        Assert.Equal("account.password-too-short", (await ResetAsync(person, token, "court")).Refusal!.Code);
        Assert.True((await ResetAsync(person, token, "un autre mur de pommes")).IsDone);
        Assert.Equal("account.link-invalid", (await ResetAsync(person, token, "encore un mur de pommes")).Refusal!.Code);

        Assert.True((await SignInAsync("un autre mur de pommes")).IsDone);
        Assert.False((await SignInAsync(IdentitySite.GoodPassword)).IsDone);
        Assert.Equal("Votre mot de passe a changé", (await site.MailsToAsync(Email))[^1].Subject);
    }

    [Fact]
    public async Task A_confirmation_link_resets_nothing()
    {
        await site.SignUpAsync(Email);
        var (person, token) = await site.LinkToAsync(Email);

        Assert.Equal("account.link-invalid", (await ResetAsync(person, token, "un autre mur de pommes")).Refusal!.Code);
    }

    [Fact]
    public async Task Changing_a_password_asks_for_the_present_one()
    {
        var id = await site.AnAccountAsync(Email);

        Assert.Equal("account.password-wrong", (await ChangeAsync(id, "un mauvais mot de passe")).Refusal!.Code);
        Assert.True((await ChangeAsync(id, IdentitySite.GoodPassword)).IsDone);
        Assert.True((await SignInAsync("un autre mur de pommes")).IsDone);
    }

    private Task<Outcome<Person>> ChangeAsync(PersonId id, string current) =>
        site.AskAsync<ChangePassword, Outcome<Person>>(act => act.ChangeAsync(current, "un autre mur de pommes", null, site.As(id), default));

    private Task<Outcome> ConfirmAsync(Guid person, string token) =>
        site.AskAsync<ConfirmAddress, Outcome>(act => act.ConfirmAsync(person, token, site.Stranger, default));

    private Task<Outcome> AskForAsync(LinkKind kind, string email) =>
        site.AskAsync<RequestLink, Outcome>(act => act.RequestAsync(kind, email, null, site.Stranger, default));

    private Task<Outcome> ResetAsync(Guid person, string token, string password) =>
        site.AskAsync<ResetPassword, Outcome>(act => act.ResetAsync(person, token, password, null, site.Stranger, default));

    private Task<Outcome<Person>> SignInAsync(string password) =>
        site.AskAsync<OpenSession, Outcome<Person>>(act => act.CheckAsync(Email, password, null, site.Stranger, default));
}

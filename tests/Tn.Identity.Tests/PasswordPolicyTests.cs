using Tn.Identity.Passwords;

namespace Tn.Identity.Tests;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("onze lettre", "account.password-too-short")]
    [InlineData("motdepasse2026", "account.password-common")]
    [InlineData("Azertyuiop123!", "account.password-common")]
    [InlineData("azertyazerty", "account.password-common")]
    [InlineData("aaaaaaaaaaaaaa", "account.password-common")]
    [InlineData("123456789012", "account.password-common")]
    [InlineData("Transition-Numérique-2026", "account.password-common")]
    [InlineData("je suis Élodie Fabre", "account.password-personal")]
    [InlineData("mot elodie.f du jour", "account.password-personal")]
    public void A_weak_password_is_refused_with_its_reason(string password, string code) =>
        Assert.Equal(code, Check(password).Refusal!.Code);

    [Theory]
    [InlineData("quatre pommes sur un mur")]
    [InlineData("kZ8#pl0Qvv2!")]
    [InlineData("éàü ñ 漢字 mélangés")]
    [InlineData("Demo-Transition-2026!")]
    public void A_long_uncommon_password_is_accepted_without_composition_rules(string password) =>
        Assert.True(Check(password).IsDone);

    [Fact]
    public void A_password_longer_than_the_bound_is_refused() =>
        Assert.Equal("account.password-too-long", Check(string.Concat(Enumerable.Repeat("un mur ", 30))).Refusal!.Code);

    private static Tn.Kernel.Outcome Check(string password) => PasswordPolicy.Check(password, "elodie.f@exemple.test", "Élodie", "Fabre");
}

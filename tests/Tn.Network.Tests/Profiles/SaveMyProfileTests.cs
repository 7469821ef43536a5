using Tn.Network.Profiles;

namespace Tn.Network.Tests.Profiles;

public class SaveMyProfileTests
{
    private static readonly ProfileDetails Details = new("CCI du Loiret", "Conseil", "J’aide.", ["gestion"], ["45"], "Orléans", ["français"]);

    [Fact]
    public async Task A_stranger_has_no_profile_to_save()
    {
        await using var network = await ANetwork.OpenAsync();

        var saved = await network.DoAsync<SaveMyProfile, Outcome>(act => act.SaveAsync(Details, [], ActContext.Anonymous(ANetwork.Now), default));

        Assert.Equal("access.sign-in", saved.Refusal?.Code);
    }

    [Fact]
    public async Task Two_people_of_the_same_name_have_two_addresses()
    {
        await using var network = await ANetwork.OpenAsync();
        var (first, second) = (network.People.Add("Léa Martin", Role.Advisor), network.People.Add("Léa Martin", Role.Advisor));
        await network.SaveAsync(first, Details, ProfileField.Name);
        await network.SaveAsync(second, Details, ProfileField.Name);

        Assert.Equal("lea-martin", (await network.ProfileOfAsync(first))?.Slug);
        Assert.Equal("lea-martin-2", (await network.ProfileOfAsync(second))?.Slug);
    }

    [Fact]
    public async Task Too_long_a_text_too_many_or_unknown_choices_are_refused_and_nothing_is_saved()
    {
        await using var network = await ANetwork.OpenAsync();
        var person = network.People.Add("Léa Martin", Role.Advisor);

        Assert.Equal("network.text-too-long", (await network.SaveAsync(person, Details with { Presentation = new string('a', 2_001) })).Refusal?.Code);
        Assert.Equal("network.text-too-long", (await network.SaveAsync(person, Details with { Structure = new string('a', 121) })).Refusal?.Code);
        Assert.Equal("network.too-many-departments", (await network.SaveAsync(person, Details with { Departments = [.. Contracts.Departments.All.Take(21).Select(one => one.Code)] })).Refusal?.Code);
        Assert.Equal("network.unknown-choice", (await network.SaveAsync(person, Details with { Axes = ["../../etc"] })).Refusal?.Code);
        Assert.Null(await network.ProfileOfAsync(person));
    }

    [Fact]
    public async Task What_a_consultants_census_says_is_not_edited_here()
    {
        await using var network = await ANetwork.OpenAsync();
        var person = network.People.Add("Noé Petit", Role.Consultant);
        await network.SaveAsync(person, Details, ProfileField.Name);

        var profile = await network.ProfileOfAsync(person);

        Assert.Equal(NetworkKind.Consultant, profile?.Kind);
        Assert.Equal(string.Empty, profile?.Details.Structure);
        Assert.Empty(profile!.Details.Axes);
        Assert.Equal("J’aide.", profile.Details.Presentation);
    }

    [Theory]
    [InlineData("Marie-Lou Le Goff", "marie-lou-le-goff")]
    [InlineData("Œuvrard  D’Été", "oeuvrard-d-ete")]
    [InlineData("  ", "sans-nom")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("李", "sans-nom")]
    public void A_name_becomes_an_address(string name, string expected) => Assert.Equal(expected, Slug.Of(name));
}

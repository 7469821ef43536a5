using Tn.Network.Listening;
using Tn.Network.Profiles;

namespace Tn.Network.Tests.Listening;

public class WhenConsultantMovesTests
{
    [Fact]
    public async Task Before_the_charter_there_is_no_profile()
    {
        await using var network = await ANetwork.OpenAsync();
        var person = network.People.Add("Noé Petit", Role.Consultant);
        network.Path.Set(person, PathState.CharterToSign, "Fil & Pixel");

        await HearAsync(network, person, PathState.CharterToSign);

        Assert.Null(await network.ProfileOfAsync(person));
    }

    [Fact]
    public async Task The_profile_follows_the_census_and_shows_nothing_by_itself()
    {
        await using var network = await ANetwork.OpenAsync();
        var person = network.People.Add("Noé Petit", Role.Consultant);
        network.Path.Set(person, PathState.InTraining, "Fil & Pixel");

        await HearAsync(network, person, PathState.InTraining);
        await HearAsync(network, person, PathState.InTraining);

        var profile = await network.ProfileOfAsync(person);
        Assert.Equal(("Fil & Pixel", "Guéret"), (profile!.Details.Structure, profile.Details.Commune));
        Assert.Null(profile.AsPublic());
        Assert.Empty(network.Letters.Sent);
    }

    [Fact]
    public async Task The_consents_of_the_census_are_taken_over_once_and_show_nothing_without_the_name()
    {
        await using var network = await ANetwork.OpenAsync();
        var person = network.People.Add("Noé Petit", Role.Consultant);
        network.Path.Set(person, PathState.InTraining, "Fil & Pixel", "commune", "territories", "phone");
        await HearAsync(network, person, PathState.InTraining);

        var profile = await network.ProfileOfAsync(person);
        Assert.Equal([ProfileField.Departments, ProfileField.Commune], profile!.Consents);
        Assert.Null(profile.AsPublic());

        await network.SaveAsync(person, ProfileDetails.Empty, ProfileField.Name);
        await HearAsync(network, person, PathState.Certified);
        Assert.Equal([ProfileField.Name], (await network.ProfileOfAsync(person))!.Consents);
    }

    [Fact]
    public async Task Once_certified_a_consultant_who_does_not_appear_is_invited_once()
    {
        await using var network = await ANetwork.OpenAsync();
        var person = network.People.Add("Noé Petit", Role.Consultant);
        network.Path.Set(person, PathState.Certified, "Fil & Pixel");

        await HearAsync(network, person, PathState.Certified);
        await network.PlayAsync<WhenConsultantMoves>(handler => handler.HandleAsync(
            new CertificateIssued(person.Id, "code", new DateOnly(2026, 11, 23), new DateOnly(2029, 11, 22)), ActContext.System(ANetwork.Now, "test"), default));

        Assert.Equal("/mon-profil", Assert.Single(network.Letters.Sent).Letter.ActionPath);
    }

    [Fact]
    public async Task What_the_consultant_wrote_and_accepted_is_kept()
    {
        await using var network = await ANetwork.OpenAsync();
        var person = network.People.Add("Noé Petit", Role.Consultant);
        await network.SaveAsync(person, ProfileDetails.Empty with { Presentation = "J’aide." }, ProfileField.Name, ProfileField.Presentation);
        network.Path.Set(person, PathState.Certified, "Fil & Pixel");

        await HearAsync(network, person, PathState.Certified);

        var shown = (await network.ProfileOfAsync(person))?.AsPublic();
        Assert.Equal("J’aide.", shown?.Presentation);
        Assert.Null(shown?.Structure);
        Assert.Empty(network.Letters.Sent);
    }

    private static Task HearAsync(ANetwork network, PersonCard person, PathState to) => network.PlayAsync<WhenConsultantMoves>(handler =>
        handler.HandleAsync(new PathMoved(person.Id, PathState.CensusInProgress, to, PathTrigger.SubmitCensus), ActContext.System(ANetwork.Now, "test"), default));
}

using System.Text.Json;
using FsCheck.Xunit;
using Tn.Network.Profiles;
using Tn.Network.Search;
using Tn.Platform.Data;
using Tn.Platform.Search;

namespace Tn.Network.Tests.Profiles;

/// <summary>Nothing of a person is read that she did not consent to.</summary>
public class ConsentTests
{
    /// <summary>Each field says a word that nothing else says.</summary>
    private static readonly Dictionary<ProfileField, string> Telling = new()
    {
        [ProfileField.Structure] = "structurix",
        [ProfileField.Role] = "fonctionix",
        [ProfileField.Presentation] = "presentatix",
        [ProfileField.Axes] = "cybersecurite",
        [ProfileField.Departments] = "976",
        [ProfileField.Commune] = "communix",
        [ProfileField.Languages] = "languix",
    };

    private static readonly ProfileDetails Details = new("structurix", "fonctionix", "presentatix", ["cybersecurite"], ["976"], "communix", ["languix"]);

    [Property(MaxTest = 200)]
    public bool No_field_is_public_without_its_consent(bool[] choices)
    {
        var consents = Enum.GetValues<ProfileField>().Where((_, rank) => rank < choices.Length && choices[rank]).ToList();
        var shown = AProfile(consents).AsPublic();
        if (!consents.Contains(ProfileField.Name))
        {
            return shown is null;
        }

        var read = JsonSerializer.Serialize(shown, TnJson.Options);
        return Telling.All(pair => read.Contains(pair.Value, StringComparison.Ordinal) == consents.Contains(pair.Key))
            && shown!.CanBeContacted == consents.Contains(ProfileField.Contact)
            && shown.ShowsPhoto == consents.Contains(ProfileField.Photo);
    }

    [Theory]
    [InlineData(ProfileField.Structure)]
    [InlineData(ProfileField.Role)]
    [InlineData(ProfileField.Presentation)]
    [InlineData(ProfileField.Axes)]
    [InlineData(ProfileField.Departments)]
    [InlineData(ProfileField.Commune)]
    [InlineData(ProfileField.Languages)]
    internal async Task A_field_without_consent_is_not_in_the_index(ProfileField kept)
    {
        await using var network = await ANetwork.OpenAsync();
        var person = network.People.Add("Léa Martin", Role.Advisor);
        await network.SaveAsync(person, Details, [.. Enum.GetValues<ProfileField>().Except([kept])]);
        await network.FeedAsync();

        var document = await network.DoAsync<IEnumerable<ISearchSource>, SearchDocument?>(sources => sources.OfType<PersonSource>().Single().FindAsync("person", person.Id.ToString(), default));

        Assert.DoesNotContain(Telling[kept], JsonSerializer.Serialize(document, TnJson.Options), StringComparison.Ordinal);
        Assert.Empty(network.Search(Telling[kept]).Hits);
        Assert.Equal("Léa Martin", Assert.Single(network.Search("Léa").Hits).Title);
    }

    [Fact]
    public async Task Without_consent_for_the_name_a_person_is_nowhere_and_taking_it_back_removes_her()
    {
        await using var network = await ANetwork.OpenAsync();
        var person = network.People.Add("Léa Martin", Role.Advisor);

        await network.SaveAsync(person, Details, Enum.GetValues<ProfileField>());
        await network.FeedAsync();
        Assert.Single(network.Search("structurix").Hits);

        await network.SaveAsync(person, Details, [.. Enum.GetValues<ProfileField>().Except([ProfileField.Name])]);
        await network.FeedAsync();
        Assert.Empty(network.Search("structurix").Hits);
        Assert.Empty(network.Search("Léa").Hits);
    }

    private static NetworkProfile AProfile(IEnumerable<ProfileField> consents)
    {
        var profile = NetworkProfile.Begin(new PersonId(Guid.Empty), NetworkKind.Advisor, "Léa Martin", "lea-martin", ANetwork.Now);
        Assert.True(profile.Describe(Details, ANetwork.Now).IsDone);
        profile.ShowOnly(consents, ANetwork.Now);
        return profile;
    }
}

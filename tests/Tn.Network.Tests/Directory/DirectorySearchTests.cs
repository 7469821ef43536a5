using Tn.Network.Directory;
using Tn.Network.Profiles;

namespace Tn.Network.Tests.Directory;

public class DirectorySearchTests
{
    private static readonly DirectoryQuery Everyone = new(string.Empty, [], null, null, 1);

    private static readonly ProfileDetails Limoges = new("CMA", "Conseil", "Facturation électronique des électriciens.", ["gestion"], ["87"], "Limoges", []);

    [Fact]
    public async Task A_need_and_a_place_find_the_person_and_say_why()
    {
        await using var network = await ANetwork.OpenAsync();
        await AddAsync(network, "Léa Martin", Limoges, Role.Advisor);
        await AddAsync(network, "Noé Petit", Limoges with { Commune = "Lille", Departments = ["59"] }, Role.Advisor);

        var answer = await FindAsync(network, Everyone with { Text = "facturations à limoge", Axes = ["gestion"], Department = "87" });

        var found = Assert.Single(answer.People);
        Assert.Equal("Léa Martin", found.Person.DisplayName);
        Assert.Equal(["Travaille à Limoges", "Accompagne sur le thème « Gestion et facturation électronique »", "Intervient dans le département Haute-Vienne"], found.Reasons);
        Assert.Null(found.Certificate);
    }

    [Theory]
    [InlineData(CertificateStanding.Suspended)]
    [InlineData(CertificateStanding.Withdrawn)]
    [InlineData(CertificateStanding.Expired)]
    public async Task A_certificate_that_no_longer_holds_is_gone_from_the_next_page_without_waiting_for_the_index(CertificateStanding standing)
    {
        await using var network = await ANetwork.OpenAsync();
        var person = await AddAsync(network, "Noé Petit", Limoges, Role.Consultant);
        network.Certificates.Set(person, CertificateStanding.Valid);

        var before = await FindAsync(network, Everyone with { Type = "certifie" });
        Assert.Equal(new DateOnly(2028, 12, 31), Assert.Single(before.People).Certificate?.Until);
        Assert.Equal(1, (await FindAsync(network, Everyone)).Certified);

        network.Certificates.Set(person, standing);

        Assert.Empty((await FindAsync(network, Everyone with { Type = "certifie" })).People);
        var after = await FindAsync(network, Everyone);
        Assert.Null(Assert.Single(after.People).Certificate);
        Assert.Equal(0, after.Certified);
    }

    [Fact]
    public async Task A_consent_taken_back_works_before_the_index_knows()
    {
        await using var network = await ANetwork.OpenAsync();
        var person = await AddAsync(network, "Léa Martin", Limoges, Role.Advisor);

        await network.SaveAsync(person, Limoges, ProfileField.Name);
        var shown = Assert.Single((await FindAsync(network, Everyone with { Text = "facturation" })).People);
        Assert.Null(shown.Excerpt);
        Assert.Empty(shown.Reasons);
        Assert.Null(shown.Person.Commune);

        await network.SaveAsync(person, Limoges);
        Assert.Empty((await FindAsync(network, Everyone with { Text = "facturation" })).People);
    }

    [Fact]
    public async Task Kinds_are_counted_whatever_kind_is_chosen()
    {
        await using var network = await ANetwork.OpenAsync();
        await AddAsync(network, "Léa Martin", Limoges, Role.Advisor);
        await AddAsync(network, "Noé Petit", Limoges, Role.Consultant);

        var answer = await FindAsync(network, Everyone with { Type = "consultant" });

        Assert.Equal("Noé Petit", Assert.Single(answer.People).Person.DisplayName);
        Assert.Equal(["advisor", "consultant"], answer.Results.Facets.Categories.Select(count => count.Value));
    }

    private static async Task<PersonCard> AddAsync(ANetwork network, string name, ProfileDetails details, Role role)
    {
        var person = network.People.Add(name, role);
        Assert.True((await network.SaveAsync(person, details, Enum.GetValues<ProfileField>())).IsDone);
        await network.FeedAsync();
        return person;
    }

    private static Task<DirectoryAnswer> FindAsync(ANetwork network, DirectoryQuery query) =>
        network.DoAsync<DirectorySearch, DirectoryAnswer>(search => search.FindAsync(query, default));
}

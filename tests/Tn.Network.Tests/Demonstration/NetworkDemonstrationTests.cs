using Microsoft.EntityFrameworkCore;
using Tn.Network.Centres;
using Tn.Network.Coverage;
using Tn.Network.Profiles;
using Tn.Network.Seeding;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;

namespace Tn.Network.Tests.Demonstration;

public class NetworkDemonstrationTests
{
    [Fact]
    public async Task The_demonstration_fills_the_directory_the_centres_and_the_map()
    {
        await using var network = await ANetwork.OpenAsync();
        for (var number = 0; number < 60; number++)
        {
            network.People.Add($"Conseillère {number}", Role.Advisor);
        }

        var consultant = network.People.Add("Consultante", Role.Consultant);
        await network.PlayAsync<IDemonstration>(demonstration => demonstration.PlayAsync(default));
        await network.FeedAsync();

        Assert.Equal(20, (await network.DoAsync<CentreList, IReadOnlyList<ResourceCentre>>(list => list.AllAsync(default))).Count);
        Assert.NotEmpty((await network.ProfileOfAsync(consultant))!.Details.Structure);
        var map = await network.DoAsync<CoverageMap, IReadOnlyList<DepartmentCoverage>?>(coverage => coverage.ReadAsync(default));
        Assert.Equal(101, map!.Count);
        Assert.All(map.Where(row => row.Department.Code is "974" or "971" or "972" or "973" or "976"), row => Assert.False(row.IsWhiteZone));
        Assert.Contains(map, row => row.IsWhiteZone);
        Assert.Equal("centre", network.Search("centre de ressources Ajaccio").Hits[0].Kind);
    }

    [Fact]
    public async Task Trial_profiles_are_always_the_same_and_adding_more_goes_on()
    {
        await using var network = await ANetwork.OpenAsync();

        await network.PlayAsync<AdvisorSeeder>(seeder => seeder.SeedAsync(30, new Progress<int>(), default));
        await network.PlayAsync<AdvisorSeeder>(seeder => seeder.SeedAsync(20, new Progress<int>(), default));

        var slugs = await network.DoAsync<TnDbContext, List<string>>(db => db.Set<NetworkProfile>().Select(profile => profile.Slug).ToListAsync());
        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"essai-conseiller-{number}").Order(), slugs.Order());
        Assert.All(await network.DoAsync<TnDbContext, List<NetworkProfile>>(db => db.Set<NetworkProfile>().ToListAsync()), profile => Assert.False(profile.AsPublic()!.CanBeContacted));
    }
}

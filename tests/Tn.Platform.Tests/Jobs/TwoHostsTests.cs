using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Jobs;

namespace Tn.Platform.Tests.Jobs;

/// <summary>Hangfire keeps settings for the whole process; two hosts in one (a sandbox, a test) must not share them.</summary>
public class TwoHostsTests
{
    [Fact]
    public async Task The_first_of_two_hosts_runs_its_own_jobs_on_its_own_storage()
    {
        await using var first = Host("first");
        await using var second = Host("second");
        // As two sites start: both are set up before either begins to work.
        _ = first.GetRequiredService<IGlobalConfiguration>();
        _ = second.GetRequiredService<IGlobalConfiguration>();

        using var job = first.GetRequiredService<JobActivator>().BeginScope((JobActivatorContext)null!);
        Assert.Equal("first", ((Name)job.Resolve(typeof(Name))).Of);
        Assert.NotSame(first.GetRequiredService<JobStorage>(), second.GetRequiredService<JobStorage>());
    }

    private static ServiceProvider Host(string name) =>
        new ServiceCollection().AddLogging().AddTnJobs(new ConfigurationBuilder().Build()).AddSingleton(new Name(name)).BuildServiceProvider();

    private sealed record Name(string Of);
}

using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Jobs;

namespace Tn.Platform.Tests.Languages;

public sealed class JobsTests
{
    [Fact]
    public void A_job_does_not_take_the_language_of_the_request_that_enqueued_it()
    {
        new ServiceCollection().AddTnJobs(new ConfigurationBuilder().Build());

        Assert.DoesNotContain(GlobalJobFilters.Filters, filter => filter.Instance is CaptureCultureAttribute);
    }
}

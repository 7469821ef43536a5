using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tn.Testing;

namespace Tn.Web.Tests.Access;

/// <summary>That routing knows pages by their address alone. That who may open them is asked all the same, the access matrix says.</summary>
public sealed class PagesWhenAskedTests
{
    [Fact]
    public async Task No_page_is_studied_before_it_is_asked_for()
    {
        await using var site = await TestSite.StartAsync();
        var endpoints = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).ToList();

        Assert.True(endpoints.Count(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null) > 100);
        Assert.DoesNotContain(endpoints, endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tn.Platform.Web;

/// <summary>
/// Loads a page's class at the first request for its address, while the request is still being routed: who may open the page,
/// and whether it is kept in the cache, is written on the class, and asked just after.
/// </summary>
internal sealed class PagesWhenAsked(PageLoader loader) : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Before every other policy, which look at what the class says.</summary>
    public override int Order => int.MinValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => PageToLoad(endpoint) is not null);

    public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            var endpoint = candidates[index].Endpoint;
            if (candidates.IsValidCandidate(index) && PageToLoad(endpoint) is { } page)
            {
                // Kept by the loader: only the first request waits.
                var loaded = await loader.LoadAsync(page, endpoint.Metadata);
                candidates.ReplaceEndpoint(index, loaded.Endpoint, candidates[index].Values);
            }
        }
    }

    private static PageActionDescriptor? PageToLoad(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page and not CompiledPageActionDescriptor ? page : null;
}

/// <summary>Registers how pages are loaded.</summary>
public static class PageLoading
{
    /// <summary>
    /// Lets routing know each page by its address alone until it is asked for. By default Razor Pages
    /// studies every property of every page's class before the first request of all.
    /// </summary>
    public static IMvcBuilder AddPagesWhenAsked(this IMvcBuilder mvc)
    {
        mvc.Services.Remove(mvc.Services.Single(service => service.ServiceType == typeof(IActionDescriptorProvider)
            && service.ImplementationType?.Assembly == typeof(PageActionDescriptorProvider).Assembly));
        mvc.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IActionDescriptorProvider, PageActionDescriptorProvider>());
        mvc.Services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, PagesWhenAsked>());
        return mvc;
    }
}

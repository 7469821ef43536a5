using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tn.Web.Tests.Access;

/// <summary>A way into the site: a method and a route, with the page handler's name where there is one.</summary>
internal sealed record Door(string Method, string Template);

/// <summary>Every way in, read from the running site itself.</summary>
internal static class RouteTable
{
    /// <summary>All doors but the static files', which are the same for everybody.</summary>
    public static async Task<IReadOnlyList<Door>> ReadAsync(IServiceProvider services)
    {
        var doors = new HashSet<Door>();
        var loader = services.GetRequiredService<PageLoader>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var template = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = page as CompiledPageActionDescriptor ?? await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                AddHandlers(doors, template, compiled);
            }
            else if (!IsStaticFile(endpoint))
            {
                foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
                {
                    doors.Add(new Door(method, template));
                }
            }
        }

        return [.. doors.OrderBy(door => door.Template, StringComparer.Ordinal).ThenBy(door => door.Method, StringComparer.Ordinal)];
    }

    private static void AddHandlers(HashSet<Door> doors, string template, CompiledPageActionDescriptor page)
    {
        // A page can be read without OnGet; it is then drawn as it is.
        if (!page.HandlerMethods.Any(handler => handler.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase) && handler.Name is null))
        {
            doors.Add(new Door("GET", template));
        }

        foreach (var handler in page.HandlerMethods)
        {
            doors.Add(new Door(handler.HttpMethod.ToUpperInvariant(), template + (handler.Name is null ? string.Empty : $"?handler={handler.Name}")));
        }
    }

    private static bool IsStaticFile(RouteEndpoint endpoint) =>
        // In Development one more endpoint serves files that were added since the build.
        endpoint.RoutePattern.RawText == "{**path:file}" || endpoint.Metadata.Any(item => item.GetType().FullName!.Contains("StaticAsset", StringComparison.Ordinal));
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tn.Platform.Web;

/// <summary>A module's addresses that are not pages: files, feeds, an API. Registered as <see cref="IEndpointPart"/>; the host maps them all.</summary>
public interface IEndpointPart
{
    /// <summary>Adds the addresses. Called once, when the pipeline is built.</summary>
    void Map(IEndpointRouteBuilder endpoints);
}

/// <summary>Maps what modules bring.</summary>
public static class EndpointParts
{
    /// <summary>Maps every registered part.</summary>
    public static void MapEndpointParts(this WebApplication app)
    {
        foreach (var part in app.Services.GetServices<IEndpointPart>())
        {
            part.Map(app);
        }
    }
}

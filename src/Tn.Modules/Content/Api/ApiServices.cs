using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tn.Content.Api.Tokens;
using Tn.Platform;
using Tn.Platform.Web;

namespace Tn.Content.Api;

/// <summary>Limits of the API. Configuration section <c>Api</c>.</summary>
internal sealed class ApiOptions
{
    /// <summary>Requests a minute and address.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 1_000_000)]
    public int PerMinute { get; set; } = 120;
}

/// <summary>Registers the API.</summary>
internal static class ApiServices
{
    /// <summary>The limit's name.</summary>
    public const string PerAddress = "content.api";

    public static IServiceCollection AddContentApi(this IServiceCollection services)
    {
        services.AddModelPart<ApiTokenTables>();
        services.AddOptions<ApiOptions>().BindConfiguration("Api").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<CreateToken>();
        services.AddScoped<RevokeToken>();
        services.AddScoped<TokenReader>();
        services.AddScoped<TokenQueries>();
        services.AddScoped<IPersonalData, TokenData>();
        services.AddSingleton<IEndpointPart, ApiEndpoints>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(PerAddress, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "local",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = http.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value.PerMinute,
                Window = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            })));
        return services.AddApiDescription();
    }
}

/// <summary>The API's addresses.</summary>
internal sealed class ApiEndpoints : IEndpointPart
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(ApiServices.PerAddress).AddEndpointFilter(UnreadableAsync);
        api.MapPublished();
        api.MapDesk();
        api.MapWriting();
        endpoints.MapOpenApi($"/api/{ApiDescription.Document}/openapi.json").RequireRateLimiting(ApiServices.PerAddress);
        endpoints.MapGet("/openapi/v1.json", () => Results.Redirect($"/api/{ApiDescription.Document}/openapi.json")).ExcludeFromDescription();
        endpoints.MapGet("/api/{**rest}", (string? rest) => ApiProblem.NotFound("L’API est décrite à /api/v1/openapi.json et expliquée à /api.")).ExcludeFromDescription();
    }

    // The framework answers a value that it cannot read with an empty 400, and leaves the words to the filters.
    private static ValueTask<object?> UnreadableAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest
            ? ValueTask.FromResult<object?>(ApiProblem.Of(StatusCodes.Status400BadRequest, "Une valeur ne se lit pas", "« p » est un numéro de page, à partir de 1. Les valeurs attendues sont décrites à /api/v1/openapi.json."))
            : next(context);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Tn.Kernel;

namespace Tn.Platform.Web;

/// <summary>Opens a page to those who hold a permission. The use case asks again: the page's door is a courtesy, not the lock.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    /// <summary>What is asked for.</summary>
    public Permission Permission { get; } = permission;
}

/// <summary>One policy per permission.</summary>
public static class PermissionPolicies
{
    /// <summary>Adds the policies.</summary>
    public static IServiceCollection AddPermissionPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            authorization.AddPolicy(permission.ToString(), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context =>
                {
                    var roles = context.User.FindAll(System.Security.Claims.ClaimTypes.Role)
                        .Select(claim => Enum.TryParse<Role>(claim.Value, out var role) ? role : (Role?)null)
                        .OfType<Role>();
                    return RolePermissions.For(roles).Contains(permission);
                }));
        }

        return services;
    }
}

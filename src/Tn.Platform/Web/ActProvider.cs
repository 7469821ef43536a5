using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Tn.Kernel;

namespace Tn.Platform.Web;

/// <summary>Who acts in the present request.</summary>
public interface IActProvider
{
    /// <summary>The signed-in person's act, or an anonymous one; the instant is read anew at each call.</summary>
    ActContext Current { get; }
}

/// <summary>Reads the act from the signed-in user's claims.</summary>
internal sealed class HttpActProvider(IHttpContextAccessor http, TimeProvider clock) : IActProvider
{
    public ActContext Current
    {
        get
        {
            var now = clock.GetUtcNow();
            var user = http.HttpContext?.User;
            if (user?.Identity?.IsAuthenticated != true
                || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            {
                return ActContext.Anonymous(now);
            }

            var roles = user.FindAll(ClaimTypes.Role)
                .Select(claim => Enum.TryParse<Role>(claim.Value, out var role) ? role : (Role?)null)
                .OfType<Role>()
                .ToHashSet();
            return new ActContext(new PersonId(id), user.FindFirstValue(TnClaims.DisplayName) ?? user.Identity.Name ?? "?", roles, now, "web");
        }
    }
}

/// <summary>Our own claims.</summary>
public static class TnClaims
{
    /// <summary>Given and family name.</summary>
    public const string DisplayName = "tn:name";
}

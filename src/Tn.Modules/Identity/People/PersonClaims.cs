using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Identity.People;

/// <summary>What the session cookie says of a person: id, name to show, security stamp and roles. Not the e-mail: no page needs it there.</summary>
internal sealed class PersonClaims(TnDbContext db, IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>
{
    private readonly ClaimsIdentityOptions names = options.Value.ClaimsIdentity;

    public async Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, names.UserNameClaimType, names.RoleClaimType);
        identity.AddClaim(new Claim(names.UserIdClaimType, user.Id.ToString("D")));
        identity.AddClaim(new Claim(names.UserNameClaimType, user.DisplayName));
        identity.AddClaim(new Claim(TnClaims.DisplayName, user.DisplayName));
        identity.AddClaim(new Claim(names.SecurityStampClaimType, user.SecurityStamp ?? string.Empty));
        var worn = await db.Set<IdentityUserRole<Guid>>().AsNoTracking()
            .Where(row => row.UserId == user.Id).Select(row => row.RoleId).ToListAsync();
        identity.AddClaims(worn.Select(row => new Claim(names.RoleClaimType, RoleRow.Of(row).ToString())));
        return new ClaimsPrincipal(identity);
    }
}

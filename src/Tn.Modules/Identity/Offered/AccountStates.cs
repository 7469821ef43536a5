using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Platform.Data;

namespace Tn.Identity.Offered;

/// <inheritdoc/>
internal sealed class AccountStates(TnDbContext db) : IAccountStates
{
    public async Task<bool> IsOpenAsync(PersonId id, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id.Value, cancellationToken);
        return person is { IsLockedByAdministrator: false };
    }
}

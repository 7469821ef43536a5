using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Tn.Platform.Data;
using Tn.Platform.Startup;
using Tn.Platform.Web;

namespace Tn.Identity.Administration;

/// <summary>
/// Out of Development, while nobody administers the site, each start prints a one-time address to create the first administrator:
/// only who reads the server's console can. A new start makes a new address, and the one before stops working.
/// </summary>
internal sealed class InviteFirstAdministrator(TnDbContext db, Administrators administrators, IHostEnvironment environment, IOptions<SiteOptions> site, TimeProvider clock) : IPreparation
{
    public int Order => 20;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment() || await administrators.AnyAsync(cancellationToken))
        {
            return;
        }

        var (invitation, token) = AdministratorInvitation.New(clock.GetUtcNow());
        db.RemoveRange(await db.Set<AdministratorInvitation>().ToListAsync(cancellationToken));
        db.Add(invitation);
        await db.SaveChangesAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"""

            Personne n’administre encore ce site. Créez le premier compte d’administration à cette adresse, valable 24 heures, une seule fois :
            {site.Value.Absolute($"/compte/premier-administrateur?jeton={token}")}

            """);
    }
}

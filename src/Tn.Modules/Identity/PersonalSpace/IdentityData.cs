using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tn.Identity.People;
using Tn.Platform.Data;
using Tn.Platform.Web;

namespace Tn.Identity.PersonalSpace;

/// <summary>The account itself, given back on request. Not the password's hash: it is a secret, not a fact about the person.</summary>
internal sealed class IdentityData(TnDbContext db, Sentences sentences) : IPersonalData
{
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(PersonId person, CancellationToken cancellationToken)
    {
        var account = await db.Set<Person>().AsNoTracking().SingleAsync(one => one.Id == person.Value, cancellationToken);
        var worn = await db.Set<IdentityUserRole<Guid>>().Where(row => row.UserId == person.Value).Select(row => row.RoleId).ToListAsync(cancellationToken);
        var history = await db.Set<AccountFact>().AsNoTracking().Where(fact => fact.Person == person).OrderBy(fact => fact.Sequence).ToListAsync(cancellationToken);
        return new Dictionary<string, object>
        {
            ["Compte"] = new Dictionary<string, object>
            {
                ["Prénom"] = account.GivenName,
                ["Nom"] = account.FamilyName,
                ["Adresse électronique"] = account.Email!,
                ["Adresse confirmée"] = account.EmailConfirmed ? "oui" : "non",
                ["Créé le"] = French.Moment(account.CreatedAt),
                ["Rôles"] = worn.Select(row => sentences.InFrench.OfRole(RoleRow.Of(row))).ToList(),
            },
            ["Historique du compte"] = history.Select(fact => new Dictionary<string, object>
            {
                ["Date"] = French.Moment(fact.At),
                ["Par"] = fact.ActorName,
                ["Fait"] = sentences.InFrench.OfFact(fact),
            }).ToList(),
        };
    }
}

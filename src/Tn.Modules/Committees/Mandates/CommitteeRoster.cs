using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Committees.Mandates;

/// <summary>Who sits where, from the mandates that cover a day.</summary>
internal sealed class CommitteeRoster(TnDbContext db, IPeople people) : ICommitteeRoster
{
    public async Task<IReadOnlyList<CommitteeMember>> MembersAsync(CommitteeKind committee, DateOnly on, CancellationToken cancellationToken)
    {
        var mandates = await db.Set<Mandate>().AsNoTracking()
            .Where(mandate => mandate.Committee == committee && mandate.From <= on && on <= mandate.Until)
            .OrderBy(mandate => mandate.Id)
            .ToListAsync(cancellationToken);
        var cards = await people.FindManyAsync([.. mandates.Select(mandate => mandate.Person)], cancellationToken);
        return
        [
            .. mandates
                .Where(mandate => cards.ContainsKey(mandate.Person))
                .Select(mandate => new CommitteeMember(mandate.Person, cards[mandate.Person].DisplayName, committee, mandate.College, mandate.Ties)),
        ];
    }
}

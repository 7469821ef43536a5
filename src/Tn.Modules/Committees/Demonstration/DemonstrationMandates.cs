using Tn.Committees.Mandates;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;

namespace Tn.Committees.Demonstration;

/// <summary>
/// Seats of the demonstration's committee members: three years from the founding decision.
/// The jury and the pedagogical committee also held the seats before, since the demonstration plays certificates decided years ago.
/// </summary>
internal sealed class DemonstrationMandates(TnDbContext db, IPeople people, TimeProvider clock) : IDemonstration
{
    private static readonly DateOnly From = new(2026, 11, 2);

    private static readonly IReadOnlyList<(string Account, CommitteeKind Committee, College? College, string[] Ties)> Seats =
    [
        ("pedago1", CommitteeKind.Pedagogy, null, []),
        ("pedago2", CommitteeKind.Pedagogy, null, []),
        ("pedago3", CommitteeKind.Pedagogy, null, []),
        ("pedago4", CommitteeKind.Pedagogy, null, []),
        ("pedago5", CommitteeKind.Pedagogy, null, ["Éditions du Ponant"]),
        ("centres1", CommitteeKind.ResourceCentres, null, []),
        ("partenaires1", CommitteeKind.PrivatePartners, null, []),
        ("partenaires2", CommitteeKind.PrivatePartners, null, []),
        ("partenaires3", CommitteeKind.PrivatePartners, null, ["Logiciels Garonne"]),
        ("jury1", CommitteeKind.Jury, College.Public, []),
        ("jury2", CommitteeKind.Jury, College.Pedagogical, []),
        ("jury3", CommitteeKind.Jury, College.Private, ["Logiciels Garonne"]),
    ];

    public int Order => 15;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        foreach (var (account, committee, college, ties) in Seats)
        {
            var member = await people.FindByEmailAsync($"{account}@demo.test", cancellationToken);
            db.Add(Mandate.Give(MandateId.New(clock.GetUtcNow()), member!.Id, committee, college, From, From.AddYears(3).AddDays(-1), ties));
            if (committee is CommitteeKind.Jury or CommitteeKind.Pedagogy)
            {
                db.Add(Mandate.Give(MandateId.New(clock.GetUtcNow()), member.Id, committee, college, From.AddYears(-4), From.AddDays(-1), ties));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

using Tn.Contracts;
using Tn.Kernel;

namespace Tn.Testing.Histories;

/// <summary>Who sits where, for the whole of a history; some with ties to vendors that consultants have ties to.</summary>
internal sealed class Roster : ICommitteeRoster
{
    public static readonly IReadOnlyList<string> Vendors = ["Logiciels Garonne", "Caisses Riviera", "Hébergeur des Monts"];

    public static readonly IReadOnlyList<CommitteeMember> Jury =
    [
        Member(1, CommitteeKind.Jury, College.Public, Vendors[0]),
        Member(2, CommitteeKind.Jury, College.Public),
        Member(3, CommitteeKind.Jury, College.Public),
        Member(4, CommitteeKind.Jury, College.Pedagogical),
        Member(5, CommitteeKind.Jury, College.Pedagogical, Vendors[1]),
        Member(6, CommitteeKind.Jury, College.Private, Vendors[0]),
        Member(7, CommitteeKind.Jury, College.Private),
    ];

    public static readonly IReadOnlyList<CommitteeMember> Pedagogy =
    [
        Member(11, CommitteeKind.Pedagogy, null),
        Member(12, CommitteeKind.Pedagogy, null, Vendors[2]),
        Member(13, CommitteeKind.Pedagogy, null),
        Member(14, CommitteeKind.Pedagogy, null),
        // Sits in the jury too: never drawn as a marker.
        Jury[3] with { Committee = CommitteeKind.Pedagogy, College = null },
    ];

    public static readonly IReadOnlyList<CommitteeMember> Centres =
    [
        Member(21, CommitteeKind.ResourceCentres, null),
        Member(22, CommitteeKind.ResourceCentres, null, Vendors[1]),
    ];

    public static readonly IReadOnlyList<CommitteeMember> Partners =
    [
        Member(31, CommitteeKind.PrivatePartners, null),
        Member(32, CommitteeKind.PrivatePartners, null, Vendors[0]),
        Member(33, CommitteeKind.PrivatePartners, null),
        Member(34, CommitteeKind.PrivatePartners, null, Vendors[2]),
    ];

    public static readonly IReadOnlyList<CommitteeMember> All = [.. Jury, .. Pedagogy, .. Centres, .. Partners];

    public Task<IReadOnlyList<CommitteeMember>> MembersAsync(CommitteeKind committee, DateOnly on, CancellationToken cancellationToken) => Task.FromResult(committee switch
    {
        CommitteeKind.Jury => Jury,
        CommitteeKind.Pedagogy => Pedagogy,
        CommitteeKind.ResourceCentres => Centres,
        _ => Partners,
    });

    /// <summary>The hats of a member, by the seats held.</summary>
    public static IReadOnlySet<Role> RolesOf(PersonId person) => All.Where(seat => seat.Person == person).Select(seat => seat.Committee switch
    {
        CommitteeKind.Jury => Role.JuryMember,
        CommitteeKind.Pedagogy => Role.PedagogyMember,
        CommitteeKind.ResourceCentres => Role.CentresMember,
        _ => Role.PartnersMember,
    }).ToHashSet();

    public static string NameOf(PersonId person) => All.First(seat => seat.Person == person).DisplayName;

    private static CommitteeMember Member(int number, CommitteeKind committee, College? college, params string[] ties) =>
        new(new PersonId(new Guid(number, 2, 2, 0, 0, 0, 0, 0, 0, 0, 2)), $"Membre {number}", committee, college, ties);
}

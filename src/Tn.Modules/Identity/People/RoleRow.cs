using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;

namespace Tn.Identity.People;

/// <summary>The roles as Identity stores them: one row per <see cref="Role"/>, with an id that never changes.</summary>
internal static class RoleRow
{
    private static readonly FrozenDictionary<Role, Guid> Ids = new Dictionary<Role, Guid>
    {
        [Role.Administrator] = new("0a6f1d3e-51c1-4a52-9d0e-000000000001"),
        [Role.Advisor] = new("0a6f1d3e-51c1-4a52-9d0e-000000000002"),
        [Role.Consultant] = new("0a6f1d3e-51c1-4a52-9d0e-000000000003"),
        [Role.Author] = new("0a6f1d3e-51c1-4a52-9d0e-000000000004"),
        [Role.PedagogyMember] = new("0a6f1d3e-51c1-4a52-9d0e-000000000005"),
        [Role.CentresMember] = new("0a6f1d3e-51c1-4a52-9d0e-000000000006"),
        [Role.PartnersMember] = new("0a6f1d3e-51c1-4a52-9d0e-000000000007"),
        [Role.JuryMember] = new("0a6f1d3e-51c1-4a52-9d0e-000000000008"),
        [Role.EditorInChief] = new("0a6f1d3e-51c1-4a52-9d0e-000000000009"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Guid, Role> Roles = Ids.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The row's id.</summary>
    public static Guid IdOf(Role role) => Ids[role];

    /// <summary>The role of a row.</summary>
    public static Role Of(Guid id) => Roles[id];

    /// <summary>The rows, as the model brings them into every database.</summary>
    public static IEnumerable<IdentityRole<Guid>> All() => Ids.Select(pair => new IdentityRole<Guid>
    {
        Id = pair.Value,
        Name = pair.Key.ToString(),
        NormalizedName = pair.Key.ToString().ToUpperInvariant(),
        ConcurrencyStamp = "first",
    });

    /// <summary>That a person wears a role.</summary>
    public static IdentityUserRole<Guid> Worn(PersonId person, Role role) => new() { UserId = person.Value, RoleId = IdOf(role) };
}

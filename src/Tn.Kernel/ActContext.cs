using System.Collections.Frozen;

namespace Tn.Kernel;

/// <summary>Who does what, when and from where. Every act receives one, and every event keeps it.</summary>
/// <param name="Actor">The signed-in person, or null for a stranger or for the system itself.</param>
/// <param name="ActorName">As shown in histories.</param>
/// <param name="Roles">The hats the person wears.</param>
/// <param name="At">The instant of the act, UTC.</param>
/// <param name="Origin">Where the act came from: <c>web</c>, <c>job:…</c>, <c>command</c>, <c>demonstration</c>.</param>
public sealed record ActContext(PersonId? Actor, string ActorName, IReadOnlySet<Role> Roles, DateTimeOffset At, string Origin)
{
    private readonly IReadOnlySet<Permission> permissions = RolePermissions.For(Roles);

    /// <summary>True when this act is the system's own: a deadline, a sweep, an event's consequence.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>The actor, where the caller has already made sure that there is one.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public PersonId Person => Actor ?? throw new InvalidOperationException("No one is signed in.");

    /// <summary>An act of nobody known.</summary>
    public static ActContext Anonymous(DateTimeOffset at) =>
        new(null, "anonyme", FrozenSet<Role>.Empty, at, "web");

    /// <summary>An act of the programme itself, never of a visitor: it passes every permission.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="origin">The job or handler that acts.</param>
    public static ActContext System(DateTimeOffset at, string origin) =>
        new(null, "programme", FrozenSet<Role>.Empty, at, origin) { IsSystem = true };

    /// <summary>True when the actor may do what <paramref name="permission"/> names.</summary>
    public bool Can(Permission permission) => IsSystem || permissions.Contains(permission);

    /// <summary>Refuses with <c>access.denied</c> (or <c>access.sign-in</c> for a stranger) unless the permission is held.</summary>
    public Outcome Require(Permission permission)
    {
        if (Can(permission))
        {
            return Outcome.Done;
        }

        return new Refusal(Actor is null ? "access.sign-in" : "access.denied");
    }
}

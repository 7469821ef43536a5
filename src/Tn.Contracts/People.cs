using Tn.Kernel;

namespace Tn.Contracts;

/// <summary>What modules may know of an account.</summary>
/// <param name="DisplayName">Given and family name.</param>
/// <param name="Email">Confirmed address; restricted: never shown to others.</param>
public sealed record PersonCard(PersonId Id, string DisplayName, string Email, IReadOnlySet<Role> Roles);

/// <summary>Accounts, as seen by other modules. Implemented by Identity.</summary>
public interface IPeople
{
    /// <summary>The person, or null when there is no such account.</summary>
    Task<PersonCard?> FindAsync(PersonId id, CancellationToken cancellationToken);

    /// <summary>The person with this e-mail, or null.</summary>
    Task<PersonCard?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>Those of the given people that exist, by id; one query.</summary>
    Task<IReadOnlyDictionary<PersonId, PersonCard>> FindManyAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellationToken);

    /// <summary>Everyone who wears a role, ordered by e-mail.</summary>
    Task<IReadOnlyList<PersonCard>> WithRoleAsync(Role role, CancellationToken cancellationToken);
}

/// <summary>Whether an account may be used, for what opens without a session: a token, a link. Implemented by Identity.</summary>
public interface IAccountStates
{
    /// <summary>True when there is such an account and nobody closed it.</summary>
    Task<bool> IsOpenAsync(PersonId id, CancellationToken cancellationToken);
}

/// <summary>An account was confirmed.</summary>
[EventName("identity.person-signed-up")]
public sealed record PersonSignedUp(PersonId Person) : IEvent;

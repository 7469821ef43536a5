namespace Tn.Identity.People;

/// <summary>A person was given a role.</summary>
[EventName("identity.role-given")]
internal sealed record RoleGiven(PersonId Person, Role Role) : IEvent;

/// <summary>A role was taken from a person.</summary>
[EventName("identity.role-removed")]
internal sealed record RoleRemoved(PersonId Person, Role Role) : IEvent;

/// <summary>An administrator closed an account.</summary>
[EventName("identity.account-locked")]
internal sealed record AccountLocked(PersonId Person) : IEvent;

/// <summary>An administrator opened an account again.</summary>
[EventName("identity.account-unlocked")]
internal sealed record AccountUnlocked(PersonId Person) : IEvent;

/// <summary>A password was changed or reset.</summary>
[EventName("identity.password-changed")]
internal sealed record PasswordChanged(PersonId Person) : IEvent;

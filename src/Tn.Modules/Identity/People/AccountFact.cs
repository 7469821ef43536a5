namespace Tn.Identity.People;

/// <summary>One line of an account's history: appended with the change it tells of, never rewritten.</summary>
/// <param name="what">Key of its sentence, for example <c>account.history.role-given</c>.</param>
/// <param name="detail">What the sentence is about: a role's name, or nothing.</param>
internal sealed class AccountFact(PersonId person, DateTimeOffset at, string actorName, string what, string? detail)
{
    public long Sequence { get; private set; }

    public PersonId Person { get; private set; } = person;

    public DateTimeOffset At { get; private set; } = at;

    public string ActorName { get; private set; } = actorName;

    public string What { get; private set; } = what;

    public string? Detail { get; private set; } = detail;

    /// <summary>A fact of an act.</summary>
    public static AccountFact Of(PersonId person, string what, string? detail, ActContext act) => new(person, act.At, act.ActorName, what, detail);
}

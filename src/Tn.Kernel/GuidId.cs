namespace Tn.Kernel;

/// <summary>An identity with a type of its own, so that a person's id never stands where a course's is wanted.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface IGuidId<TSelf>
    where TSelf : struct, IGuidId<TSelf>
{
    /// <summary>The bare value, as the database keeps it.</summary>
    Guid Value { get; }

    /// <summary>Wraps a bare value.</summary>
    static abstract TSelf From(Guid value);

    /// <summary>A new id; ids made later sort later (UUID version 7, RFC 9562).</summary>
    static virtual TSelf New(DateTimeOffset now) => TSelf.From(Guid.CreateVersion7(now));
}

/// <summary>A person with an account.</summary>
public readonly record struct PersonId(Guid Value) : IGuidId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    /// <summary>A new person's id.</summary>
    public static PersonId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}

namespace Tn.Committees.Mandates;

/// <summary>A mandate.</summary>
internal readonly record struct MandateId(Guid Value) : IGuidId<MandateId>
{
    public static MandateId From(Guid value) => new(value);

    public static MandateId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>A seat held by a person from a day to a day. A renewed mandate is a new row: what was voted under the old one stays true.</summary>
internal sealed class Mandate
{
    private Mandate()
    {
    }

    public MandateId Id { get; private set; }

    public PersonId Person { get; private set; }

    public CommitteeKind Committee { get; private set; }

    /// <summary>For the jury; null elsewhere.</summary>
    public College? College { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Declared ties: names or SIRET of firms.</summary>
    public IReadOnlyList<string> Ties { get; private set; } = [];

    /// <summary>Gives a seat.</summary>
    /// <exception cref="ArgumentException">A jury seat without a college, a college elsewhere, or a mandate that ends before it begins: bugs of the caller.</exception>
    public static Mandate Give(MandateId id, PersonId person, CommitteeKind committee, College? college, DateOnly from, DateOnly until, IReadOnlyList<string> ties)
    {
        if ((committee == CommitteeKind.Jury) != college.HasValue)
        {
            throw new ArgumentException("A jury seat has a college, and only a jury seat has one.", nameof(college));
        }

        if (until < from)
        {
            throw new ArgumentException("A mandate ends on or after the day it begins.", nameof(until));
        }

        return new Mandate { Id = id, Person = person, Committee = committee, College = college, From = from, Until = until, Ties = ties };
    }
}

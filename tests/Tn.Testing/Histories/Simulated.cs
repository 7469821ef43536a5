using Tn.Journey.Census;
using Tn.Kernel;

namespace Tn.Testing.Histories;

/// <summary>A consultant of a history: who she is, how she goes about things, and when she next looks at her file. All of it comes from the seed.</summary>
internal sealed class Simulated
{
    public Simulated(int seed, int number)
    {
        Number = number;
        Random = new Random(HashCode(seed, number, 1));
        Committee = new Random(HashCode(seed, number, 2));
        Character = Character.Draw(Random);
        Person = new PersonId(new Guid(number + 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1));
        NextLook = Calendar.FirstDay.AddDays(Random.Next(Calendar.Days - 1));
        Vendors = Random.Next(4) == 0 ? [Roster.Vendors[Random.Next(Roster.Vendors.Count)]] : [];
    }

    /// <summary>From 0.</summary>
    public int Number { get; }

    public PersonId Person { get; }

    public Character Character { get; }

    /// <summary>Draws what she does.</summary>
    public Random Random { get; }

    /// <summary>Draws what is decided of her yearly control, whose day the product draws by itself: apart, so that the rest comes from the seed alone.</summary>
    public Random Committee { get; }

    public string GivenName => "Camille";

    public string FamilyName => $"Durand {Letters(Number)}";

    public string Name => $"{GivenName} {FamilyName}";

    public string Siret => Journey.Census.Siret.Compute($"{10_000_000 + (Number * 7)}", "0001").Digits;

    public IReadOnlyList<string> Vendors { get; }

    public DateOnly NextLook { get; set; }

    /// <summary>True once she has an appeal to follow.</summary>
    public bool FollowsAppeal { get; set; }

    /// <summary>True once she never comes back: her file goes on without her.</summary>
    public bool IsGone { get; set; }

    public bool Chance(int percent) => Random.Next(100) < percent;

    /// <summary>How many times in a row she looked at a file that had ended.</summary>
    public int IdleLooks { get; set; }

    /// <summary>Looks again after a pause of her own, so many times longer.</summary>
    public void LookLater(DateOnly today, int times) => NextLook = today.AddDays(times * Random.Next(Character.Pause.Least, Character.Pause.Most + 1));

    // Not System.HashCode, whose seed changes with each process.
    private static int HashCode(int seed, int number, int stream) => unchecked((((seed * 397) ^ number) * 486_187_739) + (stream * 7919));

    private static string Letters(int number) => string.Concat($"{number:00000}".Select(digit => (char)('a' + (digit - '0'))));
}

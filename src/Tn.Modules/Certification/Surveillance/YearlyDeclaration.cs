using Tn.Certification.Certificates;
using Tn.Certification.Lives;

namespace Tn.Certification.Surveillance;

internal readonly record struct DeclarationId(Guid Value) : IGuidId<DeclarationId>
{
    public static DeclarationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>What a consultant declares for a year of the term.</summary>
/// <param name="Trainings">What was learnt; begins with what the programme knows of.</param>
/// <param name="Missions">Missions in the certified themes, referrals included.</param>
/// <param name="Ties">Commercial ties, as they are today.</param>
internal sealed record DeclaredYear(string Trainings, int Missions, string Ties, DateOnly InsuredUntil)
{
    public const int Longest = 4_000;
    public const int MostMissions = 1_000;

    /// <summary>Refused without trainings, or when the insurance has ended.</summary>
    public Outcome Check(DateOnly today)
    {
        if (Trainings.Length is 0 or > Longest || Ties.Length is 0 or > Longest)
        {
            return new Refusal("declaration.incomplete");
        }

        if (Missions is < 0 or > MostMissions)
        {
            return new Refusal("declaration.missions").With("maximum", MostMissions.ToString("N0", French.Culture));
        }

        return InsuredUntil < today ? new Refusal("declaration.insurance-ended") : Outcome.Done;
    }
}

/// <summary>The declaration due at an anniversary of a certificate's term. One for each anniversary.</summary>
internal sealed class YearlyDeclaration : Living<DeclarationState, DeclarationTrigger>
{
    private YearlyDeclaration()
    {
    }

    public DeclarationId Id { get; private init; }

    public CertificateId Certificate { get; private init; }

    public string CertificateNumber { get; private init; } = string.Empty;

    public PersonId Holder { get; private init; }

    public string HolderName { get; private init; } = string.Empty;

    /// <summary>From 1: the anniversary it is due at.</summary>
    public int Year { get; private init; }

    public DeclaredYear? Declared { get; private set; }

    protected override LifeMachine<DeclarationState, DeclarationTrigger> Machine => DeclarationMachine.Machine;

    /// <summary>Asks for the declaration of an anniversary.</summary>
    public static YearlyDeclaration Ask(Certificate certificate, int year, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        var declaration = new YearlyDeclaration
        {
            Id = new DeclarationId(Guid.CreateVersion7(act.At)),
            Certificate = certificate.Id,
            CertificateNumber = certificate.Number,
            Holder = certificate.Holder,
            HolderName = certificate.HolderName,
            Year = year,
        };
        declaration.Begin($"Déclaration de l’année {year} attendue.", act, rules);
        return declaration;
    }

    /// <summary>The holder declares; after the day, it is made late and says so.</summary>
    public Outcome Make(DeclaredYear year, ActContext act, IReadOnlyDictionary<string, RuleInForce> rules)
    {
        if (year.Check(French.Day(act.At)).IsRefused(out var incomplete))
        {
            return incomplete;
        }

        var moved = Move(DeclarationTrigger.Make, "Déclaration faite par le consultant.", act, rules);
        if (moved.IsDone)
        {
            Declared = year;
        }

        return moved;
    }

    public Outcome NoteMissing(ActContext act, IReadOnlyDictionary<string, RuleInForce> rules) =>
        Move(DeclarationTrigger.NoteMissing, "La déclaration n’a pas été faite à temps.", act, rules);
}

using Tn.Certification.Lives;

namespace Tn.Certification.Surveillance;

/// <summary>Where a yearly declaration stands. Names are kept in the database: never rename one.</summary>
internal enum DeclarationState
{
    /// <summary>Attendue.</summary>
    Due,

    /// <summary>Not made on time: shown to the committee; can still be made.</summary>
    Missing,

    Made,

    /// <summary>Made after its day.</summary>
    MadeLate,
}

/// <summary>What can happen to a yearly declaration. Names are kept: never rename one.</summary>
internal enum DeclarationTrigger
{
    Make,
    NoteMissing,
}

/// <summary>A yearly declaration's life, declared once.</summary>
internal static class DeclarationMachine
{
    private const string Article = "article 15 du règlement, déclaration annuelle";

    /// <summary>Every state with its owner, maximum age and article.</summary>
    public static readonly IReadOnlyDictionary<DeclarationState, Duty<DeclarationTrigger>> Duties = new Dictionary<DeclarationState, Duty<DeclarationTrigger>>
    {
        [DeclarationState.Due] = new(DutyOwner.Candidate, Article, new(RuleKeys.DeclarationDays, AgeUnit.Days, DeclarationTrigger.NoteMissing)) { Reminders = ["D-7", "D-2"] },
        [DeclarationState.Missing] = new(DutyOwner.Candidate, Article),
        [DeclarationState.Made] = new(DutyOwner.Nobody, Article) { IsFinal = true },
        [DeclarationState.MadeLate] = new(DutyOwner.Nobody, Article) { IsFinal = true },
    };

    public static readonly LifeMachine<DeclarationState, DeclarationTrigger> Machine = new("declaration", DeclarationState.Due, Duties, declaration =>
    {
        declaration.Configure(DeclarationState.Due)
            .Permit(DeclarationTrigger.Make, DeclarationState.Made)
            .Permit(DeclarationTrigger.NoteMissing, DeclarationState.Missing);
        declaration.Configure(DeclarationState.Missing)
            .Permit(DeclarationTrigger.Make, DeclarationState.MadeLate);
    });

    /// <summary>The declaration as every life cycle is described.</summary>
    public static readonly LifeCycle LifeCycle = Machine.LifeCycle;
}

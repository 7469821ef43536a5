using Tn.Journey.Census.Codes;

namespace Tn.Journey.Census;

/// <summary>
/// All that a consultant declared. Every text is kept as it was typed, even when it is wrong: nothing typed is lost,
/// and <see cref="CensusCompleteness"/> says what is missing or must be corrected. A step is null until it is first saved.
/// </summary>
internal sealed record CensusEntry
{
    public PersonStep? Person { get; init; }

    public EnterpriseStep? Enterprise { get; init; }

    public GuaranteesStep? Guarantees { get; init; }

    public IndependenceStep? Independence { get; init; }

    public CompetencesStep? Competences { get; init; }

    public TerritoriesStep? Territories { get; init; }

    public ReferencesStep? References { get; init; }

    public RecognitionsStep? Recognitions { get; init; }

    public StatementsStep? Statements { get; init; }

    /// <summary>The answers of a step, or null when it was never saved.</summary>
    public object? Of(CensusStep step) => step switch
    {
        CensusStep.Person => Person,
        CensusStep.Enterprise => Enterprise,
        CensusStep.Guarantees => Guarantees,
        CensusStep.Independence => Independence,
        CensusStep.Competences => Competences,
        CensusStep.Territories => Territories,
        CensusStep.References => References,
        CensusStep.Recognitions => Recognitions,
        CensusStep.Statements => Statements,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The same entry with one step's answers replaced.</summary>
    public CensusEntry With(object answers) => answers switch
    {
        PersonStep step => this with { Person = step },
        EnterpriseStep step => this with { Enterprise = step },
        GuaranteesStep step => this with { Guarantees = step },
        IndependenceStep step => this with { Independence = step },
        CompetencesStep step => this with { Competences = step },
        TerritoriesStep step => this with { Territories = step },
        ReferencesStep step => this with { References = step },
        RecognitionsStep step => this with { Recognitions = step },
        StatementsStep step => this with { Statements = step },
        _ => throw new ArgumentException("Not a census step.", nameof(answers)),
    };
}

/// <summary>What every step can say besides its answers.</summary>
internal abstract class StepAnswers
{
    /// <summary>Names of fields of <see cref="CensusFields"/> the person answered with « sans objet ».</summary>
    public List<string> NotApplicable { get; set; } = [];
}

internal sealed class PersonStep : StepAnswers
{
    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? Phone { get; set; }

    /// <summary>What the person does: « consultante en cybersécurité ».</summary>
    public string? RoleTitle { get; set; }

    /// <summary>In the enterprise: manager, employee, associate.</summary>
    public string? Capacity { get; set; }

    public string? Languages { get; set; }
}

internal sealed class EnterpriseStep : StepAnswers
{
    public string? Siret { get; set; }

    public string? Denomination { get; set; }

    public string? TradeName { get; set; }

    public string? LegalForm { get; set; }

    public string? Naf { get; set; }

    public string? CreatedOn { get; set; }

    public string? Workforce { get; set; }

    /// <summary>Official geographic code of the commune, five signs.</summary>
    public string? CommuneCode { get; set; }

    public string? CommuneName { get; set; }
}

internal sealed class GuaranteesStep : StepAnswers
{
    public string? Insurer { get; set; }

    public string? PolicyNumber { get; set; }

    public string? InsuredUntil { get; set; }

    /// <summary>Sans objet: no employee and no social contribution collected by URSSAF on others.</summary>
    public bool NoVigilance { get; set; }

    public string? VigilanceOn { get; set; }

    public string? OtherPapers { get; set; }
}

internal sealed class IndependenceStep : StepAnswers
{
    public string? AdvicePercent { get; set; }

    public string? IntegrationPercent { get; set; }

    public string? ResalePercent { get; set; }

    public string? TrainingPercent { get; set; }

    public bool NoTies { get; set; }

    public List<CommercialTie> Ties { get; set; } = [];

    /// <summary>The rows that say something.</summary>
    internal IEnumerable<CommercialTie> DeclaredTies => NoTies ? [] : Ties.Where(tie => !Text.Missing(tie.Vendor));
}

internal sealed class CommercialTie
{
    public string? Vendor { get; set; }

    public string? Remuneration { get; set; }
}

internal sealed class CompetencesStep : StepAnswers
{
    public List<AxisCompetence> Axes { get; set; } = [];

    /// <summary>Sections of the NAF, letters.</summary>
    public List<string> Sectors { get; set; } = [];

    public List<string> ClientSizes { get; set; } = [];

    public List<string> Modes { get; set; } = [];

    /// <summary>The axes asked for: those with a level.</summary>
    internal IEnumerable<AxisCompetence> PractisedAxes => Axes.Where(one => !Text.Missing(one.Level) && Contracts.Axes.Find(one.Axis) is not null);
}

internal sealed class AxisCompetence
{
    public string Axis { get; set; } = string.Empty;

    public string? Level { get; set; }

    public string? LastPractised { get; set; }

    public string? Evidence { get; set; }
}

internal sealed class TerritoriesStep : StepAnswers
{
    /// <summary>Codes of whole regions.</summary>
    public List<string> Regions { get; set; } = [];

    public List<string> Departments { get; set; } = [];

    /// <summary>Official geographic codes, separated by spaces or commas.</summary>
    public string? CommuneCodes { get; set; }

    public string? RadiusKm { get; set; }

    /// <summary>Codes of all départements served, those of the chosen regions included.</summary>
    internal IEnumerable<string> AllDepartments =>
        Departments.Concat(Regions.SelectMany(code => OfficialCodes.RegionOf(code)?.Departments ?? [])).Distinct();
}

internal sealed class ReferencesStep : StepAnswers
{
    /// <summary>The candidate has too few missions and asks for a probationary certificate.</summary>
    public bool Probationary { get; set; }

    public List<Mission> Missions { get; set; } = [];

    internal IEnumerable<Mission> DeclaredMissions => Missions.Where(one => !Text.Missing(one.ClientSiret) || !Text.Missing(one.Result) || !Text.Missing(one.EndedOn));
}

internal sealed class Mission
{
    public string? ClientSiret { get; set; }

    public string? Axis { get; set; }

    public string? StartedOn { get; set; }

    public string? EndedOn { get; set; }

    public string? Result { get; set; }

    public string? Contact { get; set; }

    public bool ClientConsents { get; set; }

    /// <summary>What makes it this mission and no other: the client, the theme, the dates and the result.</summary>
    internal string Fingerprint => HashChain.Link(
        "mission",
        string.Concat((ClientSiret ?? string.Empty).Where(char.IsAsciiDigit)),
        Axis,
        StartedOn?.Trim(),
        EndedOn?.Trim(),
        Result?.Trim());
}

internal sealed class RecognitionsStep : StepAnswers
{
    public bool None { get; set; }

    public List<Recognition> Items { get; set; } = [];

    internal IEnumerable<Recognition> Declared => None ? [] : Items.Where(one => !Text.Missing(one.Title));
}

internal sealed class Recognition
{
    public string? Title { get; set; }

    public string? Issuer { get; set; }

    public string? ObtainedOn { get; set; }

    public string? ValidUntil { get; set; }

    public string? Proof { get; set; }
}

internal sealed class StatementsStep : StepAnswers
{
    public bool Truthful { get; set; }

    public bool PrivacyRead { get; set; }

    public bool NoConflict { get; set; }

    public string? ConflictStatement { get; set; }

    /// <summary>Keys of <see cref="CensusLists.Publishable"/> that may be published.</summary>
    public List<string> Published { get; set; } = [];
}

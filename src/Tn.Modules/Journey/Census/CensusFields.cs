using Tn.Platform.Web;

namespace Tn.Journey.Census;

/// <summary>How much an answer is asked for.</summary>
internal enum FieldNeed
{
    /// <summary>The census cannot be submitted without it.</summary>
    Mandatory,

    /// <summary>Answered, or said « sans objet ».</summary>
    IfRelevant,
}

/// <summary>Who may read an answer.</summary>
internal enum FieldReading
{
    /// <summary>Everyone.</summary>
    Public,

    /// <summary>Everyone, if the person consents to it; instructors otherwise.</summary>
    ByConsent,

    /// <summary>Instructors.</summary>
    Restricted,

    /// <summary>Instructors, and only to check: never in a list, a summary or an export for others.</summary>
    Secret,
}

/// <summary>A field of the census: what the programme asks, how much, and who may read it.</summary>
/// <param name="Name">Of the property that keeps it, within the step.</param>
/// <param name="Consent">The box of <see cref="CensusLists.Publishable"/> that publishes it, or null.</param>
internal sealed record CensusField(CensusStep Step, string Name, string Label, FieldNeed Need, FieldReading Reading, string? Consent = null);

/// <summary>Every field of the census with its mark (domain, « Recensement »). The pages, the sheet of instructors and the tests read it here.</summary>
// @exemplary: the domain's table, as a table
internal static class CensusFields
{
    public static readonly IReadOnlyList<CensusField> All =
    [
        new(CensusStep.Person, nameof(PersonStep.GivenName), Texts.Key("Prénom"), FieldNeed.Mandatory, FieldReading.Public),
        new(CensusStep.Person, nameof(PersonStep.FamilyName), Texts.Key("Nom"), FieldNeed.Mandatory, FieldReading.Public),
        new(CensusStep.Person, nameof(PersonStep.Phone), Texts.Key("Téléphone"), FieldNeed.IfRelevant, FieldReading.ByConsent, "phone"),
        new(CensusStep.Person, nameof(PersonStep.RoleTitle), Texts.Key("Fonction"), FieldNeed.IfRelevant, FieldReading.ByConsent, "capacity"),
        new(CensusStep.Person, nameof(PersonStep.Capacity), Texts.Key("Qualité"), FieldNeed.IfRelevant, FieldReading.ByConsent, "capacity"),
        new(CensusStep.Person, nameof(PersonStep.Languages), Texts.Key("Langues"), FieldNeed.IfRelevant, FieldReading.ByConsent, "languages"),

        new(CensusStep.Enterprise, nameof(EnterpriseStep.Siret), "SIRET", FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Enterprise, nameof(EnterpriseStep.Denomination), Texts.Key("Dénomination"), FieldNeed.Mandatory, FieldReading.Public),
        new(CensusStep.Enterprise, nameof(EnterpriseStep.TradeName), Texts.Key("Nom commercial"), FieldNeed.IfRelevant, FieldReading.Public),
        new(CensusStep.Enterprise, nameof(EnterpriseStep.LegalForm), Texts.Key("Forme juridique"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Enterprise, nameof(EnterpriseStep.Naf), Texts.Key("Code NAF"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Enterprise, nameof(EnterpriseStep.CreatedOn), Texts.Key("Date de création"), FieldNeed.IfRelevant, FieldReading.Restricted),
        new(CensusStep.Enterprise, nameof(EnterpriseStep.Workforce), Texts.Key("Effectif"), FieldNeed.IfRelevant, FieldReading.Restricted),
        new(CensusStep.Enterprise, nameof(EnterpriseStep.CommuneName), Texts.Key("Commune"), FieldNeed.Mandatory, FieldReading.ByConsent, "commune"),
        new(CensusStep.Enterprise, nameof(EnterpriseStep.CommuneCode), Texts.Key("Code de la commune"), FieldNeed.Mandatory, FieldReading.ByConsent, "commune"),

        new(CensusStep.Guarantees, nameof(GuaranteesStep.Insurer), Texts.Key("Assureur"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Guarantees, nameof(GuaranteesStep.PolicyNumber), Texts.Key("Numéro du contrat"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Guarantees, nameof(GuaranteesStep.InsuredUntil), Texts.Key("Assuré jusqu’au"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Guarantees, nameof(GuaranteesStep.VigilanceOn), Texts.Key("Attestation de vigilance"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Guarantees, nameof(GuaranteesStep.OtherPapers), Texts.Key("Autres papiers"), FieldNeed.IfRelevant, FieldReading.Restricted),

        new(CensusStep.Independence, nameof(IndependenceStep.AdvicePercent), Texts.Key("Conseil"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Independence, nameof(IndependenceStep.IntegrationPercent), Texts.Key("Intégration"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Independence, nameof(IndependenceStep.ResalePercent), Texts.Key("Revente"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Independence, nameof(IndependenceStep.TrainingPercent), Texts.Key("Formation"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Independence, nameof(IndependenceStep.Ties), Texts.Key("Liens commerciaux"), FieldNeed.Mandatory, FieldReading.Public),

        new(CensusStep.Competences, nameof(CompetencesStep.Axes), Texts.Key("Thèmes"), FieldNeed.Mandatory, FieldReading.Public),
        new(CensusStep.Competences, nameof(CompetencesStep.Sectors), Texts.Key("Secteurs"), FieldNeed.IfRelevant, FieldReading.ByConsent, "sectors"),
        new(CensusStep.Competences, nameof(CompetencesStep.ClientSizes), Texts.Key("Tailles d’entreprise"), FieldNeed.IfRelevant, FieldReading.ByConsent, "sectors"),
        new(CensusStep.Competences, nameof(CompetencesStep.Modes), Texts.Key("Modes d’intervention"), FieldNeed.Mandatory, FieldReading.ByConsent, "modes"),

        new(CensusStep.Territories, nameof(TerritoriesStep.Regions), Texts.Key("Régions"), FieldNeed.IfRelevant, FieldReading.ByConsent, "territories"),
        new(CensusStep.Territories, nameof(TerritoriesStep.Departments), Texts.Key("Départements"), FieldNeed.Mandatory, FieldReading.ByConsent, "territories"),
        new(CensusStep.Territories, nameof(TerritoriesStep.CommuneCodes), Texts.Key("Communes"), FieldNeed.IfRelevant, FieldReading.ByConsent, "territories"),
        new(CensusStep.Territories, nameof(TerritoriesStep.RadiusKm), Texts.Key("Rayon"), FieldNeed.IfRelevant, FieldReading.ByConsent, "territories"),

        new(CensusStep.References, nameof(ReferencesStep.Missions), Texts.Key("Missions"), FieldNeed.Mandatory, FieldReading.Secret),

        new(CensusStep.Recognitions, nameof(RecognitionsStep.Items), Texts.Key("Diplômes et labels"), FieldNeed.Mandatory, FieldReading.ByConsent, "recognitions"),

        new(CensusStep.Statements, nameof(StatementsStep.Truthful), Texts.Key("Déclaration exacte"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Statements, nameof(StatementsStep.PrivacyRead), Texts.Key("Information sur les données lue"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Statements, nameof(StatementsStep.ConflictStatement), Texts.Key("Conflits d’intérêts"), FieldNeed.Mandatory, FieldReading.Restricted),
        new(CensusStep.Statements, nameof(StatementsStep.Published), Texts.Key("Publié avec son accord"), FieldNeed.IfRelevant, FieldReading.Restricted),
    ];

    /// <summary>The fields of a step, in order.</summary>
    public static IEnumerable<CensusField> Of(CensusStep step) => All.Where(field => field.Step == step);

    /// <summary>The fields of a step one may answer with « sans objet ».</summary>
    public static IEnumerable<CensusField> MayNotApply(CensusStep step) => Of(step).Where(field => field.Need == FieldNeed.IfRelevant && field.Name != nameof(StatementsStep.Published));

    /// <summary>What is neither answered nor said « sans objet » although it may be left out: shown beside what is missing, and never in the way.</summary>
    public static IEnumerable<CensusField> Unanswered(CensusEntry entry) =>
        from field in All
        where field.Need == FieldNeed.IfRelevant && field.Name != nameof(StatementsStep.Published)
        let answers = entry.Of(field.Step) as StepAnswers
        where answers is not null && !answers.NotApplicable.Contains(field.Name) && !IsAnswered(answers, field.Name)
        select field;

    private static bool IsAnswered(StepAnswers answers, string name) => answers.GetType().GetProperty(name)!.GetValue(answers) switch
    {
        string text => !Text.Missing(text),
        System.Collections.ICollection list => list.Count > 0,
        _ => false,
    };
}

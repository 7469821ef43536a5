using Tn.Journey.Census;
using Tn.Journey.Census.Codes;

namespace Tn.Journey.Admissibility;

/// <summary>A step of the census as instructors read it.</summary>
internal sealed record CensusSection(string Title, DateTimeOffset? SavedAt, IReadOnlyList<CensusLine> Lines);

/// <summary>A label and its answer.</summary>
/// <param name="Field">As <see cref="CensusFields"/> and the marks name it, or null.</param>
internal sealed record CensusLine(string Label, string Value, string? Field = null)
{
    /// <summary>Where the value comes from and since when, or null.</summary>
    public string? Origin { get; init; }
}

/// <summary>Writes a census out in full, empty answers left out.</summary>
internal static class CensusSheet
{
    public static IReadOnlyList<CensusSection> Of(CensusFolder folder) =>
        [.. CensusSteps.All.Select(info => new CensusSection(
            info.Title,
            folder.SavedAt.TryGetValue(info.Step, out var savedAt) ? savedAt : null,
            [.. Lines(folder.Entry.Of(info.Step)).Where(line => line.Value.Length > 0).Select(line => Marked(line, info.Step, folder)), .. NotApplicable(folder.Entry.Of(info.Step))]))];

    private static CensusLine Marked(CensusLine line, CensusStep step, CensusFolder folder) =>
        line.Field is { } field ? line with { Origin = folder.MarkOf(step, field)?.Sentence } : line;

    private static IEnumerable<CensusLine> NotApplicable(object? answers) => answers is StepAnswers step
        ? CensusFields.All.Where(field => CensusAnswers.TypeOf(field.Step) == step.GetType() && step.NotApplicable.Contains(field.Name)).Select(field => new CensusLine(field.Label, "sans objet"))
        : [];

    private static IEnumerable<CensusLine> Lines(object? answers) => answers switch
    {
        PersonStep step => Person(step),
        EnterpriseStep step => Enterprise(step),
        GuaranteesStep step => Guarantees(step),
        IndependenceStep step => Independence(step),
        CompetencesStep step => Competences(step),
        TerritoriesStep step => Territories(step),
        ReferencesStep step => References(step),
        RecognitionsStep step => Recognitions(step),
        StatementsStep step => Statements(step),
        _ => [],
    };

    private static IEnumerable<CensusLine> Person(PersonStep step) =>
    [
        Line("Nom", $"{step.GivenName} {step.FamilyName}".Trim(), nameof(step.FamilyName)),
        Line("Adresse électronique", "vérifiée à l’ouverture du compte, jamais affichée"),
        Line("Téléphone", step.Phone, nameof(step.Phone)),
        Line("Fonction", step.RoleTitle, nameof(step.RoleTitle)),
        Line("Qualité", CensusLists.Capacities.NameOf(step.Capacity), nameof(step.Capacity)),
        Line("Langues", step.Languages, nameof(step.Languages)),
    ];

    private static IEnumerable<CensusLine> Enterprise(EnterpriseStep step) =>
    [
        Line("SIRET", Siret.Parse(step.Siret) is { IsDone: true } siret ? siret.Value.ToString() : step.Siret, nameof(step.Siret)),
        Line("Dénomination", step.Denomination, nameof(step.Denomination)),
        Line("Nom commercial", step.TradeName, nameof(step.TradeName)),
        Line("Forme juridique", CensusLists.LegalForms.NameOf(step.LegalForm), nameof(step.LegalForm)),
        Line("Code NAF", OfficialCodes.Activity(step.Naf) is { } activity ? $"{activity.Code} – {activity.Name}" : step.Naf, nameof(step.Naf)),
        Line("Création", Day(step.CreatedOn), nameof(step.CreatedOn)),
        Line("Effectif", CensusLists.Workforces.NameOf(step.Workforce), nameof(step.Workforce)),
        Line("Commune", $"{step.CommuneName} {step.CommuneCode}".Trim(), nameof(step.CommuneCode)),
    ];

    private static IEnumerable<CensusLine> Guarantees(GuaranteesStep step) =>
    [
        Line("Assurance", $"{step.Insurer} {step.PolicyNumber}".Trim(), nameof(step.PolicyNumber)),
        Line("Assuré jusqu’au", Day(step.InsuredUntil), nameof(step.InsuredUntil)),
        Line("Attestation de vigilance", step.NoVigilance ? "sans objet" : Day(step.VigilanceOn), nameof(step.VigilanceOn)),
        Line("Autres papiers", step.OtherPapers, nameof(step.OtherPapers)),
    ];

    private static IEnumerable<CensusLine> Independence(IndependenceStep step) =>
    [
        Line("Conseil", Percent(step.AdvicePercent), nameof(step.AdvicePercent)),
        Line("Intégration", Percent(step.IntegrationPercent), nameof(step.IntegrationPercent)),
        Line("Revente", Percent(step.ResalePercent), nameof(step.ResalePercent)),
        Line("Formation", Percent(step.TrainingPercent), nameof(step.TrainingPercent)),
        Line("Liens commerciaux", step.NoTies ? "aucun" : string.Join(" ; ", step.DeclaredTies.Select(tie => $"{tie.Vendor} ({tie.Remuneration})"))),
    ];

    private static IEnumerable<CensusLine> Competences(CompetencesStep step) =>
    [
        .. step.PractisedAxes.Select(one => Line(Axes.NameOf(one.Axis), $"{CensusLists.Levels.NameOf(one.Level)}, pratiqué en {one.LastPractised}. {one.Evidence}")),
        Line("Modes", Names(CensusLists.Modes, step.Modes), nameof(step.Modes)),
        Line("Tailles d’entreprise", Names(CensusLists.ClientSizes, step.ClientSizes), nameof(step.ClientSizes)),
        Line("Secteurs", Names(CensusLists.Sectors, step.Sectors), nameof(step.Sectors)),
    ];

    private static IEnumerable<CensusLine> Territories(TerritoriesStep step) =>
    [
        Line("Régions", string.Join(", ", step.Regions.Select(code => OfficialCodes.RegionOf(code)?.Name ?? code)), nameof(step.Regions)),
        Line("Départements", string.Join(", ", step.Departments.Select(code => Departments.Find(code)?.Label ?? code)), nameof(step.Departments)),
        Line("Communes", step.CommuneCodes, nameof(step.CommuneCodes)),
        Line("Rayon", Text.Missing(step.RadiusKm) ? null : $"{step.RadiusKm} km", nameof(step.RadiusKm)),
    ];

    private static IEnumerable<CensusLine> References(ReferencesStep step) =>
    [
        Line("Certificat probatoire demandé", step.Probationary ? "oui" : null),
        .. step.DeclaredMissions.Select((one, at) => Line(
            $"Mission {at + 1}",
            $"SIRET {one.ClientSiret}, {Axes.NameOf(one.Axis ?? string.Empty)}, {Period(one)}. {one.Result} {(string.IsNullOrWhiteSpace(one.Contact) ? string.Empty : $"Contact : {one.Contact}. ")}{(one.ClientConsents ? "Accord du client." : "Sans accord du client.")}",
            $"{nameof(step.Missions)}[{step.Missions.IndexOf(one)}]")),
    ];

    private static IEnumerable<CensusLine> Recognitions(RecognitionsStep step) => step.None
        ? [Line("Diplômes et labels", "sans objet")]
        : step.Declared.Select(one => Line(
            one.Title!,
            $"{one.Issuer} {Day(one.ObtainedOn)} {(Text.Missing(one.ValidUntil) ? null : $"valable jusqu’au {Day(one.ValidUntil)}")} {one.Proof}".Trim(),
            $"{nameof(step.Items)}[{step.Items.IndexOf(one)}]"));

    private static IEnumerable<CensusLine> Statements(StatementsStep step) =>
    [
        Line("Déclaration exacte", step.Truthful ? "oui" : "non"),
        Line("Information sur les données lue", step.PrivacyRead ? "oui" : "non"),
        Line("Conflits d’intérêts", step.NoConflict ? "aucun" : step.ConflictStatement),
        Line("Publié avec son accord", Names(CensusLists.Publishable, step.Published)),
    ];

    private static CensusLine Line(string label, string? value, string? field = null) => new(label, value?.Trim() ?? string.Empty, field);

    private static string Period(Mission one) => Text.Missing(one.StartedOn) ? $"terminée le {Day(one.EndedOn)}" : $"du {Day(one.StartedOn)} au {Day(one.EndedOn)}";

    private static string? Day(string? typed) => Text.Day(typed) is { } day ? French.ShortDate(day) : typed;

    private static string? Percent(string? typed) => Text.Missing(typed) ? null : $"{typed} %";

    private static string Names(IReadOnlyList<CensusChoice> list, IEnumerable<string> keys) => string.Join(", ", keys.Select(list.NameOf));
}

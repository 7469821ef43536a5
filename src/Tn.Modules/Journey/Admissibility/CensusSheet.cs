using Tn.Journey.Census;

namespace Tn.Journey.Admissibility;

/// <summary>A step of the census as instructors read it.</summary>
internal sealed record CensusSection(string Title, DateTimeOffset? SavedAt, IReadOnlyList<CensusLine> Lines);

/// <summary>A label and what was declared.</summary>
internal sealed record CensusLine(string Label, string Value);

/// <summary>Writes a census out in full, empty answers left out.</summary>
internal static class CensusSheet
{
    public static IReadOnlyList<CensusSection> Of(CensusFolder folder) =>
        [.. CensusSteps.All.Select(info => new CensusSection(
            info.Title,
            folder.SavedAt.TryGetValue(info.Step, out var savedAt) ? savedAt : null,
            [.. Lines(folder.Entry.Of(info.Step)).Where(line => line.Value.Length > 0)]))];

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
        Line("Nom", $"{step.GivenName} {step.FamilyName}".Trim()),
        Line("Téléphone", step.Phone),
        Line("Qualité", CensusLists.Capacities.NameOf(step.Capacity)),
        Line("Langues", step.Languages),
    ];

    private static IEnumerable<CensusLine> Enterprise(EnterpriseStep step) =>
    [
        Line("SIRET", Siret.Parse(step.Siret) is { IsDone: true } siret ? siret.Value.ToString() : step.Siret),
        Line("Dénomination", step.Denomination),
        Line("Nom commercial", step.TradeName),
        Line("Forme juridique", CensusLists.LegalForms.NameOf(step.LegalForm)),
        Line("Code NAF", step.Naf),
        Line("Création", Day(step.CreatedOn)),
        Line("Effectif", CensusLists.Workforces.NameOf(step.Workforce)),
        Line("Commune", $"{step.CommuneName} {step.CommuneCode}".Trim()),
    ];

    private static IEnumerable<CensusLine> Guarantees(GuaranteesStep step) =>
    [
        Line("Assurance", $"{step.Insurer} {step.PolicyNumber}".Trim()),
        Line("Assuré jusqu’au", Day(step.InsuredUntil)),
        Line("Attestation de vigilance", step.NoVigilance ? "sans objet" : Day(step.VigilanceOn)),
        Line("Autres papiers", step.OtherPapers),
    ];

    private static IEnumerable<CensusLine> Independence(IndependenceStep step) =>
    [
        Line("Conseil", Percent(step.AdvicePercent)),
        Line("Intégration", Percent(step.IntegrationPercent)),
        Line("Revente", Percent(step.ResalePercent)),
        Line("Formation", Percent(step.TrainingPercent)),
        Line("Liens commerciaux", step.NoTies ? "aucun" : string.Join(" ; ", step.DeclaredTies.Select(tie => $"{tie.Vendor} ({tie.Remuneration})"))),
    ];

    private static IEnumerable<CensusLine> Competences(CompetencesStep step) =>
    [
        .. step.PractisedAxes.Select(one => Line(Axes.NameOf(one.Axis), $"{CensusLists.Levels.NameOf(one.Level)}, pratiqué en {one.LastPractised}. {one.Evidence}")),
        Line("Modes", Names(CensusLists.Modes, step.Modes)),
        Line("Tailles d’entreprise", Names(CensusLists.ClientSizes, step.ClientSizes)),
        Line("Secteurs", Names(CensusLists.Sectors, step.Sectors)),
    ];

    private static IEnumerable<CensusLine> Territories(TerritoriesStep step) =>
    [
        Line("Départements", string.Join(", ", step.Departments.Select(code => Departments.Find(code)?.Label ?? code))),
        Line("Communes", step.CommuneCodes),
        Line("Rayon", Text.Missing(step.RadiusKm) ? null : $"{step.RadiusKm} km"),
    ];

    private static IEnumerable<CensusLine> References(ReferencesStep step) =>
    [
        Line("Certificat probatoire demandé", step.Probationary ? "oui" : null),
        .. step.DeclaredMissions.Select((one, at) => Line(
            $"Mission {at + 1}",
            $"SIRET {one.ClientSiret}, {Axes.NameOf(one.Axis ?? string.Empty)}, terminée le {Day(one.EndedOn)}. {one.Result} {(string.IsNullOrWhiteSpace(one.Contact) ? string.Empty : $"Contact : {one.Contact}. ")}{(one.ClientConsents ? "Accord du client." : "Sans accord du client.")}")),
    ];

    private static IEnumerable<CensusLine> Recognitions(RecognitionsStep step) => step.None
        ? [Line("Diplômes et labels", "sans objet")]
        : step.Declared.Select(one => Line(one.Title!, $"{one.Issuer} {Day(one.ObtainedOn)} {one.Proof}".Trim()));

    private static IEnumerable<CensusLine> Statements(StatementsStep step) =>
    [
        Line("Déclaration exacte", step.Truthful ? "oui" : "non"),
        Line("Information sur les données lue", step.PrivacyRead ? "oui" : "non"),
        Line("Conflits d’intérêts", step.NoConflict ? "aucun" : step.ConflictStatement),
        Line("Publié avec son accord", Names(CensusLists.Publishable, step.Published)),
    ];

    private static CensusLine Line(string label, string? value) => new(label, value?.Trim() ?? string.Empty);

    private static string? Day(string? typed) => Text.Day(typed) is { } day ? French.ShortDate(day) : typed;

    private static string? Percent(string? typed) => Text.Missing(typed) ? null : $"{typed} %";

    private static string Names(IReadOnlyList<CensusChoice> list, IEnumerable<string> keys) => string.Join(", ", keys.Select(list.NameOf));
}

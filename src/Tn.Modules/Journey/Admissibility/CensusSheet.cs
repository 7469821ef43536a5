using Tn.Journey.Census;
using Tn.Journey.Census.Codes;
using Tn.Platform.Web;

namespace Tn.Journey.Admissibility;

/// <summary>A step of the census as instructors read it.</summary>
internal sealed record CensusSection(CensusStep Step, string Title, DateTimeOffset? SavedAt, IReadOnlyList<CensusLine> Lines);

/// <summary>A label and its answer.</summary>
/// <param name="Field">As <see cref="CensusFields"/> and the marks name it, or null.</param>
internal sealed record CensusLine(string Label, string Value, string? Field = null)
{
    /// <summary>Where the value comes from and since when, or null.</summary>
    public string? Origin { get; init; }
}

/// <summary>Writes a census out in full for who reads it on a page, empty answers left out.</summary>
internal sealed class CensusSheet(Texts texts)
{
    public IReadOnlyList<CensusSection> Of(CensusFolder folder) =>
        [.. CensusSteps.All.Select(info => new CensusSection(
            info.Step,
            texts[info.Title],
            folder.SavedAt.TryGetValue(info.Step, out var savedAt) ? savedAt : null,
            [.. Lines(folder.Entry.Of(info.Step)).Where(line => line.Value.Length > 0).Select(line => Marked(line, info.Step, folder)), .. NotApplicable(folder.Entry.Of(info.Step))]))];

    private CensusLine Marked(CensusLine line, CensusStep step, CensusFolder folder) =>
        line.Field is { } field ? line with { Origin = folder.MarkOf(step, field)?.SentenceFor(texts) } : line;

    private IEnumerable<CensusLine> NotApplicable(object? answers) => answers is StepAnswers step
        ? CensusFields.All.Where(field => CensusAnswers.TypeOf(field.Step) == step.GetType() && step.NotApplicable.Contains(field.Name)).Select(field => new CensusLine(texts[field.Label], texts["sans objet"]))
        : [];

    private IEnumerable<CensusLine> Lines(object? answers) => answers switch
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

    private IEnumerable<CensusLine> Person(PersonStep step) =>
    [
        Line(texts["Prénom et nom"], $"{step.GivenName} {step.FamilyName}".Trim(), nameof(step.FamilyName)),
        Line(texts["Adresse électronique"], texts["vérifiée à l’ouverture du compte, jamais affichée"]),
        Line(texts["Téléphone"], step.Phone, nameof(step.Phone)),
        Line(texts["Fonction"], step.RoleTitle, nameof(step.RoleTitle)),
        Line(texts["Qualité"], texts[CensusLists.Capacities.NameOf(step.Capacity)], nameof(step.Capacity)),
        Line(texts["Langues"], step.Languages, nameof(step.Languages)),
    ];

    private IEnumerable<CensusLine> Enterprise(EnterpriseStep step) =>
    [
        Line("SIRET", Siret.Parse(step.Siret) is { IsDone: true } siret ? siret.Value.ToString() : step.Siret, nameof(step.Siret)),
        Line(texts["Dénomination"], step.Denomination, nameof(step.Denomination)),
        Line(texts["Nom commercial"], step.TradeName, nameof(step.TradeName)),
        Line(texts["Forme juridique"], texts[CensusLists.LegalForms.NameOf(step.LegalForm)], nameof(step.LegalForm)),
        Line(texts["Code NAF"], OfficialCodes.Activity(step.Naf) is { } activity ? $"{activity.Code} – {activity.Name}" : step.Naf, nameof(step.Naf)),
        Line(texts["Création"], Day(step.CreatedOn), nameof(step.CreatedOn)),
        Line(texts["Effectif"], texts[CensusLists.Workforces.NameOf(step.Workforce)], nameof(step.Workforce)),
        Line(texts["Commune"], $"{step.CommuneName} {step.CommuneCode}".Trim(), nameof(step.CommuneCode)),
    ];

    private IEnumerable<CensusLine> Guarantees(GuaranteesStep step) =>
    [
        Line(texts["Assurance"], $"{step.Insurer} {step.PolicyNumber}".Trim(), nameof(step.PolicyNumber)),
        Line(texts["Assuré jusqu’au"], Day(step.InsuredUntil), nameof(step.InsuredUntil)),
        Line(texts["Attestation de vigilance"], step.NoVigilance ? texts["sans objet"] : Day(step.VigilanceOn), nameof(step.VigilanceOn)),
        Line(texts["Autres papiers"], step.OtherPapers, nameof(step.OtherPapers)),
    ];

    private IEnumerable<CensusLine> Independence(IndependenceStep step) =>
    [
        Line(texts["Conseil"], Percent(step.AdvicePercent), nameof(step.AdvicePercent)),
        Line(texts["Intégration"], Percent(step.IntegrationPercent), nameof(step.IntegrationPercent)),
        Line(texts["Revente"], Percent(step.ResalePercent), nameof(step.ResalePercent)),
        Line(texts["Formation"], Percent(step.TrainingPercent), nameof(step.TrainingPercent)),
        Line(texts["Liens commerciaux"], step.NoTies ? texts["aucun"] : string.Join(" ; ", step.DeclaredTies.Select(tie => $"{tie.Vendor} ({tie.Remuneration})"))),
    ];

    private IEnumerable<CensusLine> Competences(CompetencesStep step) =>
    [
        .. step.PractisedAxes.Select(one => Line(texts[Axes.NameOf(one.Axis)], texts[$"{texts[CensusLists.Levels.NameOf(one.Level)]}, pratiqué en {one.LastPractised}. {one.Evidence}"])),
        Line(texts["Modes"], Names(CensusLists.Modes, step.Modes), nameof(step.Modes)),
        Line(texts["Tailles d’entreprise"], Names(CensusLists.ClientSizes, step.ClientSizes), nameof(step.ClientSizes)),
        Line(texts["Secteurs"], Names(CensusLists.Sectors, step.Sectors), nameof(step.Sectors)),
    ];

    private IEnumerable<CensusLine> Territories(TerritoriesStep step) =>
    [
        Line(texts["Régions"], string.Join(", ", step.Regions.Select(code => OfficialCodes.RegionOf(code)?.Name ?? code)), nameof(step.Regions)),
        Line(texts["Départements"], string.Join(", ", step.Departments.Select(code => Departments.Find(code)?.Label ?? code)), nameof(step.Departments)),
        Line(texts["Communes"], step.CommuneCodes, nameof(step.CommuneCodes)),
        Line(texts["Rayon"], Text.Missing(step.RadiusKm) ? null : $"{step.RadiusKm} km", nameof(step.RadiusKm)),
    ];

    private IEnumerable<CensusLine> References(ReferencesStep step) =>
    [
        Line(texts["Certificat probatoire demandé"], step.Probationary ? texts["oui"] : null),
        .. step.DeclaredMissions.Select((one, at) => Line(
            texts[$"Mission {at + 1}"],
            Told(one),
            $"{nameof(step.Missions)}[{step.Missions.IndexOf(one)}]")),
    ];

    private IEnumerable<CensusLine> Recognitions(RecognitionsStep step) => step.None
        ? [Line(texts["Diplômes et labels"], texts["sans objet"])]
        : step.Declared.Select(one => Line(
            one.Title!,
            $"{one.Issuer} {Day(one.ObtainedOn)} {(Text.Missing(one.ValidUntil) ? null : texts[$"valable jusqu’au {Day(one.ValidUntil)}"])} {one.Proof}".Trim(),
            $"{nameof(step.Items)}[{step.Items.IndexOf(one)}]"));

    private IEnumerable<CensusLine> Statements(StatementsStep step) =>
    [
        Line(texts["Déclaration exacte"], step.Truthful ? texts["oui"] : texts["non"]),
        Line(texts["Information sur les données lue"], step.PrivacyRead ? texts["oui"] : texts["non"]),
        Line(texts["Conflits d’intérêts"], step.NoConflict ? texts["aucun"] : step.ConflictStatement),
        Line(texts["Publié avec son accord"], Names(CensusLists.Publishable, step.Published)),
    ];

    private static CensusLine Line(string label, string? value, string? field = null) => new(label, value?.Trim() ?? string.Empty, field);

    private string Told(Mission one) => string.Join(' ', new[]
    {
        $"SIRET {one.ClientSiret}, {texts[Axes.NameOf(one.Axis ?? string.Empty)]}, {Period(one)}.",
        one.Result,
        string.IsNullOrWhiteSpace(one.Contact) ? null : texts[$"Contact : {one.Contact}."],
        one.ClientConsents ? texts["Accord du client."] : texts["Sans accord du client."],
    }.OfType<string>());

    private string Period(Mission one) => Text.Missing(one.StartedOn) ? texts[$"terminée le {Day(one.EndedOn)}"] : texts[$"du {Day(one.StartedOn)} au {Day(one.EndedOn)}"];

    private string? Day(string? typed) => Text.Day(typed) is { } day ? texts.ShortDate(day) : typed;

    private static string? Percent(string? typed) => Text.Missing(typed) ? null : $"{typed} %";

    private string Names(IReadOnlyList<CensusChoice> list, IEnumerable<string> keys) => string.Join(", ", keys.Select(key => texts[list.NameOf(key)]));
}

using Tn.Platform.Web;

namespace Tn.Journey.Census.Papers;

/// <summary>A kind of paper: what it is called, how long it stays fresh, and which answers it proves.</summary>
/// <param name="Key">Kept in the database: never rename one.</param>
/// <param name="FreshFor">The rule that says for how many months from its date, or null when it does not age.</param>
/// <param name="NeedsEnd">True when it says until when it is valid.</param>
/// <param name="Proves">Answers verified when an instructor accepts it.</param>
internal sealed record PaperKind(string Key, string Name, string? FreshFor, bool NeedsEnd, IReadOnlyList<(CensusStep Step, string Field)> Proves);

/// <summary>The papers of the census, and which are expected of whom.</summary>
internal static class PaperKinds
{
    private static readonly (CensusStep, string)[] Enterprise =
    [
        (CensusStep.Enterprise, nameof(EnterpriseStep.Siret)), (CensusStep.Enterprise, nameof(EnterpriseStep.Denomination)), (CensusStep.Enterprise, nameof(EnterpriseStep.LegalForm)),
    ];

    private static readonly (CensusStep, string)[] Insurance =
    [
        (CensusStep.Guarantees, nameof(GuaranteesStep.Insurer)), (CensusStep.Guarantees, nameof(GuaranteesStep.PolicyNumber)), (CensusStep.Guarantees, nameof(GuaranteesStep.InsuredUntil)),
    ];

    private static readonly PaperKind Situation = new("avis-situation", Texts.Key("Avis de situation au répertoire Sirene"), RuleKeys.PapersRegistrationMonths, NeedsEnd: false, Enterprise);
    private static readonly PaperKind Extract = new("kbis", Texts.Key("Extrait Kbis"), RuleKeys.PapersRegistrationMonths, NeedsEnd: false, Enterprise);
    private static readonly PaperKind Declaration = new("recepisse", Texts.Key("Récépissé de déclaration de l’association"), null, NeedsEnd: false, Enterprise);
    private static readonly PaperKind Statutes = new("statuts", Texts.Key("Statuts à jour"), null, NeedsEnd: false, []);
    private static readonly PaperKind Cooperative = new("contrat-cae", Texts.Key("Contrat avec la coopérative d’activité et d’emploi"), null, NeedsEnd: false, Enterprise);
    private static readonly PaperKind Umbrella = new("contrat-portage", Texts.Key("Convention de portage salarial"), null, NeedsEnd: false, Enterprise);
    private static readonly PaperKind Vigilance = new("vigilance", Texts.Key("Attestation de vigilance"), RuleKeys.PapersVigilanceMonths, NeedsEnd: false, [(CensusStep.Guarantees, nameof(GuaranteesStep.VigilanceOn))]);
    private static readonly PaperKind Liability = new("rc-pro", Texts.Key("Attestation d’assurance responsabilité civile professionnelle"), null, NeedsEnd: true, Insurance);

    /// <summary>A portrait: an image, published only with its own consent.</summary>
    public static readonly PaperKind Photo = new("photo", Texts.Key("Photo"), null, NeedsEnd: false, []);

    /// <summary>Whatever else an instructor may ask for.</summary>
    public static readonly PaperKind Other = new("autre", Texts.Key("Autre papier"), null, NeedsEnd: false, []);

    public static readonly IReadOnlyList<PaperKind> All = [Situation, Extract, Declaration, Statutes, Cooperative, Umbrella, Vigilance, Liability, Photo, Other];

    /// <summary>The kind of a key, or null.</summary>
    public static PaperKind? Find(string? key) => All.FirstOrDefault(one => one.Key == key);

    /// <summary>What is expected of an enterprise of this legal form; nothing is known before the form is.</summary>
    /// <param name="noVigilance">True when the person said that the attestation of vigilance does not apply.</param>
    public static IReadOnlyList<PaperKind> ExpectedOf(string? legalForm, bool noVigilance)
    {
        PaperKind[] registration = legalForm switch
        {
            null or "" => [],
            "association" => [Declaration, Statutes],
            "cae" => [Cooperative],
            "portage" => [Umbrella],
            "scop" => [Extract, Statutes],
            "eurl" or "sarl" or "sasu" or "sas" or "sa" => [Extract],
            _ => [Situation],
        };
        return registration.Length == 0 ? [] : [.. registration, Liability, .. noVigilance ? Array.Empty<PaperKind>() : [Vigilance]];
    }
}

namespace Tn.Journey.Census;

/// <summary>A choice of a list: the value kept and the words shown.</summary>
internal sealed record CensusChoice(string Key, string Label);

/// <summary>The closed lists of the census.</summary>
internal static class CensusLists
{
    public static readonly IReadOnlyList<CensusChoice> Capacities =
    [
        new("dirigeant", "Dirigeant ou dirigeante"),
        new("associe", "Associé ou associée"),
        new("salarie", "Salarié ou salariée"),
        new("independant", "Indépendant ou indépendante"),
    ];

    public static readonly IReadOnlyList<CensusChoice> LegalForms =
    [
        new("ei", "Entreprise individuelle (dont micro-entreprise)"),
        new("eurl", "EURL"),
        new("sarl", "SARL"),
        new("sasu", "SASU"),
        new("sas", "SAS"),
        new("sa", "SA"),
        new("scop", "SCOP ou SCIC"),
        new("association", "Association"),
        new("cae", "Coopérative d’activité et d’emploi"),
        new("portage", "Portage salarial"),
        new("autre", "Autre forme"),
    ];

    public static readonly IReadOnlyList<CensusChoice> Workforces =
    [
        new("0", "Aucun salarié"),
        new("1-9", "De 1 à 9 salariés"),
        new("10-49", "De 10 à 49 salariés"),
        new("50-249", "De 50 à 249 salariés"),
        new("250+", "250 salariés ou plus"),
    ];

    public static readonly IReadOnlyList<CensusChoice> Levels =
    [
        new("novice", "Novice"),
        new("independant", "Indépendant"),
        new("avance", "Avancé"),
        new("expert", "Expert"),
    ];

    /// <summary>The sections of the NAF (rév. 2, 2008), from A to U.</summary>
    public static readonly IReadOnlyList<CensusChoice> Sectors =
    [
        new("A", "Agriculture, pêche"),
        new("B", "Industries extractives"),
        new("C", "Industrie, artisanat de fabrication"),
        new("D", "Électricité, gaz"),
        new("E", "Eau, déchets, dépollution"),
        new("F", "Construction"),
        new("G", "Commerce, réparation automobile"),
        new("H", "Transports"),
        new("I", "Hébergement, restauration"),
        new("J", "Information, communication"),
        new("K", "Finance, assurance"),
        new("L", "Immobilier"),
        new("M", "Activités spécialisées, conseil"),
        new("N", "Services administratifs"),
        new("O", "Administration publique"),
        new("P", "Enseignement"),
        new("Q", "Santé, action sociale"),
        new("R", "Arts, loisirs"),
        new("S", "Autres services"),
        new("T", "Services aux ménages"),
        new("U", "Organismes internationaux"),
    ];

    public static readonly IReadOnlyList<CensusChoice> ClientSizes =
    [
        new("0", "Sans salarié"),
        new("1-9", "De 1 à 9 salariés"),
        new("10-49", "De 10 à 49 salariés"),
        new("50-249", "De 50 à 249 salariés"),
    ];

    public static readonly IReadOnlyList<CensusChoice> Modes =
    [
        new("sur-place", "Sur place"),
        new("a-distance", "À distance"),
        new("atelier", "En atelier collectif"),
    ];

    /// <summary>What may be shown in the directory, each with its own consent; ties are always public (article 2.2 of the charter).</summary>
    public static readonly IReadOnlyList<CensusChoice> Publishable =
    [
        new("phone", "Mon téléphone"),
        new("photo", "Ma photo"),
        new("capacity", "Ma fonction et ma qualité dans l’entreprise"),
        new("languages", "Les langues que je parle"),
        new("commune", "La commune de mon entreprise"),
        new("territories", "Mes territoires d’intervention"),
        new("sectors", "Les secteurs et tailles d’entreprise que je connais"),
        new("modes", "Mes modes d’intervention"),
        new("recognitions", "Mes diplômes et labels"),
    ];

    public static bool Has(this IReadOnlyList<CensusChoice> list, string? key) => list.Any(one => one.Key == key);

    /// <summary>The words of a key, or the key itself when the list does not hold it.</summary>
    public static string NameOf(this IReadOnlyList<CensusChoice> list, string? key) =>
        list.FirstOrDefault(one => one.Key == key)?.Label ?? key ?? string.Empty;
}

using Tn.Platform.Web;

namespace Tn.Journey.Census;

/// <summary>A choice of a list: the value kept and the words shown.</summary>
internal sealed record CensusChoice(string Key, string Label);

/// <summary>The closed lists of the census.</summary>
internal static class CensusLists
{
    public static readonly IReadOnlyList<CensusChoice> Capacities =
    [
        new("dirigeant", Texts.Key("Dirigeant ou dirigeante")),
        new("associe", Texts.Key("Associé ou associée")),
        new("salarie", Texts.Key("Salarié ou salariée")),
        new("independant", Texts.Key("Indépendant ou indépendante")),
    ];

    public static readonly IReadOnlyList<CensusChoice> LegalForms =
    [
        new("ei", Texts.Key("Entreprise individuelle (dont micro-entreprise)")),
        new("eurl", "EURL"),
        new("sarl", "SARL"),
        new("sasu", "SASU"),
        new("sas", "SAS"),
        new("sa", "SA"),
        new("scop", Texts.Key("SCOP ou SCIC")),
        new("association", Texts.Key("Association")),
        new("cae", Texts.Key("Coopérative d’activité et d’emploi")),
        new("portage", Texts.Key("Portage salarial")),
        new("autre", Texts.Key("Autre forme")),
    ];

    public static readonly IReadOnlyList<CensusChoice> Workforces =
    [
        new("0", Texts.Key("Aucun salarié")),
        new("1-9", Texts.Key("De 1 à 9 salariés")),
        new("10-49", Texts.Key("De 10 à 49 salariés")),
        new("50-249", Texts.Key("De 50 à 249 salariés")),
        new("250+", Texts.Key("250 salariés ou plus")),
    ];

    public static readonly IReadOnlyList<CensusChoice> Levels =
    [
        new("novice", Texts.Key("Novice")),
        new("independant", Texts.Key("Indépendant")),
        new("avance", Texts.Key("Avancé")),
        new("expert", Texts.Key("Expert")),
    ];

    /// <summary>The sections of the NAF (rév. 2, 2008), from A to U.</summary>
    public static readonly IReadOnlyList<CensusChoice> Sectors =
    [
        new("A", Texts.Key("Agriculture, pêche")),
        new("B", Texts.Key("Industries extractives")),
        new("C", Texts.Key("Industrie, artisanat de fabrication")),
        new("D", Texts.Key("Électricité, gaz")),
        new("E", Texts.Key("Eau, déchets, dépollution")),
        new("F", Texts.Key("Construction")),
        new("G", Texts.Key("Commerce, réparation automobile")),
        new("H", Texts.Key("Transports")),
        new("I", Texts.Key("Hébergement, restauration")),
        new("J", Texts.Key("Information, communication")),
        new("K", Texts.Key("Finance, assurance")),
        new("L", Texts.Key("Immobilier")),
        new("M", Texts.Key("Activités spécialisées, conseil")),
        new("N", Texts.Key("Services administratifs")),
        new("O", Texts.Key("Administration publique")),
        new("P", Texts.Key("Enseignement")),
        new("Q", Texts.Key("Santé, action sociale")),
        new("R", Texts.Key("Arts, loisirs")),
        new("S", Texts.Key("Autres services")),
        new("T", Texts.Key("Services aux ménages")),
        new("U", Texts.Key("Organismes internationaux")),
    ];

    public static readonly IReadOnlyList<CensusChoice> ClientSizes =
    [
        new("0", Texts.Key("Sans salarié")),
        new("1-9", Texts.Key("De 1 à 9 salariés")),
        new("10-49", Texts.Key("De 10 à 49 salariés")),
        new("50-249", Texts.Key("De 50 à 249 salariés")),
    ];

    public static readonly IReadOnlyList<CensusChoice> Modes =
    [
        new("sur-place", Texts.Key("Sur place")),
        new("a-distance", Texts.Key("À distance")),
        new("atelier", Texts.Key("En atelier collectif")),
    ];

    /// <summary>What may be shown in the directory, each with its own consent; ties are always public (article 2.2 of the charter).</summary>
    public static readonly IReadOnlyList<CensusChoice> Publishable =
    [
        new("phone", Texts.Key("Mon téléphone")),
        new("photo", Texts.Key("Ma photo")),
        new("capacity", Texts.Key("Ma fonction et ma qualité dans l’entreprise")),
        new("languages", Texts.Key("Les langues que je parle")),
        new("commune", Texts.Key("La commune de mon entreprise")),
        new("territories", Texts.Key("Mes territoires d’intervention")),
        new("sectors", Texts.Key("Les secteurs et tailles d’entreprise que je connais")),
        new("modes", Texts.Key("Mes modes d’intervention")),
        new("recognitions", Texts.Key("Mes diplômes et labels")),
    ];

    public static bool Has(this IReadOnlyList<CensusChoice> list, string? key) => list.Any(one => one.Key == key);

    /// <summary>The words of a key, or the key itself when the list does not hold it.</summary>
    public static string NameOf(this IReadOnlyList<CensusChoice> list, string? key) =>
        list.FirstOrDefault(one => one.Key == key)?.Label ?? key ?? string.Empty;
}

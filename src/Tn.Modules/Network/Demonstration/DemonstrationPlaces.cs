using Tn.Network.Centres;

namespace Tn.Network.Demonstration;

/// <summary>Twenty invented centres in real places, overseas too. Names of chambers are generic; numbers are from the range kept for fiction.</summary>
internal static class DemonstrationPlaces
{
    public static readonly IReadOnlyList<CentreDetails> Centres =
    [
        Cci("Loiret", "45", "23 place du Martroi", "45000", "Orléans"),
        Cma("Haute-Vienne", "87", "14 rue de Belfort", "87000", "Limoges"),
        Cci("Nord", "59", "40 boulevard de la Liberté", "59000", "Lille"),
        Cma("Finistère", "29", "24 route de Cuzon", "29000", "Quimper"),
        Agency("Creuse numérique", ["23"], "8 avenue Charles-de-Gaulle", "23000", "Guéret"),
        Cci("Bouches-du-Rhône", "13", "9 La Canebière", "13001", "Marseille"),
        Cma("Haute-Garonne", "31", "59 rue du Pont-Guilheméry", "31000", "Toulouse"),
        Agency("Drôme-Ardèche accompagnement", ["26", "07"], "2 cours Manuel-de-Falla", "26000", "Valence"),
        Cci("Bas-Rhin", "67", "10 place Gutenberg", "67000", "Strasbourg"),
        Cma("Gironde", "33", "46 avenue Labarde", "33300", "Bordeaux"),
        Authority("Maison des entreprises du Cantal", ["15"], "4 rue de la Gare", "15000", "Aurillac"),
        Cci("Loire-Atlantique", "44", "16 quai Ernest-Renaud", "44100", "Nantes"),
        Cma("Hérault", "34", "44 avenue Saint-Lazare", "34000", "Montpellier"),
        Association("Artisans connectés des Vosges", ["88"], "7 rue du Commerce", "88000", "Épinal"),
        Cci("Corse-du-Sud", "2A", "1 quai L’Herminier", "20000", "Ajaccio"),
        Cci("La Réunion", "974", "5 rue de Paris", "97400", "Saint-Denis"),
        Cma("Guadeloupe", "971", "30 rue Henri-IV", "97110", "Pointe-à-Pitre"),
        Cci("Martinique", "972", "50 rue Ernest-Deproge", "97200", "Fort-de-France"),
        Agency("Guyane développement numérique", ["973"], "1 place Schoelcher", "97300", "Cayenne"),
        Authority("Pôle d’appui aux entreprises de Mayotte", ["976"], "12 rue du Commerce", "97600", "Mamoudzou"),
    ];

    private static CentreDetails Cci(string place, string code, string address, string postalCode, string commune) => new(
        $"Centre de ressources de la CCI – {place}", CentreKind.CommerceChamber, address, postalCode, commune, [code], Phone(code), string.Empty,
        "Diagnostic numérique gratuit d’une heure, ateliers mensuels sur la présence en ligne et la facturation électronique, mise en relation avec un consultant. Sur rendez-vous, pour tous les commerces, services et petites industries.");

    private static CentreDetails Cma(string place, string code, string address, string postalCode, string commune) => new(
        $"Centre de ressources de la CMA – {place}", CentreKind.TradesChamber, address, postalCode, commune, [code], Phone(code), string.Empty,
        "Accompagnement des artisans : devis et factures, agenda et relation avec les clients, sauvegarde des données, premiers réflexes de cybersécurité. Visite dans l’atelier possible.");

    private static CentreDetails Agency(string name, IReadOnlyList<string> codes, string address, string postalCode, string commune) => new(
        name, CentreKind.Agency, address, postalCode, commune, codes, Phone(codes[0]), string.Empty,
        "Permanences dans les communes, aide au choix des outils sans préférence de marque, ateliers pour petits groupes, appui aux dossiers d’aides publiques.");

    private static CentreDetails Authority(string name, IReadOnlyList<string> codes, string address, string postalCode, string commune) => new(
        name, CentreKind.LocalAuthority, address, postalCode, commune, codes, Phone(codes[0]), string.Empty,
        "Premier accueil des entreprises, orientation vers un conseiller au numérique, salle et matériel pour s’exercer, ateliers sur la protection des données.");

    private static CentreDetails Association(string name, IReadOnlyList<string> codes, string address, string postalCode, string commune) => new(
        name, CentreKind.Association, address, postalCode, commune, codes, Phone(codes[0]), string.Empty,
        "Entraide entre artisans et commerçants, ateliers du soir, parrainage par une entreprise qui a déjà franchi le pas.");

    // The regulator keeps these ranges for fiction: they never ring anywhere.
    private static string Phone(string code) => code switch
    {
        "971" or "973" or "972" or "974" or "976" => "01 99 00 97 " + code[1..],
        _ => $"01 99 00 {(code is "2A" ? "20" : code)} 10",
    };
}

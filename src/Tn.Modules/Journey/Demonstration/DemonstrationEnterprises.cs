using Tn.Journey.Census;

namespace Tn.Journey.Demonstration;

/// <summary>Invented enterprises, from here and overseas, with SIRETs whose keys are right. Deterministic: the same number, the same census.</summary>
internal static class DemonstrationEnterprises
{
    private static readonly IReadOnlyList<(string Commune, string Code, string Neighbour)> Places =
    [
        ("Orléans", "45234", "41"), ("Lille", "59350", "62"), ("Saint-Denis", "97411", "974"), ("Brest", "29019", "22"),
        ("Ajaccio", "2A004", "2B"), ("Strasbourg", "67482", "68"), ("Clermont-Ferrand", "63113", "15"), ("Fort-de-France", "97209", "971"),
        ("Toulouse", "31555", "81"), ("Bordeaux", "33063", "40"), ("Pau", "64445", "65"), ("Nantes", "44109", "85"),
        ("Rennes", "35238", "53"), ("Cayenne", "97302", "973"), ("Le Mans", "72181", "61"), ("Tours", "37261", "36"),
        ("Dijon", "21231", "71"), ("Besançon", "25056", "39"), ("Annecy", "74010", "73"), ("Grenoble", "38185", "26"),
        ("Saint-Étienne", "42218", "43"), ("Avignon", "84007", "13"), ("Pointe-à-Pitre", "97120", "971"), ("Nîmes", "30189", "34"),
        ("Perpignan", "66136", "11"), ("Rodez", "12202", "48"), ("Aurillac", "15014", "19"), ("Bastia", "2B033", "2A"),
        ("Caen", "14118", "50"), ("Rouen", "76540", "27"), ("Amiens", "80021", "60"), ("Mamoudzou", "97611", "976"),
        ("Reims", "51454", "08"), ("Metz", "57463", "54"), ("Épinal", "88160", "70"), ("Limoges", "87085", "23"), ("Quimper", "29232", "56"),
    ];

    private static readonly string[] Names = ["{0} Conseil", "Atelier {0}", "{0} et associés", "Cap {1}", "Le Relais {1}", "{0} Numérique"];
    private static readonly string[] Forms = ["sasu", "ei", "eurl", "sarl", "cae"];
    private static readonly string[] Nafs = ["62.02A", "70.22Z", "85.59A", "63.11Z", "62.09Z"];
    private static readonly string[] Insurers = ["Mutuelle des Indépendants", "Assurances du Levant", "La Prévoyante des métiers"];
    private static readonly string[] Sectors = ["F", "G", "I", "M", "S", "C", "Q"];

    private static readonly string[] Vendors = ["Logiciels du Val", "Hébergeur des Monts", "Caisses Riviera", "Boutik en ligne"];

    private static readonly string[] Results =
    [
        "Le client répond à ses avis et reçoit deux demandes de devis de plus par semaine.",
        "Les sauvegardes sont faites chaque nuit, et une restauration a été essayée.",
        "Les factures partent le jour même ; les impayés ont baissé d’un tiers.",
        "Le registre des traitements tient sur une page et sert vraiment.",
    ];

    /// <summary>A complete census.</summary>
    /// <param name="index">Of the person, from 0.</param>
    /// <param name="submitted">The day it is to be submitted: references and insurance are true on that day.</param>
    public static CensusEntry Complete(int index, string displayName, DateOnly submitted)
    {
        var names = displayName.Split(' ', 2);
        var place = Places[index % Places.Count];
        return new CensusEntry
        {
            Person = new PersonStep
            {
                GivenName = names[0], FamilyName = names[1], Phone = $"01 99 00 {index:00} 10", Capacity = "dirigeant", Languages = index % 7 == 2 ? "français, créole" : "français",
            },
            Enterprise = new EnterpriseStep
            {
                Siret = Siret.Compute($"{83_100_200 + (index * 317)}", "0001").ToString(),
                Denomination = string.Format(French.Culture, Names[index % Names.Length], names[1], place.Commune),
                LegalForm = Forms[index % Forms.Length],
                Naf = Nafs[index % Nafs.Length],
                CreatedOn = Iso(submitted.AddYears(-3 - (index % 9))),
                Workforce = index % 3 == 0 ? "1-9" : "0",
                CommuneCode = place.Code,
                CommuneName = place.Commune,
            },
            Guarantees = new GuaranteesStep
            {
                Insurer = Insurers[index % Insurers.Length], PolicyNumber = $"RCP-{20_000 + (index * 37)}", InsuredUntil = Iso(submitted.AddMonths(14)), VigilanceOn = Iso(submitted.AddDays(-40)),
            },
            Independence = Independence(index),
            Competences = Competences(index, submitted.Year),
            Territories = new TerritoriesStep
            {
                Departments = [.. new[] { Departments.OfCommune(place.Code)!.Code, place.Neighbour }.Distinct()], RadiusKm = index % 2 == 0 ? "60" : null,
            },
            References = new ReferencesStep { Missions = [.. Enumerable.Range(0, 3).Select(at => Mission(index, at, submitted))] },
            Recognitions = index % 2 == 0
                ? new RecognitionsStep { None = true }
                : new RecognitionsStep { Items = [new Recognition { Title = "Licence professionnelle métiers du numérique", Issuer = "Université", ObtainedOn = Iso(submitted.AddYears(-8)) }] },
            Statements = new StatementsStep
            {
                Truthful = true, PrivacyRead = true, NoConflict = true,
                Published = index % 5 == 4 ? ["territories", "modes"] : ["phone", "capacity", "languages", "commune", "territories", "sectors", "modes", "recognitions"],
            },
        };
    }

    private static IndependenceStep Independence(int index) => index % 3 == 0
        ? new IndependenceStep
        {
            AdvicePercent = "60", IntegrationPercent = "15", ResalePercent = "5", TrainingPercent = "20",
            Ties = [new CommercialTie { Vendor = Vendors[index % Vendors.Length], Remuneration = "Commission de 5 % la première année." }],
        }
        : new IndependenceStep { AdvicePercent = "70", IntegrationPercent = "0", ResalePercent = "0", TrainingPercent = "30", NoTies = true };

    private static CompetencesStep Competences(int index, int year) => new()
    {
        Axes =
        [
            Axis(Contracts.Axes.All[index % 4].Key, index % 5 == 0 ? "expert" : "avance", year, index),
            Axis(Contracts.Axes.All[(index + 1 + (index / 4 % 3)) % 4].Key, "independant", year - 1, index + 1),
        ],
        Sectors = [Sectors[index % Sectors.Length], Sectors[(index + 2) % Sectors.Length]],
        ClientSizes = ["0", "1-9"],
        Modes = index % 4 == 1 ? ["a-distance", "atelier"] : ["sur-place", "a-distance"],
    };

    private static AxisCompetence Axis(string key, string level, int year, int result) =>
        new() { Axis = key, Level = level, LastPractised = $"{year}", Evidence = Results[result % Results.Length] };

    private static Mission Mission(int index, int at, DateOnly submitted) => new()
    {
        ClientSiret = Siret.Compute($"{79_400_300 + (index * 53) + at}", "0001").ToString(),
        Axis = Contracts.Axes.All[(index + at) % 4].Key,
        EndedOn = Iso(submitted.AddMonths(-2 - (at * 9)).AddDays(-index)),
        Result = Results[(index + at) % Results.Length],
        Contact = "La gérante ou le gérant",
        ClientConsents = true,
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

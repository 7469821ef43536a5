namespace Tn.Journey.Census;

/// <summary>The nine steps of the census, in order. Names are kept in the database: never rename one.</summary>
internal enum CensusStep
{
    Person,
    Enterprise,
    Guarantees,
    Independence,
    Competences,
    Territories,
    References,
    Recognitions,
    Statements,
}

/// <summary>A step's last part of address, and its title.</summary>
internal sealed record CensusStepInfo(CensusStep Step, string Slug, string Title, string Purpose)
{
    public string Url => $"/mon-parcours/recensement/{Slug}";
}

/// <summary>The steps as people see them.</summary>
internal static class CensusSteps
{
    public static readonly IReadOnlyList<CensusStepInfo> All =
    [
        new(CensusStep.Person, "personne", "Vous", "Qui vous êtes, pour les entreprises et pour le programme."),
        new(CensusStep.Enterprise, "entreprise", "Votre entreprise", "L’entreprise pour laquelle vous intervenez."),
        new(CensusStep.Guarantees, "garanties", "Vos garanties", "Ce qui protège vos clients en cas de difficulté."),
        new(CensusStep.Independence, "independance", "Votre indépendance", "D’où vient votre chiffre d’affaires, et ce qui vous lie à des fournisseurs."),
        new(CensusStep.Competences, "competences", "Vos compétences", "Les thèmes pour lesquels vous demandez à être certifié."),
        new(CensusStep.Territories, "territoires", "Vos territoires", "Là où vous intervenez."),
        new(CensusStep.References, "references", "Vos références", "Les missions qui montrent votre pratique."),
        new(CensusStep.Recognitions, "reconnaissances", "Vos reconnaissances", "Diplômes et labels, si vous en avez."),
        new(CensusStep.Statements, "declarations", "Vos déclarations", "Ce que vous affirmez, et ce que vous acceptez de publier."),
    ];

    /// <summary>The step at an address, or null.</summary>
    public static CensusStepInfo? Find(string? slug) => All.FirstOrDefault(one => one.Slug == slug);

    public static CensusStepInfo Of(CensusStep step) => All[(int)step];

    /// <summary>The step after, or null after the last.</summary>
    public static CensusStepInfo? After(CensusStep step) => All.ElementAtOrDefault((int)step + 1);
}

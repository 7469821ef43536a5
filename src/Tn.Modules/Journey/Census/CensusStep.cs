using Tn.Platform.Web;

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
        new(CensusStep.Person, "personne", Texts.Key("Vous"), Texts.Key("Qui vous êtes, pour les entreprises et pour le programme.")),
        new(CensusStep.Enterprise, "entreprise", Texts.Key("Votre entreprise"), Texts.Key("L’entreprise pour laquelle vous intervenez.")),
        new(CensusStep.Guarantees, "garanties", Texts.Key("Vos garanties"), Texts.Key("Ce qui protège vos clients en cas de difficulté.")),
        new(CensusStep.Independence, "independance", Texts.Key("Votre indépendance"), Texts.Key("D’où vient votre chiffre d’affaires, et ce qui vous lie à des fournisseurs.")),
        new(CensusStep.Competences, "competences", Texts.Key("Vos compétences"), Texts.Key("Les thèmes pour lesquels vous demandez à être certifié.")),
        new(CensusStep.Territories, "territoires", Texts.Key("Vos territoires"), Texts.Key("Là où vous intervenez.")),
        new(CensusStep.References, "references", Texts.Key("Vos références"), Texts.Key("Les missions qui montrent votre pratique.")),
        new(CensusStep.Recognitions, "reconnaissances", Texts.Key("Vos reconnaissances"), Texts.Key("Diplômes et labels, si vous en avez.")),
        new(CensusStep.Statements, "declarations", Texts.Key("Vos déclarations"), Texts.Key("Ce que vous affirmez, et ce que vous acceptez de publier.")),
    ];

    /// <summary>The step at an address, or null.</summary>
    public static CensusStepInfo? Find(string? slug) => All.FirstOrDefault(one => one.Slug == slug);

    public static CensusStepInfo Of(CensusStep step) => All[(int)step];

    /// <summary>The step after, or null after the last.</summary>
    public static CensusStepInfo? After(CensusStep step) => All.ElementAtOrDefault((int)step + 1);
}

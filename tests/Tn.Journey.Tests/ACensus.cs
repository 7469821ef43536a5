using Tn.Journey.Census;

namespace Tn.Journey.Tests;

/// <summary>Censuses that speak the field.</summary>
internal static class ACensus
{
    public const string Siret = "73282932000074";

    public static CensusEntry Complete(string siret = Siret) => new()
    {
        Person = new PersonStep { GivenName = "Camille", FamilyName = "Durand", Capacity = "dirigeant" },
        Enterprise = new EnterpriseStep
        {
            Siret = siret, Denomination = "Durand Conseil", LegalForm = "sasu", Naf = "62.02A", CommuneCode = "45234", CommuneName = "Orléans",
        },
        Guarantees = new GuaranteesStep { Insurer = "Mutuelle du Centre", PolicyNumber = "RC-1", InsuredUntil = "2027-12-31", NoVigilance = true },
        Independence = new IndependenceStep { AdvicePercent = "70", TrainingPercent = "30", Ties = [new CommercialTie { Vendor = "Logiciels du Val", Remuneration = "commission de 5 %" }] },
        Competences = new CompetencesStep
        {
            Axes = [new AxisCompetence { Axis = "cybersecurite", Level = "avance", LastPractised = "2026", Evidence = "Audit d’un garage" }, new AxisCompetence { Axis = "gestion" }],
            Modes = ["sur-place"],
        },
        Territories = new TerritoriesStep { Departments = ["45", "2A"] },
        References = new ReferencesStep { Missions = [Mission("2026-05-01"), Mission("2025-06-01"), Mission("2024-07-01")] },
        Recognitions = new RecognitionsStep { None = true },
        Statements = new StatementsStep { Truthful = true, PrivacyRead = true, NoConflict = true, Published = ["commune"] },
    };

    public static Mission Mission(string endedOn) => new()
    {
        ClientSiret = "44306184100047", Axis = "cybersecurite", EndedOn = endedOn, Result = "Sauvegardes en place", ClientConsents = true,
    };
}

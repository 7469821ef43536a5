using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tn.Contracts;
using Tn.Journey.Census;
using Tn.Journey.Path;
using Tn.Kernel;
using Tn.Platform.Data;

namespace Tn.Testing.Histories.Acts;

/// <summary>Complete censuses. The first step is saved by its own act, which opens the file; the eight others are written at once, to stay quick.</summary>
internal static class Censuses
{
    public static PersonStep PersonOf(Simulated who) => new() { GivenName = who.GivenName, FamilyName = who.FamilyName, Capacity = "dirigeant" };

    /// <summary>Writes what is still to be said, true on that day.</summary>
    public static async Task<Outcome> FillAsync(TnDbContext db, Simulated who, ActContext act)
    {
        var dossier = await db.Set<ConsultantDossier>().SingleAsync(one => one.Person == who.Person);
        var entry = Complete(who, French.Day(act.At));
        var kept = await db.Set<CensusAnswers>().Where(row => row.Dossier == dossier.Id).ToDictionaryAsync(row => row.Step);
        foreach (var step in Enum.GetValues<CensusStep>())
        {
            if (!kept.TryGetValue(step, out var row))
            {
                row = CensusAnswers.Of(dossier.Id, step);
                db.Add(row);
            }

            row.Keep(entry.Of(step)!, act.At);
        }

        dossier.Summarise(entry);
        await db.SaveChangesAsync();
        return Outcome.Done;
    }

    private static CensusEntry Complete(Simulated who, DateOnly today) => new()
    {
        Person = PersonOf(who),
        Enterprise = new EnterpriseStep { Siret = who.Siret, Denomination = $"{who.FamilyName} Conseil", LegalForm = "sasu", Naf = "62.02A", CommuneCode = "45234", CommuneName = "Orléans" },
        Guarantees = new GuaranteesStep { Insurer = "Mutuelle du Centre", PolicyNumber = "RC-1", InsuredUntil = Iso(today.AddYears(1)), NoVigilance = true },
        Independence = new IndependenceStep
        {
            AdvicePercent = "70", TrainingPercent = "30", NoTies = who.Vendors.Count == 0,
            Ties = [.. who.Vendors.Select(vendor => new CommercialTie { Vendor = vendor, Remuneration = "commission de 5 %" })],
        },
        Competences = new CompetencesStep
        {
            Axes = [new AxisCompetence { Axis = "cybersecurite", Level = "avance", LastPractised = today.Year.ToString(CultureInfo.InvariantCulture), Evidence = "Audit d’un garage" }],
            Modes = ["sur-place"],
        },
        Territories = new TerritoriesStep { Departments = ["45"] },
        References = new ReferencesStep { Missions = [Mission(today.AddMonths(-2)), Mission(today.AddMonths(-11)), Mission(today.AddMonths(-20))] },
        Recognitions = new RecognitionsStep { None = true },
        Statements = new StatementsStep { Truthful = true, PrivacyRead = true, NoConflict = true, Published = ["commune"] },
    };

    private static Mission Mission(DateOnly ended) => new() { ClientSiret = "44306184100047", Axis = "cybersecurite", EndedOn = Iso(ended), Result = "Sauvegardes en place", ClientConsents = true };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

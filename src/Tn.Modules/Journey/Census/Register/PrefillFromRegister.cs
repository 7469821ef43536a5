using Microsoft.EntityFrameworkCore;
using Tn.Journey.Census.Save;
using Tn.Journey.Path;
using Tn.Platform.Data;

namespace Tn.Journey.Census.Register;

/// <summary>
/// Asks the register about the SIRET of one's file and fills in what was left empty; what was typed stays, and everything can be changed.
/// Answers that are as the register has them are marked as its own, with the day.
/// </summary>
internal sealed class PrefillFromRegister(TnDbContext db, CompanyRegister register, SaveCensusStep save)
{
    public async Task<Outcome> PrefillAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ApplyAsConsultant).IsRefused(out var refusal))
        {
            return refusal;
        }

        var dossier = await db.Set<ConsultantDossier>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == act.Person, cancellationToken);
        if (dossier is null || Siret.Parse(dossier.Siret).IsRefused(out _, out var siret))
        {
            return new Refusal("register.siret-first");
        }

        // Asked before anything is written: a slow register holds no transaction.
        if ((await register.FindAsync(siret, cancellationToken)).IsRefused(out refusal, out var entry))
        {
            return refusal;
        }

        var reading = await ReadingAsync(dossier.Id, cancellationToken);
        reading.Keep(entry, register.Name, act.At);
        var row = await db.Set<CensusAnswers>().AsNoTracking().SingleAsync(one => one.Dossier == dossier.Id && one.Step == CensusStep.Enterprise, cancellationToken);
        var step = Fill((EnterpriseStep)row.Read(), reading);
        if ((await save.SaveAsync(CensusStep.Enterprise, step, act, cancellationToken)).IsRefused(out refusal))
        {
            return refusal;
        }

        var kept = await db.Set<CensusAnswers>().SingleAsync(one => one.Dossier == dossier.Id && one.Step == CensusStep.Enterprise, cancellationToken);
        kept.Mark(reading.Values().Where(one => IsAs(step, one.Field, one.Value)).Select(one => one.Field), new ValueMark(ValueOrigin.Register, act.At, register.Name));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<RegisterReading> ReadingAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        var reading = await db.Set<RegisterReading>().SingleOrDefaultAsync(one => one.Dossier == dossier, cancellationToken);
        if (reading is null)
        {
            reading = RegisterReading.Of(dossier);
            db.Add(reading);
        }

        return reading;
    }

    private static EnterpriseStep Fill(EnterpriseStep step, RegisterReading reading)
    {
        foreach (var (field, value) in reading.Values())
        {
            var property = typeof(EnterpriseStep).GetProperty(field)!;
            if (Text.Missing((string?)property.GetValue(step)) && !step.NotApplicable.Contains(field))
            {
                property.SetValue(step, value);
            }
        }

        return step;
    }

    private static bool IsAs(EnterpriseStep step, string field, string value) =>
        string.Equals(((string?)typeof(EnterpriseStep).GetProperty(field)!.GetValue(step))?.Trim(), value, StringComparison.OrdinalIgnoreCase);
}

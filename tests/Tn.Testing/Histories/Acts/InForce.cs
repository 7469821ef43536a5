using Microsoft.EntityFrameworkCore;
using Tn.Certification.Certificates;
using Tn.Certification.Surveillance;
using Tn.Contracts;
using Tn.Journey.Admissibility;
using Tn.Journey.Census.Reopen;
using Tn.Kernel;
using Tn.Platform.Data;

namespace Tn.Testing.Histories.Acts;

/// <summary>What happens to a certified consultant: sanctions, declarations, controls, renewals.</summary>
internal static class InForce
{
    public static async Task LiveAsync(Visit visit)
    {
        await DeclareAsync(visit);
        await ControlAsync(visit);
        await SanctionWhenDueAsync(visit);
    }

    public static async Task RenewAsync(Visit visit)
    {
        await LiveAsync(visit);
        if (visit.Chance(visit.Who.Character.Renews) && !visit.Who.IsGone)
        {
            await visit.DoAsync<RequestRenewal>("ask for a renewal in time", act => act.RequestAsync(visit.Herself(), default));
        }
    }

    public static async Task RenewLateAsync(Visit visit)
    {
        if (visit.Chance(visit.Who.Character.RenewsLate) && !visit.Who.IsGone)
        {
            if (visit.Chance(80))
            {
                await visit.MovesAsync<RequestRenewal>("ask for a renewal late", act => act.RequestAsync(visit.Herself(), default));
            }
            else
            {
                await visit.MovesAsync<ReopenCensus>("reopen the census", act => act.ReopenAsync(visit.Herself(), default));
            }
        }
    }

    public static async Task SignAnewAsync(Visit visit)
    {
        await SanctionWhenDueAsync(visit);
        // Many wait for the reminders.
        if (visit.Chance(40))
        {
            await FirstSteps.SignAsync(visit);
        }
    }

    public static Task OverdueAsync(Visit visit) => visit.Random.Next(10) switch
    {
        < 4 => visit.DoAsync<InstructDossier>("extend the resignature", act => act.ExtendResignatureAsync(visit.Dossier.Number, "Absence justifiée.", visit.Partner(), default)),
        4 => SanctionAsync(visit, FactKind.Suspended),
        5 => SanctionAsync(visit, FactKind.Withdrawn),
        _ => FirstSteps.SignAsync(visit),
    };

    public static async Task SuspendedAsync(Visit visit)
    {
        if (visit.Chance(visit.Who.Character.Contests) && await Appealing.LodgeAsync(visit))
        {
            return;
        }

        switch (visit.Random.Next(12))
        {
            case 0:
                await SanctionAsync(visit, FactKind.Withdrawn);
                break;
            case 1:
                await SanctionAsync(visit, FactKind.Reinstated);
                break;
            default:
                break;
        }
    }

    public static async Task WithdrawnAsync(Visit visit)
    {
        if (visit.Chance(8))
        {
            await SanctionAsync(visit, FactKind.Reinstated);
        }
        else
        {
            await FirstSteps.TakeUpAgainAsync(visit);
        }
    }

    private static async Task SanctionWhenDueAsync(Visit visit)
    {
        if (visit.Random.Next(1000) < visit.Who.Character.Faults)
        {
            await SanctionAsync(visit, visit.Random.Next(10) switch { < 3 => FactKind.Warned, < 8 => FactKind.Suspended, _ => FactKind.Withdrawn });
        }
    }

    private static Task<Outcome> SanctionAsync(Visit visit, FactKind kind)
    {
        // Now and then longer than the rule allows: refused.
        var until = kind == FactKind.Suspended ? visit.Today.AddDays(visit.Random.Next(10, 195)) : (DateOnly?)null;
        return visit.DoAsync<DecideSanction>($"{kind} a certificate", act => act.DecideAsync(visit.Person, new Sanction(kind, "Article 14", "Manquement constaté.", until), visit.Partner(), default));
    }

    private static async Task DeclareAsync(Visit visit)
    {
        var waiting = await visit.Site.AskAsync<TnDbContext, YearlyDeclaration?>(db => db.Set<YearlyDeclaration>().AsNoTracking().Where(row => row.Holder == visit.Person && (row.State == DeclarationState.Due || row.State == DeclarationState.Missing)).FirstOrDefaultAsync());
        if (waiting is not null && visit.IsWilling())
        {
            var year = new DeclaredYear("Deux formations", 4, "Aucun", visit.Today.AddYears(1));
            await visit.DoAsync<DeclareYear>("declare a year", act => act.DeclareAsync(waiting.Id, year, visit.Herself(), default));
        }
    }

    private static async Task ControlAsync(Visit visit)
    {
        var control = await visit.Site.AskAsync<TnDbContext, Control?>(db => db.Set<Control>().AsNoTracking()
            .Where(row => row.Holder == visit.Person && (row.State == ControlState.Open || row.State == ControlState.ToReview || row.State == ControlState.Prescribed)).FirstOrDefaultAsync());
        if (control is { State: ControlState.Prescribed } && visit.Who.Committee.Next(2) == 0)
        {
            await visit.DoAsync<DeclareYear>("answer prescriptions", act => act.AnswerAsync(control.Id, "C’est fait.", visit.Herself(), default));
        }
        else if (control is { State: ControlState.Open or ControlState.ToReview })
        {
            var conclusion = visit.Who.Committee.Next(10) switch { < 6 => ControlTrigger.Clear, < 9 => ControlTrigger.Prescribe, _ => ControlTrigger.ProposeSanction };
            var member = visit.As(Roster.Partners[visit.Who.Committee.Next(Roster.Partners.Count)].Person);
            await visit.DoAsync<ConcludeControl>("conclude a control", act => act.ConcludeAsync(control.Id, conclusion, "Constats du comité.", member, default));
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Surveillance;

/// <summary>What the surveillance pages read; nothing is tracked. A drawn day is shown to nobody.</summary>
internal sealed class SurveillanceQueries(TnDbContext db, ICompletions completions, IConsultantPath path)
{
    public const int PageSize = 20;

    /// <summary>The holder's declarations, newest first.</summary>
    public async Task<IReadOnlyList<YearlyDeclaration>> DeclarationsOfAsync(PersonId holder, CancellationToken cancellationToken) =>
        await db.Set<YearlyDeclaration>().AsNoTracking().Where(row => row.Holder == holder).OrderByDescending(row => row.Id).Take(20).ToListAsync(cancellationToken);

    /// <summary>The holder's controls that were opened, newest first.</summary>
    public async Task<IReadOnlyList<Control>> ControlsOfAsync(PersonId holder, CancellationToken cancellationToken) =>
        await db.Set<Control>().AsNoTracking().Where(row => row.Holder == holder && row.State != ControlState.Drawn && row.State != ControlState.Dropped).OrderByDescending(row => row.Id).Take(20).ToListAsync(cancellationToken);

    /// <summary>What the programme knows of the year: trainings completed since, ties as declared.</summary>
    public async Task<(string Trainings, string Ties)> PrefillAsync(YearlyDeclaration declaration, CancellationToken cancellationToken)
    {
        var since = declaration.Steps[0].At.AddYears(-1);
        var taken = (await completions.OfAsync(declaration.Holder, cancellationToken)).Where(course => course.At >= since);
        var file = await path.FindAsync(declaration.Holder, cancellationToken);
        return (
            string.Join('\n', taken.Select(course => $"{course.Title}, {French.ShortDate(French.Day(course.At))}")),
            file is { Ties.Count: > 0 } ? string.Join(", ", file.Ties) : "Aucun");
    }

    /// <summary>Declarations that were not made on time, newest first. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<YearlyDeclaration>>> MissingAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<YearlyDeclaration>().AsNoTracking().Where(row => row.State == DeclarationState.Missing).OrderByDescending(row => row.Id).Take(100).ToListAsync(cancellationToken);
    }

    /// <summary>A page of the controls opened: those that wait for the committee first, by their last day. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<(List<Control> Controls, int Total)>> PageAsync(int page, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        var all = db.Set<Control>().AsNoTracking().Where(row => row.State != ControlState.Drawn && row.State != ControlState.Dropped);
        var total = await all.CountAsync(cancellationToken);
        var controls = await all
            .OrderBy(row => row.State == ControlState.Open || row.State == ControlState.ToReview ? 0 : 1).ThenBy(row => row.DueOn).ThenBy(row => row.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancellationToken);
        return (controls, total);
    }

    /// <summary>One that was opened, or null. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<Control?>> FindAsync(ControlId id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.DecideSanctions).IsRefused(out var denied))
        {
            return denied;
        }

        return await db.Set<Control>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.State != ControlState.Drawn, cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;
using Tn.Platform.Startup;

namespace Tn.Committees.Rules;

/// <summary>Gives every rule its first value, in every environment; what a committee decided since is left alone.</summary>
internal sealed class FoundingRulesPreparation(TnDbContext db, ProgrammeRules rules) : IPreparation
{
    public int Order => 10;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var known = await db.Set<Rule>().Select(rule => rule.Key).Distinct().ToListAsync(cancellationToken);
        var missing = FoundingRules.All().Where(rule => !known.Contains(rule.Key)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        db.AddRange(missing);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node started at the same moment and was first: the unique index kept one of each.
            db.ChangeTracker.Clear();
        }

        rules.Evict();
    }
}

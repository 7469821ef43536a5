using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Tn.Certification.Exam.Incidents;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Bank;

/// <summary>Gathers what forms are drawn from: the published bank less what incidents set aside, the exclusions, and what was shown too often.</summary>
internal sealed class FormSource(TnDbContext db, IQuestionBanks banks, IMemoryCache cache)
{
    private const string CacheKey = "certification:overexposed";

    /// <summary>What the next form is drawn from, shown to who may read the bank. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<FormMaterial>> ShowAsync(IReadOnlyDictionary<string, RuleInForce> rules, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ReadItemBank).IsRefused(out var denied))
        {
            return denied;
        }

        return await ReadAsync(rules, cancellationToken);
    }

    /// <summary>The same for a form to be drawn: no person reads it.</summary>
    public async Task<FormMaterial> ReadAsync(IReadOnlyDictionary<string, RuleInForce> rules, CancellationToken cancellationToken)
    {
        var bank = await banks.ItemsAsync(cancellationToken);
        var aside = await db.Set<Neutralisation>().AsNoTracking().Where(row => row.Sitting == null && row.LiftedAt == null).Select(row => row.VersionId).ToListAsync(cancellationToken);
        var exclusions = await KeptApartAsync(cancellationToken);
        return new FormMaterial(
            aside.Count == 0 ? bank : [.. bank.Where(item => !aside.Contains(item.VersionId))],
            Blueprint.From(rules),
            [.. exclusions.Select(exclusion => exclusion.Items)],
            await OverexposedAsync(rules, cancellationToken));
    }

    /// <summary>The items kept apart, in the order decided. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<List<ItemExclusion>>> ExclusionsAsync(ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ReadItemBank).IsRefused(out var denied))
        {
            return denied;
        }

        return await KeptApartAsync(cancellationToken);
    }

    private async Task<List<ItemExclusion>> KeptApartAsync(CancellationToken cancellationToken) =>
        await db.Set<ItemExclusion>().AsNoTracking().OrderBy(row => row.DecidedAt).ToListAsync(cancellationToken);

    // An item shown to a candidate more or less does not matter: counted once a minute, not at each of many starts.
    private async Task<IReadOnlySet<string>> OverexposedAsync(IReadOnlyDictionary<string, RuleInForce> rules, CancellationToken cancellationToken) =>
        (await cache.GetOrCreateAsync(CacheKey, async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            return await CountAsync(rules[RuleKeys.ExamExposureSittings].Number, rules[RuleKeys.ExamExposurePercent].Number, cancellationToken);
        }))!;

    /// <summary>Items drawn in more than <paramref name="percent"/> of <paramref name="sittings"/> sittings, counted over the last ones: fewer sittings than that expose nobody.</summary>
    internal async Task<IReadOnlySet<string>> CountAsync(int sittings, int percent, CancellationToken cancellationToken)
    {
        var limit = sittings * percent / 100;
        var last = db.Set<Sitting>().OrderByDescending(row => row.StartedAt).ThenBy(row => row.Id).Take(sittings).Select(row => row.Id);
        return (await db.Set<SittingItem>().Where(row => last.Contains(row.Sitting))
            .GroupBy(row => row.ItemId)
            .Where(group => group.Count() > limit)
            .Select(group => group.Key)
            .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
    }
}

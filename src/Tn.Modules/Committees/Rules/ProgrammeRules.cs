using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Tn.Platform.Data;

namespace Tn.Committees.Rules;

/// <summary>
/// The rules, read once and kept in memory. A change evicts them on the node that makes it; other nodes follow within a minute,
/// which is soon enough for decisions that take effect on a later day.
/// </summary>
internal sealed class ProgrammeRules(IServiceScopeFactory scopes, IMemoryCache cache) : IProgrammeRules
{
    private const string CacheKey = "committees:rules";

    public async Task<RuleInForce> FindAsync(string key, DateOnly on, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(cancellationToken);
        return InForce(rules[key], on) ?? throw new KeyNotFoundException($"No rule '{key}'.");
    }

    public async Task<IReadOnlyDictionary<string, RuleInForce>> AllAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(cancellationToken);
        return rules.ToDictionary(group => group.Key, group => InForce(group, on)!, StringComparer.Ordinal);
    }

    /// <summary>Forgets what is in memory, after a change.</summary>
    public void Evict() => cache.Remove(CacheKey);

    private async Task<ILookup<string, RuleInForce>> RulesAsync(CancellationToken cancellationToken) =>
        (await cache.GetOrCreateAsync(CacheKey, async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            return await ReadAsync(cancellationToken);
        }))!;

    private async Task<ILookup<string, RuleInForce>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var rows = await db.Set<Rule>().AsNoTracking().OrderBy(rule => rule.InForceFrom).ThenBy(rule => rule.Sequence).ToListAsync(cancellationToken);
        return rows.ToLookup(rule => rule.Key, rule => new RuleInForce(rule.Key, rule.Value, rule.InForceFrom, rule.Decision, rule.Article));
    }

    // Before the first decision took effect its value already holds: an older file must not meet a hole.
    private static RuleInForce? InForce(IEnumerable<RuleInForce> history, DateOnly on) =>
        history.LastOrDefault(rule => rule.InForceFrom <= on) ?? history.FirstOrDefault();
}

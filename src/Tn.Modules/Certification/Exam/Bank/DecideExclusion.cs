using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Bank;

/// <summary>The pedagogical committee keeps items apart, or lets them meet again. Forms already drawn are left as they are.</summary>
internal sealed class DecideExclusion(TnDbContext db, IQuestionBanks banks)
{
    private const int AtMost = 200;

    /// <param name="items">Ids of items of the bank, in any separation: two at least.</param>
    public async Task<Outcome> KeepApartAsync(string? items, string? reason, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ReadItemBank).IsRefused(out var denied))
        {
            return denied;
        }

        var ids = (items ?? string.Empty).Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        var known = (await banks.ItemsAsync(cancellationToken)).Select(item => item.ItemId).ToHashSet(StringComparer.Ordinal);
        if (ids.Count < 2 || ids.Exists(id => !known.Contains(id)))
        {
            return new Refusal("exam.exclusion-items").With("unknown", ids.Find(id => !known.Contains(id)) is { } unknown ? Cut(unknown) : "aucun");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ItemExclusion.ReasonLimit)
        {
            return new Refusal("exam.exclusion-reason");
        }

        if (await db.Set<ItemExclusion>().CountAsync(cancellationToken) >= AtMost)
        {
            return new Refusal("exam.exclusion-too-many");
        }

        db.Add(new ItemExclusion { Id = Guid.CreateVersion7(act.At), Items = ids, Reason = reason.Trim(), DecidedBy = act.ActorName, DecidedAt = act.At });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Lets the items meet again; nothing happens the second time.</summary>
    public async Task<Outcome> LiftAsync(Guid id, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ReadItemBank).IsRefused(out var denied))
        {
            return denied;
        }

        if (await db.Set<ItemExclusion>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } exclusion)
        {
            db.Remove(exclusion);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Outcome.Done;
    }

    private static string Cut(string text) => text.Length > 60 ? text[..60] + "…" : text;
}

using Microsoft.EntityFrameworkCore;
using Tn.Platform.Data;

namespace Tn.Certification.Exam.Bank;

/// <summary>An item of the bank with its figures.</summary>
internal sealed record AnalysedItem(BankItem Item, ItemAnalysis Analysis);

/// <summary>The bank with what sittings say of its items, for who may read keys.</summary>
internal sealed class BankQueries(TnDbContext db, IQuestionBanks banks)
{
    public const int PageSize = 20;

    /// <summary>A page of the bank, an axis at a time or all; two queries on the page's items, whatever the number of sittings. Refused with <c>access.…</c>.</summary>
    public async Task<Outcome<(List<AnalysedItem> Items, int Total)>> PageAsync(string? axis, int page, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ReadItemBank).IsRefused(out var denied))
        {
            return denied;
        }

        var bank = (await banks.ItemsAsync(cancellationToken)).Where(item => axis is null || item.Axis == axis).ToList();
        var shown = bank.OrderBy(item => item.Axis, StringComparer.Ordinal).ThenBy(item => item.ItemId, StringComparer.Ordinal).Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var versions = shown.Select(item => item.VersionId).ToList();
        var sums = await SumsAsync(versions, cancellationToken);
        var answers = await AnswersAsync(versions, cancellationToken);
        return (shown.ConvertAll(item => new AnalysedItem(item, ItemAnalysis.Of(item, sums.GetValueOrDefault(item.VersionId), answers.GetValueOrDefault(item.VersionId, new Dictionary<string, int>())))), bank.Count);
    }

    private async Task<Dictionary<string, ItemSums>> SumsAsync(List<string> versions, CancellationToken cancellationToken)
    {
        var rows =
            from item in db.Set<SittingItem>()
            join sitting in db.Set<Sitting>() on item.Sitting equals sitting.Id
            where versions.Contains(item.VersionId) && item.Points != null
                && (sitting.Status == SittingStatus.Graded || sitting.Status == SittingStatus.Published)
            select new { item.VersionId, item.Answer, X = (double)item.Points!.Value, Y = (double)(sitting.RawPoints!.Value - item.Points!.Value) };
        return await rows.GroupBy(row => row.VersionId)
            .Select(group => new
            {
                group.Key,
                Sittings = group.Count(),
                Unknown = group.Count(row => row.Answer == "?"),
                X = group.Sum(row => row.X),
                Y = group.Sum(row => row.Y),
                Xx = group.Sum(row => row.X * row.X),
                Yy = group.Sum(row => row.Y * row.Y),
                Xy = group.Sum(row => row.X * row.Y),
            })
            .ToDictionaryAsync(row => row.Key, row => new ItemSums(row.Sittings, row.Unknown, row.X, row.Y, row.Xx, row.Yy, row.Xy), StringComparer.Ordinal, cancellationToken);
    }

    private async Task<Dictionary<string, Dictionary<string, int>>> AnswersAsync(List<string> versions, CancellationToken cancellationToken)
    {
        var rows = await (
            from item in db.Set<SittingItem>()
            join sitting in db.Set<Sitting>() on item.Sitting equals sitting.Id
            where versions.Contains(item.VersionId) && item.Answer != null && !EF.Functions.Like(item.Answer, "=%")
                && (sitting.Status == SittingStatus.Graded || sitting.Status == SittingStatus.Published)
            group item by new { item.VersionId, item.Answer } into made
            select new { made.Key.VersionId, made.Key.Answer, Count = made.Count() }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.VersionId).ToDictionary(version => version.Key, version => version.ToDictionary(row => row.Answer!, row => row.Count, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}

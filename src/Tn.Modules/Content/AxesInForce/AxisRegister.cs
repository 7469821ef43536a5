using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tn.Content.Documents;
using Tn.Content.Types;
using Tn.Platform.Data;

namespace Tn.Content.AxesInForce;

/// <summary>The axes as the committee published them: in force, and ever known.</summary>
internal sealed record PublishedAxes(IReadOnlyList<Axis> InForce, IReadOnlyList<Axis> Known);

/// <summary>Reads the published axes and makes them those of this process.</summary>
internal sealed class AxisRegister(IServiceScopeFactory scopes)
{
    /// <summary>Renews the axes of this process; keeps the founding ones while the committee has published none.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var published = await ReadAsync(scope.ServiceProvider.GetRequiredService<TnDbContext>(), cancellationToken);
        if (published.InForce.Count > 0)
        {
            Axes.Publish(published.InForce, published.Known);
        }
    }

    /// <summary>The axes of the database, in the committee's order.</summary>
    public static async Task<PublishedAxes> ReadAsync(TnDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ContentVersion>().AsNoTracking()
            .Where(row => row.ContentType == ContentTypes.Axis && row.PublishedUtc != null)
            .OrderByDescending(row => row.PublishedUtc)
            .ToListAsync(cancellationToken);
        return new PublishedAxes(
            [.. rows.Where(row => row.Published).OrderBy(RankOf).ThenBy(row => row.DisplayText, StringComparer.Ordinal).Select(Read)],
            [.. rows.DistinctBy(row => row.Slug).Select(Read)]);
    }

    private static Axis Read(ContentVersion version) => new(version.Slug, version.DisplayText, ValueOf(version, AxisType.Examined) != "non");

    private static int RankOf(ContentVersion version) => FieldText.Whole(ValueOf(version, AxisType.Rank));

    private static string ValueOf(ContentVersion version, string name) => version.Parts.FieldsPart?.Values.GetValueOrDefault(name) ?? string.Empty;
}

using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Offered;
using Tn.Content.Review;
using Tn.Platform.Data;

namespace Tn.Content.Packages.Uninstall;

/// <summary>Takes a package off the site by archiving: versions, editions and votes stay for those whose records point at them.</summary>
internal sealed class UninstallPackage(TnDbContext db, PublicationGate gate, ContentCache cache)
{
    /// <returns>How many documents left the site.</returns>
    public async Task<Outcome<int>> UninstallAsync(string packageId, ActContext act, CancellationToken cancellationToken)
    {
        if (act.Require(Permission.ManageContent).IsRefused(out var denied))
        {
            return denied;
        }

        var outcome = await db.InTransactionAsync(() => ArchiveAllAsync(packageId, act, cancellationToken), cancellationToken);
        cache.Renew();
        return outcome;
    }

    private async Task<Outcome<int>> ArchiveAllAsync(string packageId, ActContext act, CancellationToken cancellationToken)
    {
        var package = await db.Set<InstalledPackage>().SingleOrDefaultAsync(row => row.PackageId == packageId, cancellationToken);
        if (package is null || package.State == PackageState.Uninstalled)
        {
            return new Refusal("packages.not-installed").With("package", packageId);
        }

        var documents = db.Set<InstalledDocument>().Where(row => row.PackageId == packageId);
        var published = await db.Set<ContentVersion>()
            .Where(row => row.PublishedKey != null && documents.Any(document => document.ItemId == row.ItemId))
            .ToListAsync(cancellationToken);
        // Courses first: their editions retire, and their lessons are in use no more.
        foreach (var version in published.OrderBy(version => version.ContentType == ContentTypes.Course ? 0 : 1))
        {
            await gate.ArchiveAsync(version, act, cancellationToken);
        }

        await WithdrawAsync(documents, act, cancellationToken);
        package.Uninstall(act);
        await db.SaveChangesAsync(cancellationToken);
        return published.Count;
    }

    /// <summary>What waits for the committee and is all the package's.</summary>
    private async Task WithdrawAsync(IQueryable<InstalledDocument> documents, ActContext act, CancellationToken cancellationToken)
    {
        var open = await db.Set<ReviewSubmission>().AsSplitQuery()
            .Where(row => row.State == ReviewState.Submitted || row.State == ReviewState.InReview || row.State == ReviewState.ChangesRequested || row.State == ReviewState.Approved)
            .Where(row => row.Documents.All(document => documents.Any(known => known.ItemId == document.ItemId)))
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        foreach (var submission in open)
        {
            submission.Withdraw("Le paquet est désinstallé", act);
        }
    }
}

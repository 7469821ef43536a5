using Microsoft.EntityFrameworkCore;
using Tn.Content.Offered;
using Tn.Content.Packages;
using Tn.Content.Packages.Install;
using Tn.Content.Review;
using Tn.Platform.CommandLine;
using Tn.Platform.Data;

namespace Tn.Content.Seeding;

/// <summary>
/// Trial courses in number: the n-th is always the same. Each is a package read by the reader, installed by the installer and
/// published by the gate, after the votes of trial members whom no account stands behind.
/// </summary>
internal sealed class CourseSeeder(TnDbContext db, PackageReader reader, InstallPackage install, PublicationGate gate, ContentCache cache, TimeProvider clock) : ISeeder
{
    private static readonly PersonId[] Members =
    [
        new(new Guid("7c0e5a11-0000-4000-8000-000000000001")),
        new(new Guid("7c0e5a11-0000-4000-8000-000000000002")),
        new(new Guid("7c0e5a11-0000-4000-8000-000000000003")),
    ];

    public async Task SeedAsync(int count, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var first = await db.Set<Documents.ContentVersion>()
            .CountAsync(row => row.ContentType == ContentTypes.Course && row.LatestKey != null && row.Slug.StartsWith(TrialCourse.Prefix), cancellationToken);
        for (var done = 0; done < count; done++)
        {
            await AddAsync(first + done + 1, cancellationToken);
            db.ChangeTracker.Clear();
            progress.Report(done + 1);
        }

        cache.Renew();
    }

    private async Task AddAsync(int number, CancellationToken cancellationToken)
    {
        var package = await reader.ReadAsync(TrialCourse.Files(number), cancellationToken);
        var act = ActContext.System(clock.GetUtcNow(), "seed");
        var installed = await install.InstallAsync(package, author: null, act, cancellationToken);
        if (installed.IsRefused(out var refusal))
        {
            throw new InvalidOperationException($"The trial course {number} was refused: {refusal.Code} {string.Join(" ", package.Findings)}");
        }

        var course = package.Documents.First(document => document.ContentType == ContentTypes.Course).ItemId;
        await db.InTurnAsync(() => PublishAsync(course, act, cancellationToken), cancellationToken);
    }

    private async Task<Outcome> PublishAsync(string course, ActContext act, CancellationToken cancellationToken)
    {
        var submission = await db.Set<ReviewSubmission>().AsSplitQuery()
            .SingleAsync(row => row.State == ReviewState.Submitted && row.Documents.Any(document => document.ItemId == course), cancellationToken);
        foreach (var member in Members)
        {
            submission.Vote(member, "Membre d’essai", VoteChoice.Approve, "Cours d’essai", submission.ContentHash, Members, new ReviewQuorum(Members.Length, 0), act);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await gate.PublishAsync(submission, act, cancellationToken);
    }
}

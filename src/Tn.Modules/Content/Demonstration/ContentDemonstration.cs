using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Packages;
using Tn.Content.Packages.Install;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Content.Review.Vote;
using Tn.Platform.Data;
using Tn.Platform.Demonstration;

namespace Tn.Content.Demonstration;

/// <summary>
/// Installs the packages shipped with the program, lets the committee read and vote until all is public, then leaves one
/// corrected lesson in review, so that the desk is not empty.
/// </summary>
internal sealed partial class ContentDemonstration(IServiceScopeFactory scopes, IPeople people, PackageReader reader, TimeProvider clock, ILogger<ContentDemonstration> log) : IDemonstration
{
    private const string AuthorEmail = "auteur@demo.test";
    private const string Addition = "\n## Pour aller plus loin\n\nRefaites ce relevé tous les trois mois, à date fixe, et gardez les captures dans le dossier de l’entreprise : c’est la comparaison qui convainc.\n";

    private static readonly (string Email, string Reason)[] Votes =
    [
        ("pedago1@demo.test", "Relu en entier : exact, clair, utile à un conseiller."),
        ("pedago2@demo.test", "Les sources sont là et les cas parlent aux petites entreprises."),
        ("pedago3@demo.test", "Bon niveau, rien à redire sur la neutralité."),
    ];

    public int Order => 20;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var author = await people.FindByEmailAsync(AuthorEmail, cancellationToken);
        var root = Path.Combine(AppContext.BaseDirectory, "content");
        if (author is null || !Directory.Exists(root))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            await InstallAsync(folder, author, cancellationToken);
        }

        await VoteOnAllAsync(cancellationToken);
        await LeaveOneInReviewAsync(author, cancellationToken);
    }

    private async Task InstallAsync(string folder, PersonCard author, CancellationToken cancellationToken)
    {
        var package = await reader.ReadAsync(folder, cancellationToken);
        if (!package.IsValid)
        {
            var first = package.Findings.First(finding => finding.Severity == Rendering.Severity.Error);
            LogInvalid(log, Path.GetFileName(folder), first.ToString());
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InstallPackage>()
            .InstallAsync(package, author, ActContext.System(clock.GetUtcNow(), "demonstration"), cancellationToken);
    }

    private async Task VoteOnAllAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var open = await scope.ServiceProvider.GetRequiredService<ReviewQueries>().OpenAsync(cancellationToken);
        foreach (var submission in open)
        {
            foreach (var (email, reason) in Votes)
            {
                await VoteAsync(submission, email, reason, cancellationToken);
            }
        }
    }

    private async Task VoteAsync(ReviewSubmission submission, string email, string reason, CancellationToken cancellationToken)
    {
        if (await people.FindByEmailAsync(email, cancellationToken) is not { } member)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var act = new ActContext(member.Id, member.DisplayName, member.Roles, clock.GetUtcNow(), "demonstration");
        var vote = new VoteInput(VoteChoice.Approve, reason, submission.ContentHash);
        var outcome = await scope.ServiceProvider.GetRequiredService<CastVote>().CastAsync(submission.Id, vote, act, cancellationToken);
        if (outcome.IsRefused(out var refusal) && refusal.Code != "content.vote-closed")
        {
            LogRefused(log, submission.Title, refusal.Code);
        }
    }

    private async Task LeaveOneInReviewAsync(PersonCard author, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TnDbContext>();
        var lesson = await db.Set<ContentVersion>().AsNoTracking()
            .Where(row => row.ContentType == ContentTypes.Lesson && row.PublishedKey != null && row.LatestKey != null)
            .OrderBy(row => row.Slug != "lire-une-page-de-resultats").ThenBy(row => row.Slug)
            .FirstOrDefaultAsync(cancellationToken);
        if (lesson is null)
        {
            return;
        }

        var act = new ActContext(author.Id, author.DisplayName, author.Roles, clock.GetUtcNow(), "demonstration");
        var input = new DraftInput(lesson.ItemId, lesson.VersionId, lesson.DisplayText, lesson.Parts.LearningPart?.Summary ?? string.Empty, WithAddition(lesson.Parts.Source));
        await scope.ServiceProvider.GetRequiredService<SaveDraft>().SaveAsync(input, act, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<SubmitForReview>().SubmitAsync(lesson.ItemId, act, cancellationToken);
    }

    /// <summary>Before the footnotes, where an author would write it.</summary>
    private static string WithAddition(string markdown)
    {
        var notes = markdown.IndexOf("\n[^1]:", StringComparison.Ordinal);
        return notes < 0 ? markdown + Addition : markdown[..notes] + Addition + markdown[notes..];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Package {Package} was not installed: {Finding}")]
    private static partial void LogInvalid(ILogger log, string package, string finding);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Demonstration vote on {Title} was refused: {Code}")]
    private static partial void LogRefused(ILogger log, string title, string code);
}

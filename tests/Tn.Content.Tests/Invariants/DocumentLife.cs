using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Archive;
using Tn.Content.Documents.Restore;
using Tn.Content.Documents.Save;
using Tn.Content.Packages.Install;
using Tn.Content.Review;
using Tn.Content.Review.Publish;
using Tn.Content.Review.Schedule;
using Tn.Content.Review.Submit;
using Tn.Content.Review.Vote;
using Tn.Content.Review.Withdraw;

namespace Tn.Content.Tests.Invariants;

/// <summary>Plays steps on a real site through the module's own acts, and knows what must hold after each. Refusals are part of life.</summary>
internal sealed class DocumentLife(ContentSite site)
{
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);
    private DateTimeOffset now = ContentSite.Now;

    public int Publications { get; private set; }

    public async Task PlayAsync(Step step)
    {
        now = now.AddMinutes(1);
        site.Clock.Now = now;
        var items = await site.ReadAsync(db => db.Set<ContentVersion>().Where(row => row.LatestKey != null).OrderBy(row => row.ItemId).Select(row => row.ItemId).ToListAsync());
        var item = items[step.Which % items.Count];
        switch (step.Kind)
        {
            case StepKind.Edit:
                await EditAsync(item, step.Text);
                break;
            case StepKind.Submit:
                await site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(act => act.SubmitAsync(item, As(site.People.Author), default));
                break;
            case StepKind.Approve or StepKind.AskForChanges or StepKind.Reject:
                await VoteAsync(step);
                break;
            case StepKind.Withdraw:
                await OnSubmissionAsync(step.Which, submission => site.AskAsync<WithdrawSubmission, Outcome>(act => act.WithdrawAsync(submission.Id, "Essai", As(site.People.Author), default)));
                break;
            case StepKind.PublishByHand:
                await OnSubmissionAsync(step.Which, submission => site.AskAsync<PublishApproved, Outcome>(act => act.PublishAsync(submission.Id, As(site.People.Committee[0]), default)));
                break;
            case StepKind.PlanPublication:
                await OnSubmissionAsync(step.Which, submission => site.AskAsync<PlanAct, Outcome<PlannedActId>>(act => act.PublicationAsync(submission.Id, Later(step.Text), As(site.People.EditorInChief), default)));
                break;
            case StepKind.PlanArchiving:
                await site.AskAsync<PlanAct, Outcome<PlannedActId>>(act => act.ArchivingAsync(item, Later(step.Text), As(site.People.EditorInChief), default));
                break;
            case StepKind.CancelPlan:
                await CancelAsync(step.Which);
                break;
            case StepKind.Wait:
                now = now.AddMinutes(step.Text);
                await SweepAsync();
                break;
            case StepKind.Archive:
                await site.AskAsync<ArchiveDocument, Outcome>(act => act.ArchiveAsync(item, As(site.People.Administrator), default));
                break;
            case StepKind.Import:
                await ImportAsync(step);
                break;
            case StepKind.Restore:
                await RestoreAsync(item, step.Text);
                break;
        }
    }

    /// <summary>What must hold at any moment, as sentences of what does not.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync()
    {
        var versions = await site.ReadAsync(db => db.Set<ContentVersion>().AsNoTracking().ToListAsync());
        var submissions = await site.ReadAsync(db => db.Set<ReviewSubmission>().AsNoTracking().AsSplitQuery().ToListAsync());
        var editions = await site.ReadAsync(db => db.Set<PublishedEdition>().AsNoTracking().ToListAsync());
        var wrong = new List<string>();
        foreach (var item in versions.GroupBy(version => version.ItemId))
        {
            if (item.Count(version => version.Latest) != 1)
            {
                wrong.Add($"{item.Key} has {item.Count(version => version.Latest)} latest versions");
            }

            if (item.Count(version => version.Published) > 1)
            {
                wrong.Add($"{item.Key} has two published versions");
            }
        }

        wrong.AddRange(versions.Where(version => version.Published && !submissions.Exists(submission => Passed(submission, version))).Select(version => $"{version.VersionId} is public and never passed the gate"));
        wrong.AddRange(Lost(versions).Select(id => $"{id} was lost or changed"));
        wrong.AddRange(editions.Where(edition => edition.CurrentKey is not null).SelectMany(edition => Torn(edition, versions)));
        wrong.AddRange(submissions.Where(submission => !ReviewStep.IsWhole(submission.History)).Select(submission => $"the history of {submission.Id} is broken"));
        Publications = submissions.Sum(submission => submission.History.Count(move => move.Trigger == ReviewTrigger.Publish));
        return wrong;
    }

    private static bool Passed(ReviewSubmission submission, ContentVersion version)
    {
        var moves = submission.History.OrderBy(move => move.Number).Select(move => move.Trigger).ToList();
        return submission.Holds(version.VersionId, ContentHash.Of(version.ContentType, version.Slug, version.Parts))
            && moves.IndexOf(ReviewTrigger.Approve) >= 0
            && moves.IndexOf(ReviewTrigger.Publish) > moves.LastIndexOf(ReviewTrigger.Approve)
            && submission.Votes.Count(vote => vote.Choice == VoteChoice.Approve && vote.Round == submission.Round) >= 3;
    }

    private List<string> Lost(List<ContentVersion> versions)
    {
        var there = versions.ToDictionary(version => version.VersionId, version => $"{version.ContentHash} {version.PartsJson}", StringComparer.Ordinal);
        var lost = seen.Where(pair => there.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Key).ToList();
        foreach (var (id, content) in there)
        {
            seen.TryAdd(id, content);
        }

        return lost;
    }

    private static IEnumerable<string> Torn(PublishedEdition edition, List<ContentVersion> versions) =>
        edition.Snapshot.Lessons.Select(lesson => lesson.VersionId).Append(edition.Snapshot.CourseVersionId)
            .Where(id => versions.Find(version => version.VersionId == id) is not { Published: true })
            .Select(id => $"the current edition {edition.EditionId} shows {id}, which is not public");

    private async Task EditAsync(string item, int text)
    {
        var latest = await site.ReadAsync(db => db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.LatestKey == item));
        await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act =>
            act.SaveAsync(new DraftInput(item, latest.VersionId, $"Titre {text}", $"Résumé {text}.", $"Texte {text}.\n"), As(site.People.Author), default));
    }

    private Task VoteAsync(Step step) => OnSubmissionAsync(step.Which, async submission =>
    {
        var choice = step.Kind switch { StepKind.Approve => VoteChoice.Approve, StepKind.Reject => VoteChoice.Reject, _ => VoteChoice.RequestChanges };
        // Three at once: the quorum, as when a meeting decides.
        foreach (var member in site.People.Committee.Skip(step.Text % 3).Take(3))
        {
            await site.AskAsync<CastVote, Outcome<ReviewState>>(act => act.CastAsync(submission.Id, new VoteInput(choice, "Relu.", submission.ContentHash), As(member), default));
        }
    });

    private async Task OnSubmissionAsync(int which, Func<ReviewSubmission, Task> act)
    {
        var open = await site.OpenSubmissionsAsync();
        if (open.Count > 0)
        {
            await act(open[which % open.Count]);
        }
    }

    private async Task CancelAsync(int which)
    {
        var planned = (await site.AskAsync<ScheduleQueries, Outcome<PlannedPage>>(queries => queries.ListAsync(open: true, 1, 100, As(site.People.EditorInChief), default))).Value;
        if (planned.Rows.Count > 0)
        {
            await site.AskAsync<CancelPlannedAct, Outcome>(act => act.CancelAsync(planned.Rows[which % planned.Rows.Count].Id, string.Empty, As(site.People.EditorInChief), default));
        }
    }

    private async Task SweepAsync()
    {
        site.Clock.Now = now;
        await site.AskAsync<ExecuteDueActs, bool>(async sweep =>
        {
            await sweep.RunAsync(default);
            return true;
        });
    }

    private async Task ImportAsync(Step step)
    {
        var package = APackage.Whole().With("cours/01-premiere.md", APackage.Lesson("Première", $"Paquet {step.Text}."));
        package = step.Which % 3 == 0 ? package.With("pages/le-programme.md", $"---\ntitle: Le programme\nsummary: Résumé {step.Text}.\nreviewBy: 2027-11-30\n---\n\n## Quoi\n\nTexte.\n") : package;
        var read = await package.ReadAsync(site.Reader);
        await site.AskAsync<InstallPackage, Outcome<InstallReport>>(act => act.InstallAsync(read, site.People.Author, ActContext.System(now, "test"), default));
    }

    private async Task RestoreAsync(string item, int which)
    {
        var versions = await site.ReadAsync(db => db.Set<ContentVersion>().AsNoTracking().Where(row => row.ItemId == item).OrderBy(row => row.ModifiedUtc).Select(row => row.VersionId).ToListAsync());
        await site.AskAsync<RestoreVersion, Outcome<SavedDraft>>(act => act.RestoreAsync(new RestoreInput(item, versions[which % versions.Count], "Reprise"), As(site.People.Author), default));
    }

    private string Later(int minutes)
    {
        var local = TimeZoneInfo.ConvertTime(now.AddMinutes(minutes + 1), French.Paris);
        return local.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    private ActContext As(PersonCard person) => Cast.As(person) with { At = now };
}

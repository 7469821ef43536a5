using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Create;
using Tn.Content.Documents.Delete;
using Tn.Content.Documents.Discard;
using Tn.Content.Documents.History;
using Tn.Content.Documents.Save;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Content.Types;

namespace Tn.Content.Tests;

/// <summary>What authors do at their desk, in the words of the tests.</summary>
internal static class AuthorsDesk
{
    public static async Task<string> BeginAsync(this ContentSite site, string type, string title, PersonCard who) =>
        (await site.AskAsync<CreateDocument, Outcome<string>>(create => create.CreateAsync(type, title, Cast.As(who), default))).Value;

    public static Task<ContentVersion> LatestOfAsync(this ContentSite site, string itemId) =>
        site.ReadAsync(db => db.Set<ContentVersion>().AsNoTracking().SingleAsync(row => row.LatestKey == itemId));

    public static async Task<Outcome<SavedDraft>> SaveAsync(this ContentSite site, string itemId, PersonCard who, params (string Name, string Text)[] values)
    {
        var latest = await site.LatestOfAsync(itemId);
        var input = new DraftInput(itemId, latest.VersionId, values.ToDictionary(value => value.Name, value => (string?)value.Text));
        return await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(save => save.SaveAsync(input, Cast.As(who), default));
    }

    public static async Task<string> AddLessonAsync(this ContentSite site, string course, string title, PersonCard who)
    {
        var latest = await site.LatestOfAsync(course);
        var input = new DraftInput(course, latest.VersionId, new Dictionary<string, string?>()) { NewLesson = title };
        return (await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(save => save.SaveAsync(input, Cast.As(who), default))).Value.LessonId!;
    }

    /// <summary>Fills a course in and writes its two lessons.</summary>
    public static async Task WriteCourseAsync(this ContentSite site, string course, PersonCard who)
    {
        await site.SaveAsync(
            course,
            who,
            (Fields.Summary.Name, "Répondre sans se justifier."),
            (Fields.Axis.Name, "presence-en-ligne"),
            (Fields.Audience.Name, "conseiller"),
            (Fields.Level.Name, "pratique"),
            (Fields.Minutes.Name, "20"),
            (Fields.Objectives.Name, "Préparer une réponse\nGarder une trace"),
            (Fields.ReviewBy.Name, "2027-11-30"));
        foreach (var title in new[] { "Première leçon", "Seconde leçon" })
        {
            var lesson = await site.AddLessonAsync(course, title, who);
            await site.SaveAsync(lesson, who, (Fields.Minutes.Name, "10"), (Fields.Markdown.Name, $"## Début\n\nLe texte de « {title} »."));
        }
    }

    public static Task<Outcome<SubmissionId>> SubmitAsync(this ContentSite site, string itemId, PersonCard who) =>
        site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(submit => submit.SubmitAsync(itemId, Cast.As(who), default));

    public static Task<Outcome> DiscardAsync(this ContentSite site, string itemId) =>
        site.AskAsync<DiscardDraft, Outcome>(act => act.DiscardAsync(itemId, Cast.As(site.People.Author), default));

    public static Task<Outcome> DeleteAsync(this ContentSite site, string itemId, PersonCard who) =>
        site.AskAsync<DeleteDocument, Outcome>(act => act.DeleteAsync(itemId, Cast.As(who), default));

    public static Task<List<DocumentStep>> HistoryAsync(this ContentSite site, string itemId) =>
        site.AskAsync<DocumentHistory, List<DocumentStep>>(history => history.OfAsync(itemId, 50, default));
}

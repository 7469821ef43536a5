using Tn.Content.Review;
using Tn.Content.Review.Reading;

namespace Tn.Content.Tests.Review;

/// <summary>What changed since a member's last look.</summary>
public sealed class ReadingAgain
{
    [Fact]
    public async Task Each_member_sees_what_changed_since_the_version_she_saw()
    {
        await using var site = await ContentSite.OpenAsync();
        var (first, second) = (site.People.Committee[3], site.People.Committee[4]);
        var submission = await site.CourseAsync();
        await site.ReadAsync(submission, "premiere", first);
        Assert.Null(await site.SinceAsync("premiere", first));

        submission = await ResubmitAsync(site, submission, "## Début\n\nUn texte corrigé avec soin.\n\nUn ajout.\n");
        await site.ReadAsync(submission, "premiere", second);
        submission = await ResubmitAsync(site, submission, "## Début\n\nUn texte corrigé avec soin.\n\nUn ajout de trop.\n");

        var since = await site.SinceAsync("premiere", second);
        var change = Assert.Single(since!.Changes);
        Assert.Equal(("Un ajout.", "Un ajout de trop."), (change.Before!.Words, change.Now!.Words));
        Assert.Contains("<ins>", change.Html, StringComparison.Ordinal);
        Assert.True((await site.SinceAsync("premiere", first))!.Changes.Count > 1);
    }

    [Fact]
    public async Task Opening_the_new_version_does_not_hide_what_changed_in_it()
    {
        await using var site = await ContentSite.OpenAsync();
        var member = site.People.Committee[4];
        var submission = await site.CourseAsync();
        await site.ReadAsync(submission, "premiere", member);
        submission = await ResubmitAsync(site, submission, "## Début\n\nCorrigé.\n");
        await site.ReadAsync(submission, "premiere", member);
        await site.ReadAsync(submission, "premiere", member);

        Assert.NotEmpty((await site.SinceAsync("premiere", member))!.Changes);
    }

    [Fact]
    public async Task A_vote_is_a_reading_of_all_the_documents()
    {
        await using var site = await ContentSite.OpenAsync();
        var submission = await site.CourseAsync();
        submission = await ResubmitAsync(site, submission, "## Début\n\nCorrigé.\n");
        var states = await site.AskAsync<ReadingQueries, IReadOnlyDictionary<string, ReadingState>>(queries => queries.OfAsync(submission, site.People.Committee[0].Id, default));
        Assert.Equal(2, states.Values.Count(state => state == ReadingState.Read));
        Assert.Equal(1, states.Values.Count(state => state == ReadingState.Changed));
    }

    [Fact]
    public async Task A_changed_key_of_a_question_is_a_changed_passage()
    {
        await using var site = await ContentSite.OpenAsync();
        var member = site.People.Committee[4];
        await site.CourseAsync();
        await site.WriteAsync("premiere", Quiz("~Non #A.\n  =Oui #B."));
        await site.SubmitAsync("premiere");
        var submission = Assert.Single(await site.OpenSubmissionsAsync());
        await site.ReadAsync(submission, "premiere", member);
        await ResubmitAsync(site, submission, Quiz("=Non #A.\n  ~Oui #B."));

        Assert.NotNull(Assert.Single((await site.SinceAsync("premiere", member))!.Changes).Now!.Question);
    }

    private static string Quiz(string answers) => $"```gift\n::q-1:: Oui ou non ? {{\n  {answers}\n  ~Peut-être #C.\n}}\n```\n";

    private static async Task<ReviewSubmission> ResubmitAsync(ContentSite site, ReviewSubmission submission, string text)
    {
        foreach (var member in site.People.Committee.Take(3))
        {
            await site.VoteAsync(submission, member, VoteChoice.RequestChanges);
        }

        site.Clock.Now = site.Clock.Now.AddHours(1);
        await site.WriteAsync("premiere", text);
        Assert.Equal(submission.Id, (await site.SubmitAsync("premiere")).Value);
        return await site.AgainAsync(submission);
    }
}

using Tn.Content.Documents;
using Tn.Content.Review;
using Tn.Content.Review.Threads;

namespace Tn.Content.Tests.Review;

/// <summary>Threads on a paragraph.</summary>
public sealed class Discussing
{
    private const string Text = "## Début\n\nUne cliente mécontente attend d’abord d’être comprise.\n\nRépondez le lendemain, pas dans l’heure.\n";

    [Fact]
    public async Task A_member_and_the_author_speak_of_a_paragraph_and_a_member_resolves_it()
    {
        await using var site = await ContentSite.OpenAsync();
        var (submission, thread) = await OpenedAsync(site);
        Assert.True((await site.AnswerAsync(thread, submission, "C’est fait.", site.People.Author)).IsDone);
        Assert.Equal("review.thread-not-yours", (await site.SettleAsync(thread, submission, true, site.People.Author)).Refusal!.Code);
        Assert.True((await site.SettleAsync(thread, submission, true, site.People.Committee[1])).IsDone);
        Assert.Equal("review.thread-resolved", (await site.AnswerAsync(thread, submission, "Encore.", site.People.Author)).Refusal!.Code);
        Assert.True((await site.SettleAsync(thread, submission, false, site.People.Committee[0])).IsDone);

        var read = await site.ThreadAsync(thread);
        Assert.Equal([RemarkKind.Said, RemarkKind.Said, RemarkKind.Resolved, RemarkKind.Reopened], read.Remarks.Select(remark => remark.Kind));
        Assert.False(read.IsResolved);
    }

    [Fact]
    public async Task Those_concerned_are_told_and_nobody_of_their_own_words()
    {
        await using var site = await ContentSite.OpenAsync();
        var (submission, thread) = await OpenedAsync(site);
        await site.AnswerAsync(thread, submission, "C’est fait.", site.People.Author);

        var told = site.Letters.All.Where(one => one.Letter.Subject.Contains("commente", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, told.Count);
        Assert.Contains(told, one => one.To == site.People.Author.Id && one.Letter.Paragraphs[1] == "Pourquoi le lendemain ?");
        Assert.Contains(told, one => one.To == site.People.Committee[0].Id && one.Letter.Paragraphs[1] == "C’est fait.");
    }

    [Fact]
    public async Task Neither_strangers_to_the_text_nor_managers_take_part()
    {
        await using var site = await ContentSite.OpenAsync();
        var (submission, thread) = await OpenedAsync(site);
        Assert.Equal("access.denied", (await site.SayAsync(submission, "premiere", "lendemain", "Moi aussi.", site.People.OtherAuthor)).Refusal!.Code);
        Assert.Equal("access.denied", (await site.AnswerAsync(thread, submission, "Moi aussi.", site.People.Administrator)).Refusal!.Code);
        Assert.Equal("access.denied", (await site.SettleAsync(thread, submission, true, site.People.OtherAuthor)).Refusal!.Code);
    }

    [Fact]
    public async Task A_form_sent_twice_is_kept_once()
    {
        await using var site = await ContentSite.OpenAsync();
        var (submission, thread) = await OpenedAsync(site);
        Assert.Equal(thread, (await site.SayAsync(submission, "premiere", "lendemain", "Pourquoi le lendemain ?", site.People.Committee[0])).Value);
        await site.AnswerAsync(thread, submission, "Oui.", site.People.Author);
        await site.AnswerAsync(thread, submission, "Oui.", site.People.Author);
        Assert.Equal(2, (await site.ThreadAsync(thread)).Remarks.Count);
    }

    [Theory]
    [InlineData(" ", "review.remark-empty")]
    [InlineData(null, "review.remark-too-long")]
    public async Task Nothing_and_too_much_are_refused(string? text, string code)
    {
        await using var site = await ContentSite.OpenAsync();
        var (submission, _) = await OpenedAsync(site);
        var refused = await site.SayAsync(submission, "premiere", "lendemain", text ?? new string('a', 4001), site.People.Committee[0]);
        Assert.Equal(code, refused.Refusal!.Code);
    }

    [Fact]
    public async Task Once_decided_the_discussion_is_closed()
    {
        await using var site = await ContentSite.OpenAsync();
        var (submission, thread) = await OpenedAsync(site);
        await site.ApproveAllAsync();
        Assert.Equal("review.discussion-closed", (await site.AnswerAsync(thread, submission, "Trop tard ?", site.People.Author)).Refusal!.Code);
    }

    [Theory]
    [InlineData("Répondez le lendemain, pas dans l’heure.", false)]
    [InlineData("Répondez le lendemain matin, pas dans l’heure qui suit.", true)]
    public async Task A_thread_follows_its_paragraph_into_the_next_version(string sentence, bool reworded)
    {
        await using var site = await ContentSite.OpenAsync();
        var (submission, thread) = await OpenedAsync(site);
        await ReturnAsync(site, submission);
        await site.WriteAsync("premiere", $"## Avant\n\nUn paragraphe de plus.\n\n{sentence}\n");
        await site.SubmitAsync("premiere");

        var text = await site.DiscussedAsync(await site.AgainAsync(submission), "premiere");
        var passage = Assert.Single(text.Passages, one => one.Threads.Count > 0);
        Assert.Equal(sentence, passage.Passage.Words);
        Assert.Equal((thread, reworded), (passage.Threads[0].Thread.Id, passage.Threads[0].Reworded));
        Assert.Empty(text.Adrift);
    }

    [Fact]
    public async Task A_thread_whose_paragraph_is_gone_stays_with_the_old_words()
    {
        await using var site = await ContentSite.OpenAsync();
        var (submission, thread) = await OpenedAsync(site);
        await ReturnAsync(site, submission);
        await site.WriteAsync("premiere", "## Début\n\nTout autre chose, sans rapport aucun.\n");
        await site.SubmitAsync("premiere");

        var adrift = Assert.Single((await site.DiscussedAsync(await site.AgainAsync(submission), "premiere")).Adrift);
        Assert.Equal((thread, "Répondez le lendemain, pas dans l’heure."), (adrift.Id, adrift.Quote));
    }

    [Fact]
    public async Task The_same_sentence_twice_has_two_anchors_that_do_not_move()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.CourseAsync();
        var before = await site.WriteAsync("premiere", "Pareil.\n\nMilieu.\n\nPareil.\n");
        var after = await site.WriteAsync("premiere", "Neuf.\n\nPareil.\n\nPareil.\n");

        Assert.Equal(2, AnchorsOf(before).Distinct().Count());
        Assert.Equal(AnchorsOf(before), AnchorsOf(after));
        static List<string> AnchorsOf(ContentVersion version) =>
            [.. DiscussedText.Of(version, []).Passages.Where(one => one.Passage.Words == "Pareil.").Select(one => one.Passage.Anchor)];
    }

    private static async Task<(ReviewSubmission Submission, ReviewThreadId Thread)> OpenedAsync(ContentSite site)
    {
        await site.CourseAsync();
        await site.WriteAsync("premiere", Text);
        await site.SubmitAsync("premiere");
        var submission = Assert.Single(await site.OpenSubmissionsAsync());
        var opened = await site.SayAsync(submission, "premiere", "lendemain", "Pourquoi le lendemain ?", site.People.Committee[0]);
        return (submission, opened.Value);
    }

    private static async Task ReturnAsync(ContentSite site, ReviewSubmission submission)
    {
        foreach (var member in site.People.Committee.Take(3))
        {
            await site.VoteAsync(submission, member, VoteChoice.RequestChanges);
        }
    }
}

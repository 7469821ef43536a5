using Microsoft.EntityFrameworkCore;
using System.Resources;
using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Review;
using Tn.Platform.Search;

namespace Tn.Content.Tests.Documents;

public sealed class Editing
{
    [Fact]
    public async Task Two_people_saving_from_one_version_meet_and_nothing_is_lost()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        var latest = await site.LatestAsync("premiere");
        Task<Outcome<SavedDraft>> Save(string text) => site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act =>
            act.SaveAsync(new DraftInput(latest.ItemId, latest.VersionId, "Première", string.Empty, text), Cast.As(site.People.Author), default));

        var outcomes = await Task.WhenAll(Save("Un.\n"), Save("Deux.\n"), Save("Trois.\n"));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.All(outcomes.Where(outcome => !outcome.IsDone), outcome => Assert.Equal("content.conflict", outcome.Refusal!.Code));
        Assert.Equal(2, await site.ReadAsync(db => db.Set<ContentVersion>().CountAsync(row => row.ItemId == latest.ItemId)));
    }

    [Fact]
    public async Task Saving_the_same_text_makes_no_version()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        var latest = await site.LatestAsync("premiere");
        var outcome = await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act => act.SaveAsync(new DraftInput(latest.ItemId, latest.VersionId, latest.DisplayText, string.Empty, latest.Parts.Source), Cast.As(site.People.Author), default));
        Assert.False(outcome.Value.IsNew);
    }

    [Fact]
    public async Task Another_author_may_not_save_and_a_broken_text_is_explained()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        var latest = await site.LatestAsync("premiere");
        Task<Outcome<SavedDraft>> Save(PersonCard who, string text) => site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act =>
            act.SaveAsync(new DraftInput(latest.ItemId, latest.VersionId, "Première", string.Empty, text), Cast.As(who), default));

        Assert.Equal("access.denied", (await Save(site.People.OtherAuthor, "x")).Refusal!.Code);
        Assert.Equal("access.denied", (await Save(site.People.Committee[0], "x")).Refusal!.Code);
        var refused = await Save(site.People.Author, "a\n\n```gift\n::q:: rien\n```\n");
        Assert.Equal(("content.text-refused", "4"), (refused.Refusal!.Code, refused.Refusal.Values["line"]));
    }

    [Fact]
    public async Task The_database_forbids_two_latest_versions()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        var latest = await site.LatestAsync("premiere");
        var content = new DraftContent(latest.ContentType, latest.Slug, latest.Parts, latest.Rendered);
        await Assert.ThrowsAsync<DbUpdateException>(() => site.ReadAsync(async db =>
        {
            db.Add(ContentVersion.Draft(latest.ItemId, content, null, null, "x", ContentSite.Now));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Search_finds_what_the_public_reads_and_no_more()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        Assert.Empty(await AllAsync(site));
        await site.ApproveAllAsync();

        var all = await AllAsync(site);
        Assert.Equal(["course", "lesson", "lesson", "material", "page"], all.Select(document => document.Kind).Order());
        Assert.All(all, document => Assert.DoesNotContain("secrètes", document.Body, StringComparison.OrdinalIgnoreCase));
        Assert.All(all, document => Assert.DoesNotContain("Secret du formateur", document.Body, StringComparison.OrdinalIgnoreCase));
        Assert.All(all, document => Assert.DoesNotContain("Oui ou non", document.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(all, document => document.Url == "/formations/cours/premiere");
        Assert.Contains(all, document => document.Url == "/programme");
    }

    [Fact]
    public void Identities_have_their_shape_and_stay()
    {
        Assert.True(ContentId.IsValid(ContentId.New()));
        Assert.Equal(ContentId.Of("tn.a", "b"), ContentId.Of("tn.a", "b"));
        Assert.NotEqual(ContentId.Of("tn.a", "b"), ContentId.Of("tn.b", "b"));
        Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", ContentId.Of("tn.a", "b"));
        Assert.False(ContentId.IsValid("ilou" + ContentId.New()[4..]));
    }

    [Fact]
    public void Every_state_vote_and_trigger_has_its_french_words()
    {
        var book = new ResourceManager("Tn.Content.Resources.Sentences", typeof(ContentModule).Assembly);
        string Kebab(string name) => string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant();
        Assert.All(Enum.GetNames<ReviewState>(), name => Assert.NotNull(book.GetString($"content.state.{Kebab(name)}")));
        Assert.All(Enum.GetNames<ReviewTrigger>(), name => Assert.NotNull(book.GetString($"content.trigger.{Kebab(name)}")));
        Assert.All(Enum.GetNames<VoteChoice>(), name => Assert.NotNull(book.GetString($"content.vote.{Kebab(name)}")));
        Assert.All(Enum.GetNames<VoteChoice>(), name => Assert.NotNull(book.GetString($"content.voted.{Kebab(name)}")));
    }

    private static Task<List<SearchDocument>> AllAsync(ContentSite site) =>
        site.AskAsync<ISearchSource, List<SearchDocument>>(async source =>
        {
            var all = new List<SearchDocument>();
            await foreach (var document in source.AllAsync(default))
            {
                all.Add(document);
            }

            return all;
        });
}

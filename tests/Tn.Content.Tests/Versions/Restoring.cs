using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Restore;
using Tn.Content.Documents.Save;
using Tn.Content.Documents.Versions;

namespace Tn.Content.Tests.Versions;

public sealed class Restoring
{
    [Fact]
    public async Task An_old_version_comes_back_as_a_new_draft_and_the_public_one_stays()
    {
        await using var site = await ContentSite.OpenAsync();
        var (first, second) = await TwoVersionsAsync(site);

        var restored = await RestoreAsync(site, first, site.People.Author, "La première était plus claire.");

        var latest = await site.LatestAsync("premiere");
        Assert.Equal(restored.Value.VersionId, latest.VersionId);
        Assert.Equal((first.ContentHash, "La première était plus claire.", false), (latest.ContentHash, latest.Comment, latest.Published));
        Assert.Equal([latest.VersionId, second.VersionId, first.VersionId], (await VersionsAsync(site, first.ItemId)).Select(row => row.VersionId));
        Assert.Equal(first.VersionId, (await site.ReadAsync(db => db.Set<ContentVersion>().SingleAsync(row => row.PublishedKey == first.ItemId))).VersionId);
    }

    [Fact]
    public async Task Restoring_what_the_draft_already_says_makes_no_version()
    {
        await using var site = await ContentSite.OpenAsync();
        var (_, second) = await TwoVersionsAsync(site);

        Assert.False((await RestoreAsync(site, second, site.People.Author)).Value.IsNew);
        Assert.Equal(2, (await VersionsAsync(site, second.ItemId)).Count);
    }

    [Fact]
    public async Task Another_author_restores_nothing_and_a_long_comment_is_refused()
    {
        await using var site = await ContentSite.OpenAsync();
        var (first, _) = await TwoVersionsAsync(site);

        Assert.Equal("access.denied", (await RestoreAsync(site, first, site.People.OtherAuthor)).Refusal!.Code);
        Assert.Equal("access.denied", (await RestoreAsync(site, first, site.People.Committee[0])).Refusal!.Code);
        Assert.Equal("content.comment-too-long", (await RestoreAsync(site, first, site.People.Author, new string('x', 301))).Refusal!.Code);
    }

    [Fact]
    public async Task A_restored_text_is_a_local_edit_that_no_package_overwrites()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.OfACourse());
        var first = await site.LatestAsync("premiere");
        await site.InstallAsync(APackage.OfACourse().With("cours/01-premiere.md", APackage.Lesson("Première", "Deuxième édition du paquet.")));
        await RestoreAsync(site, first, site.People.Author);

        var report = await site.InstallAsync(APackage.OfACourse().With("cours/01-premiere.md", APackage.Lesson("Première", "Troisième édition du paquet.")));

        Assert.Single(report.Conflicts);
        Assert.Equal(first.ContentHash, (await site.LatestAsync("premiere")).ContentHash);
    }

    [Fact]
    public async Task Two_versions_are_compared_whole_and_only_within_their_item()
    {
        await using var site = await ContentSite.OpenAsync();
        var (first, second) = await TwoVersionsAsync(site);
        var other = await site.LatestAsync("seconde");

        var comparison = await CompareAsync(site, first.ItemId, first.VersionId, second.VersionId);

        Assert.True(comparison!.Text.Changed);
        Assert.Contains("Autre", comparison.Text.Html);
        Assert.Equal("Title", Assert.Single(comparison.Fields).Field);
        Assert.True(Assert.Single(comparison.Questions).KeyChanged);
        Assert.Null(await CompareAsync(site, first.ItemId, first.VersionId, other.VersionId));
        Assert.Null(await CompareAsync(site, first.ItemId, first.VersionId, "aucune"));
    }

    private static async Task<(ContentVersion First, ContentVersion Second)> TwoVersionsAsync(ContentSite site)
    {
        await site.InstallAsync(APackage.OfACourse());
        await site.ApproveAllAsync();
        var first = await site.LatestAsync("premiere");
        var text = first.Parts.Source.Replace("Le texte d’origine.", "Autre texte d’origine.").Replace("~Non #Faux.\n  =Oui #Juste.", "=Non #Faux.\n  ~Oui #Juste.");
        await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act =>
            act.SaveAsync(new DraftInput(first.ItemId, first.VersionId, "Première leçon", string.Empty, text), Cast.As(site.People.Author) with { At = ContentSite.Now.AddHours(1) }, default));
        return (first, await site.LatestAsync("premiere"));
    }

    private static Task<Outcome<SavedDraft>> RestoreAsync(ContentSite site, ContentVersion version, PersonCard who, string comment = "") =>
        site.AskAsync<RestoreVersion, Outcome<SavedDraft>>(act => act.RestoreAsync(new RestoreInput(version.ItemId, version.VersionId, comment), Cast.As(who) with { At = ContentSite.Now.AddHours(2) }, default));

    private static async Task<IReadOnlyList<VersionRow>> VersionsAsync(ContentSite site, string itemId) =>
        (await site.AskAsync<VersionQueries, VersionPage>(queries => queries.ListAsync(itemId, 1, 30, default))).Rows;

    private static Task<VersionComparison?> CompareAsync(ContentSite site, string itemId, string before, string after) =>
        site.AskAsync<CompareVersions, VersionComparison?>(compare => compare.FindAsync(itemId, before, after, default));
}

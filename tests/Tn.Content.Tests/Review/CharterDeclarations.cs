using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Review;
using Tn.Content.Review.Submit;

namespace Tn.Content.Tests.Review;

/// <summary>A new version of a charter in force says what it changes, and the committee votes on what it says.</summary>
public sealed class CharterDeclarations
{
    [Theory]
    [InlineData(null, "2027-1", "content.charter-change-undeclared")]
    [InlineData("material", "2026-1", "content.charter-number-kept")]
    [InlineData("material", "2027-1", null)]
    [InlineData("editorial", "2027-1", null)]
    public async Task It_is_submitted_with_its_nature_under_a_number_of_its_own(string? change, string number, string? refusal)
    {
        await using var site = await InForceAsync();
        await WriteAsync(site, change, number);
        Assert.Equal(refusal, (await SubmitAsync(site)).Refusal?.Code);
    }

    [Theory]
    [InlineData("number: 2026-1", "content.charter-change-undeclared")]
    [InlineData("number: 2026-1\nchange: material", "content.charter-number-kept")]
    [InlineData("number: 2027-1\nchange: material", null)]
    public async Task A_package_that_changes_it_declares_it_too(string front, string? refusal)
    {
        await using var site = await InForceAsync();
        var upgrade = APackage.Whole().With("charters/consultant.md", $"---\ntitle: Charte\nsummary: Résumé.\nreviewBy: 2027-11-30\naudience: consultant\n{front}\n---\n\n## Article 1\n\nUn autre texte.\n");

        Assert.Equal(refusal, (await site.TryInstallAsync(upgrade)).Refusal?.Code);
        Assert.Equal(refusal is null ? 1 : 0, (await site.OpenSubmissionsAsync()).Count);
    }

    [Fact]
    public async Task What_is_declared_is_part_of_what_is_voted_on()
    {
        await using var site = await InForceAsync();
        await WriteAsync(site, "editorial", "2027-1");
        await SubmitAsync(site);
        var first = Assert.Single(await site.OpenSubmissionsAsync());
        await WriteAsync(site, "material", "2027-1");
        await SubmitAsync(site);
        var second = Assert.Single(await site.OpenSubmissionsAsync());
        Assert.NotEqual(first.ContentHash, second.ContentHash);
        Assert.Equal("content.vote-version-changed", (await site.VoteAsync(second, site.People.Committee[0], hash: first.ContentHash)).Refusal?.Code);
    }

    private static async Task<ContentSite> InForceAsync()
    {
        var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        return site;
    }

    private static async Task WriteAsync(ContentSite site, string? change, string number)
    {
        var latest = await site.LatestAsync("consultant");
        var input = new DraftInput(latest.ItemId, latest.VersionId, new Dictionary<string, string?>
        {
            ["FieldsPart.change"] = change,
            ["FieldsPart.number"] = number,
            [DraftInput.Body] = "## Article 1\n\nTexte nouveau.\n",
        });
        var saved = await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act => act.SaveAsync(input, Cast.As(site.People.EditorInChief), default));
        Assert.True(saved.IsDone, saved.Refusal?.Code);
    }

    private static async Task<Outcome<SubmissionId>> SubmitAsync(ContentSite site)
    {
        var latest = await site.LatestAsync("consultant");
        return await site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(act => act.SubmitAsync(latest.ItemId, Cast.As(site.People.EditorInChief), default));
    }
}

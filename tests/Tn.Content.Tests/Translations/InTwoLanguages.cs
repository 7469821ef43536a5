using Tn.Content.Documents;
using Tn.Content.Documents.Save;
using Tn.Content.Documents.Translations;
using Tn.Content.Review;
using Tn.Content.Review.Submit;
using Tn.Platform.Web;

namespace Tn.Content.Tests.Translations;

public sealed class InTwoLanguages
{
    [Fact]
    public async Task A_translation_is_linked_once_published_and_stale_when_its_source_moves_on()
    {
        await using var site = await PublishedAsync();
        var source = await site.LatestAsync("le-programme");
        var english = (await BeginAsync(site, source.ItemId)).Value;
        Assert.Equal(["fr"], (await LanguagesAsync(site, source.ItemId)).Select(language => language.Culture));

        await PublishAsync(site, english, "The programme", "Text.\n");
        Assert.Equal(["fr", "en"], (await LanguagesAsync(site, source.ItemId)).Select(language => language.Culture));
        Assert.Equal([("en", "/pages/le-programme-en"), ("fr", "/programme")], (await LanguagesAsync(site, english)).Select(language => (language.Culture, language.Url)));
        Assert.False(await IsStaleAsync(site, english));

        await PublishAsync(site, source.ItemId, "Le programme", "Texte nouveau.\n");
        Assert.True(await IsStaleAsync(site, english));

        Assert.True((await site.AskAsync<Translate, Outcome<SavedDraft>>(act => act.CatchUpAsync(english, Cast.As(site.People.Author), default))).Value.IsNew);
        Assert.False(await IsStaleAsync(site, english));
    }

    [Fact]
    public async Task One_translation_a_language_and_only_of_a_page_that_is_ones_own()
    {
        await using var site = await PublishedAsync();
        var page = await site.LatestAsync("le-programme");
        Assert.Equal("access.denied", (await site.AskAsync<Translate, Outcome<string>>(act => act.BeginAsync(page.ItemId, Cast.As(site.People.OtherAuthor), default))).Refusal!.Code);

        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BeginAsync(site, page.ItemId)));

        Assert.Single(clicks, click => click.IsDone);
        Assert.All(clicks.Where(click => !click.IsDone), click => Assert.Equal("content.translation-exists", click.Refusal!.Code));
        Assert.Equal("content.translation-type", (await BeginAsync(site, (await site.LatestAsync("cours")).ItemId)).Refusal!.Code);
    }

    private static async Task<ContentSite> PublishedAsync()
    {
        var site = await ContentSite.OpenAsync();
        await site.InstallAsync(APackage.Whole());
        await site.ApproveAllAsync();
        return site;
    }

    private static Task<Outcome<string>> BeginAsync(ContentSite site, string itemId) =>
        site.AskAsync<Translate, Outcome<string>>(act => act.BeginAsync(itemId, Cast.As(site.People.Author), default));

    private static async Task PublishAsync(ContentSite site, string itemId, string title, string text)
    {
        var latest = (await site.AskAsync<DocumentQueries, ContentVersion?>(queries => queries.LatestAsync(itemId, default)))!;
        Assert.True((await site.AskAsync<SaveDraft, Outcome<SavedDraft>>(act => act.SaveAsync(new DraftInput(itemId, latest.VersionId, title, "Résumé.", text), Cast.As(site.People.Author), default))).IsDone);
        Assert.True((await site.AskAsync<SubmitForReview, Outcome<SubmissionId>>(act => act.SubmitAsync(itemId, Cast.As(site.People.Author), default))).IsDone);
        await site.ApproveAllAsync();
    }

    private static Task<IReadOnlyList<PageLanguage>> LanguagesAsync(ContentSite site, string itemId) =>
        site.AskAsync<TranslationQueries, IReadOnlyList<PageLanguage>>(queries => queries.LanguagesOfAsync(itemId, default));

    private static async Task<bool> IsStaleAsync(ContentSite site, string itemId)
    {
        var set = (await site.AskAsync<TranslationQueries, TranslationSet?>(queries => queries.FindAsync(itemId, default)))!;
        return set.IsStale(Assert.Single(set.Translations));
    }
}

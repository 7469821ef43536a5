using System.Text.Encodings.Web;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Html;
using Tn.Platform.Search;

namespace Tn.Platform.Tests.Search;

public class FindingTests
{
    private static readonly SearchDocument Electrician = new("person", "1", "Léa Martin", "J’accompagne les artisans : un électricien, deux plombiers, et l’électricité qu’ils posent.", "/annuaire/lea-martin")
    {
        Axes = ["gestion"],
        Departments = ["87"],
        Category = "advisor",
        Keywords = "Limoges Haute-Vienne",
    };

    private static readonly SearchDocument Invoices = new("lesson", "2", "La facturation électronique", "Émettre des factures conformes avant l’échéance de 2027.", "/formations/facturation/1") { Axes = ["gestion"] };

    private static readonly SearchDocument Safety = new("lesson", "3", "Cybersécurité : les bons réflexes", "Sauvegarder ses données, mettre à jour, choisir ses mots de passe.", "/formations/cyber/1") { Axes = ["cybersecurite"] };

    private static readonly SearchDocument Both = new("person", "4", "Noé Petit", "Cybersécurité et données des petites entreprises.", "/annuaire/noe-petit")
    {
        Axes = ["cybersecurite", "donnees"],
        Departments = ["87", "23"],
        Category = "consultant",
    };

    private static readonly SearchDocument[] All = [Electrician, Invoices, Safety, Both];

    [Theory]
    [InlineData("electricien", "1")]
    [InlineData("électricien", "1")]
    [InlineData("Électriciens", "1")]
    [InlineData("l’électricité", "1")]
    [InlineData("l'electricite", "1")]
    [InlineData("L`ÉLECTRICITÉ", "1")]
    [InlineData("facturations", "2")]
    [InlineData("facturation electronique", "2")]
    [InlineData("faturation", "2")]
    [InlineData("limoges", "1")]
    [InlineData("électricien à Limoges", "1")]
    [InlineData("LEA MARTIN", "1")]
    public async Task French_is_found_however_it_is_typed(string text, string expected)
    {
        await using var site = await ASearchSite.OpenAsync(All);

        Assert.Equal(expected, site.Find(text)[0]);
    }

    [Theory]
    [InlineData("cybersecurté")]
    [InlineData("cybresécurité")]
    [InlineData("cyberseccurité")]
    [InlineData("cyber")]
    public async Task One_wrong_letter_or_an_unfinished_word_is_forgiven(string text)
    {
        await using var site = await ASearchSite.OpenAsync(All);

        Assert.Equal(["3", "4"], site.Find(text).Order());
    }

    [Fact]
    public async Task A_short_unknown_word_is_not_bent_into_another()
    {
        await using var site = await ASearchSite.OpenAsync(All);

        Assert.Empty(site.Find("lez"));
    }

    [Fact]
    public async Task An_unknown_word_brings_a_suggestion_as_it_is_written()
    {
        await using var site = await ASearchSite.OpenAsync(All);

        Assert.Equal("cybersécurité Limoges", site.Search("cybersecurté Limoges").Suggestion);
        Assert.Equal("l’électricien", site.Search("l’elektricien").Suggestion);
        Assert.Null(site.Search("facturation").Suggestion);
    }

    [Fact]
    public async Task A_title_weighs_more_than_a_body()
    {
        await using var site = await ASearchSite.OpenAsync(All);

        Assert.Equal("3", site.Find("cybersécurité")[0]);
    }

    [Fact]
    public async Task Documents_with_some_of_the_words_are_shown_when_none_has_all_and_it_is_said()
    {
        await using var site = await ASearchSite.OpenAsync(All);

        var results = site.Search("facturation xylophone");

        Assert.True(results.IsLoosened);
        Assert.Equal("2", Assert.Single(results.Hits).Id);
        Assert.False(site.Search("facturation électronique").IsLoosened);
    }

    [Fact]
    public async Task Each_result_says_which_words_it_answers_and_where()
    {
        await using var site = await ASearchSite.OpenAsync(All);

        var hit = Assert.Single(site.Search("electricien à limoges").Hits);

        Assert.Equal([new SearchMatch("limoges", "Limoges", SearchPlace.Keywords), new SearchMatch("electricien", "électricien", SearchPlace.Body)], hit.Why);
    }

    [Fact]
    public async Task Facets_are_counted_under_all_filters_but_their_own()
    {
        await using var site = await ASearchSite.OpenAsync(All);

        var results = site.Engine.Search(new SearchQuery(string.Empty) { Kinds = ["person"], Axes = ["donnees"] });

        Assert.Equal(1, results.Total);
        Assert.Equal([new FacetCount("cybersecurite", 1), new FacetCount("donnees", 1), new FacetCount("gestion", 1)], results.Facets.Axes);
        Assert.Equal([new FacetCount("23", 1), new FacetCount("87", 1)], results.Facets.Departments);
        Assert.Equal([new FacetCount("person", 1)], results.Facets.Kinds);
        Assert.Equal([new FacetCount("consultant", 1)], results.Facets.Categories);
    }

    [Fact]
    public async Task Facets_add_up_over_several_segments()
    {
        await using var site = await ASearchSite.OpenAsync(All);
        await site.ChangeAsync(Electrician with { Id = "5", Axes = ["donnees"] });
        await site.Keeper.CatchUpAsync(default);

        var axes = site.Search(string.Empty).Facets.Axes.ToDictionary(count => count.Value, count => count.Count);

        Assert.Equal(2, axes["donnees"]);
        Assert.Equal(2, axes["gestion"]);
    }

    [Fact]
    public async Task Without_a_question_everything_is_listed_by_title_in_pages()
    {
        await using var site = await ASearchSite.OpenAsync(All);

        var first = site.Engine.Search(new SearchQuery(string.Empty) { Size = 3 });
        var second = site.Engine.Search(new SearchQuery(string.Empty) { Size = 3, Page = 2 });

        Assert.Equal(4, second.Total);
        Assert.Equal(["3", "2", "1", "4"], first.Hits.Concat(second.Hits).Select(hit => hit.Id));
        Assert.Empty(site.Engine.Search(new SearchQuery(string.Empty) { Page = int.MaxValue }).Hits);
    }

    [Fact]
    public async Task A_list_of_ids_limits_what_is_found()
    {
        await using var site = await ASearchSite.OpenAsync(All);

        Assert.Equal("4", Assert.Single(site.Engine.Search(new SearchQuery("cybersécurité") { OnlyIds = ["4", "1"] }).Hits).Id);
        Assert.Empty(site.Engine.Search(new SearchQuery("cybersécurité") { OnlyIds = [] }).Hits);
    }

    [Fact]
    public async Task An_excerpt_marks_what_was_found_and_encodes_everything_else()
    {
        await using var site = await ASearchSite.OpenAsync(
            new SearchDocument("lesson", "x", "Titre", "<script>alert(1)</script> & la <b onclick=x>facturation</b> des \"artisans\" <mark>", "/x"));

        var excerpt = Html(Assert.Single(site.Search("facturations").Hits).Excerpt);

        Assert.Contains("<mark>facturation</mark>", excerpt, StringComparison.Ordinal);
        Assert.Equal(1, excerpt.Split("<mark>").Length - 1);
        Assert.DoesNotContain("<script", excerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("<b", excerpt, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_excerpt_is_taken_where_the_words_are()
    {
        var body = string.Join(' ', Enumerable.Repeat("mot", 2_000)) + " puis la sauvegarde du boulanger " + string.Join(' ', Enumerable.Repeat("fin", 2_000));
        await using var site = await ASearchSite.OpenAsync(new SearchDocument("lesson", "x", "Titre", body, "/x"));

        var excerpt = Html(Assert.Single(site.Search("sauvegardes boulanger").Hits).Excerpt);

        Assert.Contains("<mark>sauvegarde</mark> du <mark>boulanger</mark>", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 100, 320);
    }

    [Theory]
    [InlineData("title:*")]
    [InlineData("*")]
    [InlineData("(((((((((")]
    [InlineData("\"facturation")]
    [InlineData("facturation~99 AND OR NOT ^^ -+!{}[]/\\")]
    [InlineData("'; DROP TABLE network_profiles; --")]
    [InlineData("\0\u0001\uFFFE")]
    [InlineData("😀😀😀 \uD800")]
    [InlineData("’’’''")]
    public async Task Hostile_questions_are_words_like_any_other(string text)
    {
        await using var site = await ASearchSite.OpenAsync(All);

        var results = site.Search(text);

        Assert.True(results.IsReady);
        Assert.InRange(results.Total, 0, 2);
    }

    [Fact]
    public async Task A_very_long_question_is_read_up_to_its_bounds()
    {
        await using var site = await ASearchSite.OpenAsync(All);

        Assert.True(site.Search(string.Join(' ', Enumerable.Range(0, 100_000).Select(number => $"mot{number}"))).IsReady);
        Assert.True(site.Search(new string('a', 1_000_000)).IsReady);
    }

    [Property(MaxTest = 300)]
    public bool Any_text_can_be_read_as_words(string? text)
    {
        var trimmed = QuestionReader.Trim(text);
        return FrenchWords.Read(trimmed, QuestionReader.MostWords).TrueForAll(word => word.Start >= 0 && word.End <= trimmed.Length && word.Start <= word.End);
    }

    [Theory]
    [InlineData("cybersecurite", "cybersecurte", true)]
    [InlineData("cybersecurite", "cybresecurite", true)]
    [InlineData("cybersecurite", "cybersecurita", true)]
    [InlineData("limoges", "limoge", true)]
    [InlineData("limoges", "bimoges", false)]
    [InlineData("limoges", "limo", false)]
    [InlineData("abcd", "abdc", true)]
    [InlineData("abcd", "adcb", false)]
    public void One_letter_away_is_one_edit_after_the_first_letter(string left, string right, bool expected) =>
        Assert.Equal(expected, Spelling.IsOneLetterAway(left, right));

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}

using Microsoft.EntityFrameworkCore;
using Tn.Content.Documents;
using Tn.Content.Documents.Words;
using Tn.Content.Types;

namespace Tn.Content.Tests.Documents;

/// <summary>The desk's list: what it finds, and that it reads an index whatever the table holds.</summary>
public sealed class Listing
{
    public static TheoryData<string> Filters => ["tous", "publie", "brouillon", "supprime", "type", "axe", "proprietaire", "titre", "relire"];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_page_of_the_list_is_read_from_an_index_without_sorting(string name)
    {
        await using var site = await ContentSite.OpenAsync();
        var plan = await PlanAsync(site, Filter(name, site.People.Author.Id));

        Assert.NotEmpty(plan);
        Assert.All(plan.Where(line => line.StartsWith("SCAN", StringComparison.Ordinal) || line.StartsWith("SEARCH", StringComparison.Ordinal)), line => Assert.Contains("INDEX", line, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_rare_word_is_looked_up_first_whatever_the_filter_beside(string name)
    {
        await using var site = await ContentSite.OpenAsync();
        await site.BeginAsync(ContentTypes.News, "Zèbre", site.People.Author);

        var plan = await PlanAsync(site, Filter(name, site.People.Author.Id) with { Text = "zebre" });

        Assert.Contains(plan, line => line.Contains("content_versions_1 (VersionId=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("IX_content_listed", StringComparison.Ordinal) || line.Contains("IX_content_versions_ContentType", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_finds_by_axis_review_day_state_and_owner()
    {
        await using var site = await ContentSite.OpenAsync();
        var author = site.People.Author;
        var course = await site.BeginAsync(ContentTypes.Course, "Zèbre", author);
        await site.WriteCourseAsync(course, author);
        var news = await site.BeginAsync(ContentTypes.News, "Annonce", site.People.OtherAuthor);
        await site.BeginAsync(ContentTypes.News, "À jeter", author);
        var gone = (await site.ReadAsync(db => db.Set<ContentVersion>().SingleAsync(row => row.DisplayText == "À jeter"))).ItemId;
        await site.DeleteAsync(gone, author);
        Task<DocumentList> Find(DocumentFilter filter) => site.AskAsync<DocumentQueries, DocumentList>(queries => queries.ListAsync(filter, default));
        var all = new DocumentFilter(null, null, null, null, 1);

        Assert.Equal(4, (await Find(all)).Total);
        Assert.Equal([gone], (await Find(all with { State = DocumentFilter.Deleted })).Items.Select(line => line.ItemId));
        Assert.Equal([course], (await Find(all with { Axis = "presence-en-ligne" })).Items.Select(line => line.ItemId));
        Assert.Equal([course], (await Find(all with { ReviewBefore = new DateOnly(2027, 12, 31) })).Items.Select(line => line.ItemId));
        Assert.Empty((await Find(all with { ReviewBefore = new DateOnly(2027, 1, 1) })).Items);
        Assert.Equal([news], (await Find(all with { Owner = site.People.OtherAuthor.Id })).Items.Select(line => line.ItemId));
        Assert.Equal(news, (await Find(all with { Sort = DocumentSort.Title })).Items[0].ItemId);
        Assert.Equal([course], (await Find(all with { Sort = DocumentSort.ReviewBy })).Items.Select(line => line.ItemId));
        Assert.Equal([news], (await Find(all with { Text = "annon" })).Items.Select(line => line.ItemId));
    }

    [Theory]
    [InlineData("Été", "ete")]
    [InlineData("  d’œuvre-là 2027 ", "d oeuvre la 2027")]
    [InlineData("?!", "")]
    public void A_title_is_found_by_its_words_without_accents(string text, string words) =>
        Assert.Equal(words, string.Join(' ', TitleWords.Of(text)));

    [Theory]
    [InlineData("été", 1)]
    [InlineData("ete chau", 1)]
    [InlineData("Un été", 1)]
    [InlineData("recette-de", 2)]
    [InlineData("recette zèbre", 0)]
    [InlineData("recette", 2)]
    [InlineData("?", 1)]
    public async Task Every_word_typed_or_its_beginning_is_in_the_title_or_the_address(string text, int found)
    {
        await using var site = await ContentSite.OpenAsync();
        foreach (var title in new[] { "Un été chaud", "Recette de l’hiver", "Recette de printemps ?" })
        {
            await site.BeginAsync(ContentTypes.News, title, site.People.Author);
        }

        Task<DocumentList> Find() => site.AskAsync<DocumentQueries, DocumentList>(queries => queries.ListAsync(new DocumentFilter(text, null, null, null, 1), default));
        Assert.Equal(found, (await Find()).Total);
        Assert.Equal(found, (await Find()).Items.Count);
    }

    [Fact]
    public async Task A_title_older_than_the_index_is_found_before_and_after_it_is_indexed()
    {
        await using var site = await ContentSite.OpenAsync();
        await site.BeginAsync(ContentTypes.News, "Une annonce", site.People.Author);
        await site.ReadAsync(async db =>
        {
            await db.Set<TitleWord>().ExecuteDeleteAsync();
            return await db.Set<ContentVersion>().ExecuteUpdateAsync(set => set.SetProperty(row => row.HasWords, false));
        });
        Task<DocumentList> Find() => site.AskAsync<DocumentQueries, DocumentList>(queries => queries.ListAsync(new DocumentFilter("annonce", null, null, null, 1), default));
        Assert.Equal(1, (await Find()).Total);

        await site.AskAsync<IndexTitles, bool>(async work =>
        {
            await work.RunAsync(default);
            return true;
        });
        Assert.Equal(["annonce", "une"], await site.ReadAsync(db => db.Set<TitleWord>().Select(row => row.Word).OrderBy(word => word).ToListAsync()));
        Assert.Equal(1, (await Find()).Total);
    }

    private static Task<List<string>> PlanAsync(ContentSite site, DocumentFilter filter) => site.AskAsync<DocumentQueries, List<string>>(async queries =>
    {
        await using var command = (await queries.PageAsync(filter, default)).CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await command.Connection!.OpenAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return lines;
    });

    private static DocumentFilter Filter(string name, PersonId owner)
    {
        var all = new DocumentFilter(null, null, null, null, 3);
        return name switch
        {
            "publie" or "brouillon" or "supprime" => all with { State = name },
            "type" => all with { ContentType = ContentTypes.Lesson },
            "axe" => all with { Axis = "donnees" },
            "proprietaire" => all with { Owner = owner },
            "titre" => all with { Sort = DocumentSort.Title },
            "relire" => all with { Sort = DocumentSort.ReviewBy, ReviewBefore = new DateOnly(2027, 1, 1) },
            _ => all,
        };
    }
}

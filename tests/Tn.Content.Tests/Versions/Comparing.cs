using AngleSharp.Html.Parser;
using FsCheck.Xunit;

using Tn.Content.Documents;
using Tn.Content.Documents.Versions;

namespace Tn.Content.Tests.Versions;

public sealed class Comparing
{
    [Fact]
    public void Words_that_came_and_went_are_marked_within_their_paragraph()
    {
        var compared = HtmlComparison.Between("<h2 id=\"s-a\">Titre</h2><p>Le chat <strong>noir</strong> dort.</p>", "<h2 id=\"s-a\">Titre</h2><p>Le chat <strong>blanc</strong> dort.</p>");

        Assert.Equal("<h2>Titre</h2><p>Le chat <del><strong>noir</strong></del><ins><strong>blanc</strong></ins> dort.</p>", Bare(compared.Html));
    }

    [Fact]
    public void A_change_is_said_in_words_too()
    {
        var compared = HtmlComparison.Between("<p>Un deux trois quatre</p>", "<p>Un deux trois cinq</p>");

        Assert.Contains("<span class=\"tn-visually-hidden\">[enlevé :] </span>quatre", compared.Html);
        Assert.Contains("<span class=\"tn-visually-hidden\">[ajouté :] </span>cinq", compared.Html);
    }

    [Fact]
    public void Items_and_rows_that_came_or_went_stay_items_and_rows()
    {
        var list = HtmlComparison.Between("<ul><li>Un</li><li>Deux</li></ul>", "<ul><li>Un</li><li>Trois mots nouveaux</li><li>Deux</li></ul>");
        var table = HtmlComparison.Between("<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>", "<table><tbody><tr><td>a</td></tr></tbody></table>");

        Assert.Equal("<ul><li>Un</li><li><ins>Trois mots nouveaux</ins></li><li>Deux</li></ul>", Bare(list.Html));
        Assert.Equal("<table><tbody><tr><td>a</td></tr><tr><td><del>b</del></td></tr></tbody></table>", Bare(table.Html));
    }

    [Fact]
    public void Nothing_is_said_when_nothing_changed_and_all_when_there_was_nothing()
    {
        Assert.False(HtmlComparison.Between("<p>Un</p>", "<p>Un</p>").Changed);
        Assert.False(HtmlComparison.Between("<p>Un  deux</p>", "<p>Un deux</p>").Changed);
        Assert.Equal("<p><ins>Un</ins></p>", Bare(HtmlComparison.Between(string.Empty, "<p>Un</p>").Html));
        Assert.Equal("<p><del>Un</del></p>", Bare(HtmlComparison.Between("<p>Un</p>", string.Empty).Html));
    }

    [Fact]
    public void Texts_too_large_for_a_quadratic_comparison_are_told_as_replaced_whole()
    {
        var before = Enumerable.Range(0, Sequences.Maximum + 1).Select(number => $"a{number}").ToList();
        var after = Enumerable.Range(0, Sequences.Maximum + 1).Select(number => $"b{number}").ToList();

        Assert.Equal([new SequenceRun(0, before.Count, 0, after.Count, 0)], Sequences.Between(before, after));
        Assert.True(HtmlComparison.Between(Paragraphs(before), Paragraphs(after)).Changed);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(HtmlBlocks)])]
    public void The_newer_text_is_what_is_not_struck_and_the_older_what_is_not_underlined(Sentence[] before, Sentence[] after)
    {
        var old = string.Concat(before.Select(one => one.Html));
        var now = string.Concat(after.Select(one => one.Html));

        var compared = HtmlComparison.Between(old, now).Html;

        Assert.Equal(Letters(now), Letters(compared, "span", "del"));
        Assert.Equal(Letters(old).Order(), Letters(compared, "span", "ins").Order());
    }

    [Fact]
    public void A_question_whose_key_changed_says_so_and_one_whose_words_changed_does_not()
    {
        var before = Question("q1", ("Oui, toujours", 1), ("Non, jamais", 0));
        var otherKey = Question("q1", ("Oui, toujours", 0), ("Non, jamais", 1));
        var otherWords = Question("q1", ("Oui, bien toujours", 1), ("Non, jamais", 0));

        Assert.True(Assert.Single(QuestionComparison.Between([before], [otherKey])).KeyChanged);
        var reworded = Assert.Single(QuestionComparison.Between([before], [otherWords]));
        Assert.False(reworded.KeyChanged);
        Assert.Contains("<ins>bien", Bare(reworded.Choices[0].Text.Html));
        Assert.Empty(QuestionComparison.Between([before], [before]));
    }

    [Fact]
    public void Questions_that_came_or_went_and_wrong_choices_added_change_no_key()
    {
        var before = Question("q1", ("Oui", 1), ("Non", 0));
        var more = Question("q1", ("Oui", 1), ("Non", 0), ("Peut-être un jour", 0));
        var other = Question("q2", ("Oui", 1), ("Non", 0));

        Assert.False(Assert.Single(QuestionComparison.Between([before], [more])).KeyChanged);
        var changes = QuestionComparison.Between([before], [other]);
        Assert.Equal([("q2", false), ("q1", true)], changes.Select(change => (change.Id, change.After is null)));
        Assert.All(changes, change => Assert.False(change.KeyChanged));
    }

    [Fact]
    public void Fields_are_compared_value_by_value()
    {
        var parts = new ContentParts { TitlePart = new TitlePart("Un"), LearningPart = new LearningPart { Minutes = 10, Objectives = ["Savoir", "Faire"] } };
        var other = parts with { TitlePart = new TitlePart("Deux"), LearningPart = parts.LearningPart with { Objectives = ["Savoir"] }, MarkdownBodyPart = new MarkdownBodyPart("texte") };

        var changes = FieldComparison.Between(Version(parts), Version(other));

        Assert.Equal([("TitlePart", "Title", "Un", "Deux"), ("LearningPart", "Objectives", "Savoir\nFaire", "Savoir")], changes.Select(change => (change.Part, change.Field, change.Before, change.After)));
        Assert.Equal("content.field.TitlePart.Title", changes[0].Code);
    }

    private static ContentVersion Version(ContentParts parts) =>
        ContentVersion.Draft(ContentId.New(), new DraftContent("Page", "page", parts, RenderedBody.Empty), null, null, "x", ContentSite.Now);

    private static Question Question(string id, params IEnumerable<(string Text, decimal Weight)> choices) =>
        new(id, QuestionKind.SingleChoice, "<p>Énoncé ?</p>", [.. choices.Select(choice => new Choice(Content.Questions.QuestionBuilder.ChoiceId(id, choice.Text), choice.Text, choice.Weight, string.Empty))], string.Empty, null);

    /// <summary>Without the words for screen readers.</summary>
    private static string Bare(string html) => Without(html, "span").InnerHtml;

    private static string Letters(string html, params string[] elements) => string.Concat(Without(html, elements).TextContent.Where(letter => !char.IsWhiteSpace(letter)));

    private static AngleSharp.Dom.IElement Without(string html, params string[] elements)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var element in elements.SelectMany(name => body.QuerySelectorAll(name)).ToList())
        {
            element.Remove();
        }

        return body;
    }

    /// <summary>A block of a few words, with or without emphasis.</summary>
    public sealed record Sentence(string Html);

    private static string Paragraphs(IEnumerable<string> words) => string.Concat(words.Select(word => $"<p>{word}</p>"));
}

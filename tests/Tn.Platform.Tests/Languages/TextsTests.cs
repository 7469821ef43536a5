using System.Globalization;
using System.Resources;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Tn.Kernel;
using Tn.Platform.Web;

namespace Tn.Platform.Tests.Languages;

/// <summary>A text in the reader's language: French as it is written, English from a book.</summary>
public sealed class TextsTests : IDisposable
{
    private static readonly DateOnly Day = new(2027, 1, 14);
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private readonly Texts texts = new([new TextBook(new ABook(new()
    {
        ["Écrit le {0} par {1}."] = "Written by {1} on {0}.",
        ["Voir <a href=\"/x\">{0}</a>"] = "See <a href=\"/x\">{0}</a>",
        ["leçon|leçons"] = "lesson|lessons",
    }))]);

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Fact]
    public void French_is_said_as_it_is_written()
    {
        CultureInfo.CurrentUICulture = French.Culture;

        Assert.Equal("Écrit le jeudi 14 janvier 2027 par Zoé.", texts[$"Écrit le {texts.Date(Day)} par {"Zoé"}."]);
        Assert.Equal("0 leçon", texts.Count(0, "leçon", "leçons"));
    }

    [Fact]
    public void English_orders_its_words_as_it_needs()
    {
        CultureInfo.CurrentUICulture = Platform.Web.Languages.English;

        Assert.Equal("Written by Zoé on Thursday 14 January 2027.", texts[$"Écrit le {texts.Date(Day)} par {"Zoé"}."]);
        Assert.Equal("0 lessons", texts.Count(0, "leçon", "leçons"));
        Assert.Equal("1 lesson", texts.Count(1, "leçon", "leçons"));
        Assert.Equal("Sans traduction", texts["Sans traduction"]);
    }

    [Fact]
    public void A_value_that_looks_like_a_place_stays_a_value()
    {
        CultureInfo.CurrentUICulture = Platform.Web.Languages.English;

        Assert.Equal("Written by {0} on {1}.", texts[$"Écrit le {"{1}"} par {"{0}"}."]);
    }

    [Fact]
    public void Markup_of_the_text_is_kept_and_that_of_a_value_is_not()
    {
        CultureInfo.CurrentUICulture = Platform.Web.Languages.English;

        Assert.Equal("See <a href=\"/x\">&lt;b&gt;</a>", Written(texts.Html($"Voir <a href=\"/x\">{"<b>"}</a>")));
    }

    [Theory]
    [InlineData("jeudi 14 janvier 2027", "Thursday 14 January 2027")]
    [InlineData("1er août 2027", "1 August 2027")]
    [InlineData("jeudi 14 janvier 2027 à 9 h 05", "Thursday 14 January 2027 at 09:05")]
    [InlineData("31 février 2027", "31 février 2027")]
    [InlineData("12 items parmi 2027", "12 items parmi 2027")]
    public void A_sentence_says_in_English_the_days_it_was_given_in_French(string given, string said)
    {
        CultureInfo.CurrentUICulture = Platform.Web.Languages.English;
        var sentences = new Sentences([new SentenceBook(new ABook(new() { ["late"] = "Until {date}." }))]);
        var values = new Dictionary<string, string> { ["date"] = given };

        Assert.Equal($"Until {said}.", sentences.Of("late", values));
        Assert.Equal($"Until {given}.", sentences.InFrench.Of("late", values));
    }

    private static string Written(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private sealed class ABook(Dictionary<string, string> entries) : ResourceManager
    {
        public override string? GetString(string name, CultureInfo? culture) => entries.GetValueOrDefault(name);

        public override ResourceSet GetResourceSet(CultureInfo culture, bool createIfNotExists, bool tryParents) => new(new Entries(entries));
    }

    private sealed class Entries(Dictionary<string, string> entries) : IResourceReader
    {
        public System.Collections.IDictionaryEnumerator GetEnumerator() => new System.Collections.Hashtable(entries).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public void Close()
        {
        }

        public void Dispose()
        {
        }
    }
}

using AngleSharp.Html.Parser;
using Tn.Content.Documents;
using Tn.Content.Rendering;

namespace Tn.Content.Tests.Rendering;

/// <summary>What people try: none of it may leave the renderer alive, wherever it is written.</summary>
public sealed class HostileMarkdown
{
    private static readonly string[] Payloads = ReadCorpus();

    // One file for all who let strangers write: tests/Tn.Testing/hostile-corpus.json.
    private static string[] ReadCorpus()
    {
        using var file = typeof(HostileMarkdown).Assembly.GetManifestResourceStream("hostile-corpus.json")!;
        return System.Text.Json.JsonSerializer.Deserialize<string[]>(file)!;
    }

    private static readonly HashSet<string> Attributes = ["href", "src", "alt", "title", "id", "class", "colspan", "rowspan", "start", "rel", "aria-label", "scope", "tabindex", "role"];

    private static readonly HashSet<string> Elements =
    [
        "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "em", "strong", "b", "i", "del", "ins", "sub", "sup", "a", "img",
        "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "hr", "br", "div", "span", "abbr", "kbd", "mark", "cite", "q", "small",
    ];

    public static TheoryData<string> Corpus() => [.. Payloads];

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task In_a_lesson(string payload)
    {
        foreach (var text in new[] { payload, $"## Titre\n\n{payload}\n\nFin.", $"- {payload.Replace("\n", "\n  ")}", $"> {payload.Replace("\n", "\n> ")}", $":::cas\n{payload}\n:::", $":::animateur\n{payload}\n:::" })
        {
            var result = await Renderers.Body.RenderAsync(ContentTypes.Lesson, text, "essai.md", default);
            AssertHarmless(string.Concat(result.Body?.Parts.Select(part => part.Html) ?? []));
        }
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task In_a_question(string payload)
    {
        var safe = string.Concat(payload.Replace("\n\n", "\n").Select(letter => "\\~=#{}:".Contains(letter) ? $"\\{letter}" : $"{letter}"));
        foreach (var format in new[] { string.Empty, "[html]", "[markdown]", "[plain]" })
        {
            var text = $"::q1::{format}{safe} ? {{\n~{safe} un#{safe}\n={safe} deux#{safe}\n~trois#x\n####{safe}\n}}\n";
            var result = await Renderers.Body.RenderAsync(ContentTypes.QuestionBank, text, "essai.gift", default);
            if (payload.Contains('\0'))
            {
                Assert.Null(result.Body);
                continue;
            }

            var question = Assert.Single(result.Body!.Questions);
            AssertHarmless(question.StemHtml + question.GeneralFeedbackHtml + string.Concat(question.Choices.Select(choice => choice.TextHtml + choice.FeedbackHtml)));
        }
    }

    [Fact]
    public void The_corpus_is_large_enough() => Assert.True(Payloads.Distinct().Count() >= 200);

    [Fact]
    public void The_check_itself_sees_a_live_script()
    {
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertHarmless("<img src=x onerror=alert(1)>"));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertHarmless("<a href=\"javascript:alert(1)\">x</a>"));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertHarmless("<p id=contenu>x</p>"));
    }

    /// <summary>Read again as a browser would, only known elements and attributes are left, and every address is harmless.</summary>
    private static void AssertHarmless(string html)
    {
        using var document = new HtmlParser().ParseDocument($"<body>{html}</body>");
        Assert.Empty(document.Head!.Children);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Elements);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, Attributes));
            Assert.All(element.ClassList, name => Assert.Matches("^(tn-block(__title|--[a-z-]+)?|tn-table(-scroll)?|footnote(s|-ref|-back-ref))$", name));
            Assert.Matches("^$|^s[-a-z0-9]*$|^fn(ref)?:", element.Id ?? string.Empty);
            Assert.Matches("^$|^(https://|mailto:|#|/(?![/\\\\])|[A-Za-z0-9._-]+($|[/?#]))", element.GetAttribute("href") ?? string.Empty);
            Assert.Matches("^$|^/[A-Za-z0-9]", element.GetAttribute("src") ?? string.Empty);
            if (element.GetAttribute("href")?.StartsWith("https:", StringComparison.Ordinal) == true)
            {
                Assert.Equal("noopener", element.GetAttribute("rel"));
            }
        }
    }
}

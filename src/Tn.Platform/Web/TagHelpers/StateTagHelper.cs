using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>A state in a line or a table: icon and word.</summary>
[HtmlTargetElement("tn-state")]
public sealed class StateTagHelper : TagHelper
{
    /// <summary><c>success</c>, <c>warning</c>, <c>danger</c>, <c>info</c> or <c>neutral</c>.</summary>
    public string Kind { get; set; } = "neutral";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var kind = TagHelpers.Kind.Known(Kind);
        var word = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tn-state tn-state--{kind}");
        output.Content.SetHtmlContent(TagHelpers.Kind.IconOf(kind)).AppendHtml(Tag.Of("span").Add(word));
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>An empty list: what it will hold and how to begin.</summary>
[HtmlTargetElement("tn-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tn-empty");
        output.Content
            .SetHtmlContent(Tag.Of("p", "tn-empty__title").Text(Title))
            .AppendHtml(Tag.Of("div", "tn-empty__words").Add(words));
    }
}

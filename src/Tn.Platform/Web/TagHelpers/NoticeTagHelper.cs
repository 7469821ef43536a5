using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>A boxed sentence with its icon.</summary>
[HtmlTargetElement("tn-notice")]
public sealed class NoticeTagHelper(Texts texts) : TagHelper
{
    /// <summary><c>info</c>, <c>success</c>, <c>warning</c> or <c>danger</c>.</summary>
    public string Kind { get; set; } = "info";

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var kind = TagHelpers.Kind.Known(Kind);
        var words = Tag.Of("div", "tn-notice__words").Add(Tag.Heard(texts[TagHelpers.Kind.WordOf(kind)]));
        if (Title is not null)
        {
            words.Add(Tag.Of("p", "tn-notice__title").Text(Title));
        }

        words.Add(await output.GetChildContentAsync());
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tn-notice tn-notice--{kind}");
        output.Content.SetHtmlContent(TagHelpers.Kind.IconOf(kind)).AppendHtml(words);
    }
}

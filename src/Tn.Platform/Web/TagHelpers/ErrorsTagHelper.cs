using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>What is to be corrected, each line leading to its field. Writes nothing when all is right.</summary>
[HtmlTargetElement("tn-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ViewData.ModelState
            .SelectMany(entry => entry.Value?.Errors.Select(error => (Field: entry.Key, Sentence: FormField.SentenceOf(error))) ?? [])
            .Distinct()
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tn-errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content
            .AppendHtml(Tag.Of("p", "tn-errors__title").Add(Icon.Danger).Add(Tag.Of("span").Text(errors.Count == 1 ? "Un point est à corriger" : $"{errors.Count} points sont à corriger")))
            .AppendHtml(List(errors));
    }

    private static TagBuilder List(IEnumerable<(string Field, string Sentence)> errors)
    {
        var list = Tag.Of("ul", "tn-errors__list");
        foreach (var (field, sentence) in errors)
        {
            list.Add(Tag.Of("li").Add(field.Length == 0
                ? Tag.Of("span").Text(sentence)
                : Tag.Of("a").With("href", "#" + FormField.IdOf(field)).Text(sentence)));
        }

        return list;
    }
}

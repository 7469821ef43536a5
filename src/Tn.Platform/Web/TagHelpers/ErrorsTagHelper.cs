using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>What is to be corrected, each line leading to its field. Writes nothing when all is right.</summary>
[HtmlTargetElement("tn-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper(Texts texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ViewData.ModelState
            .SelectMany(entry => entry.Value?.Errors.Select(error => (Field: entry.Key, Sentence: FormField.SentenceOf(error, texts))) ?? [])
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
            .AppendHtml(Tag.Of("p", "tn-errors__title").Add(Icon.Danger).Add(Tag.Of("span").Text(errors.Count == 1 ? texts["Un point est à corriger"] : texts[$"{errors.Count} points sont à corriger"])))
            .AppendHtml(new Lines(View, errors, texts));
    }

    /// <summary>Written once the whole page is: only then are the fields' labels known.</summary>
    private sealed class Lines(ViewContext view, IReadOnlyList<(string Field, string Sentence)> errors, Texts texts) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var list = Tag.Of("ul", "tn-errors__list");
            foreach (var (field, sentence) in errors)
            {
                list.Add(Tag.Of("li").Add(Line(field, sentence)));
            }

            list.WriteTo(writer, encoder);
        }

        private TagBuilder Line(string field, string sentence) => FieldLabels.Find(view, field) is { } label
            ? Tag.Of("a").With("href", "#" + FormField.IdOf(field)).Text(texts[$"{label} : {sentence}"])
            : Tag.Of("span").Text(sentence);
    }
}

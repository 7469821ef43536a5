using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>
/// One checkbox for a <see cref="bool"/>. Unchecked sends nothing, so the bound property must begin false:
/// nothing is ever accepted on somebody's behalf.
/// </summary>
[HtmlTargetElement("tn-check", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FormField(For, View, Label);
        var input = Tag.Of("input", "tn-choice__box")
            .With("type", "checkbox")
            .With("id", field.Id)
            .With("name", field.Name)
            .With("value", "true")
            .With("checked", field.Chosen?.Contains("true") == true ? "checked" : null)
            .With("aria-describedby", field.DescribedBy(Hint))
            .With("aria-invalid", field.Error is null ? null : "true");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        FieldFrame.MoveAttributes(output, input);
        FieldFrame.Open(output, field, "div");
        output.Content
            .AppendHtml(field.ErrorLine())
            .AppendHtml(Tag.Of("div", "tn-choice").Add(input).Add(Tag.Of("label", "tn-choice__label").With("for", field.Id).Text(Label)))
            .AppendHtml(field.Hint(Hint));
    }
}

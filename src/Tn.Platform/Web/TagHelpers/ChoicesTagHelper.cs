using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tn.Platform.Web.TagHelpers;

/// <summary>A question with its choices in view: radios, or checkboxes with <c>multiple</c>.</summary>
[HtmlTargetElement("tn-choices", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    public required string Legend { get; set; }

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    public required IEnumerable<SelectListItem> Items { get; set; }

    public bool Multiple { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new FormField(For, View, Legend);
        FieldFrame.Open(output, field, "fieldset");
        if (field.DescribedBy(Hint) is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        output.Content
            .AppendHtml(field.Words(Tag.Of("legend", "tn-field__label"), Legend, Optional))
            .AppendHtml(field.Hint(Hint))
            .AppendHtml(field.ErrorLine());
        var chosen = field.Chosen;
        var number = 0;
        foreach (var item in Items)
        {
            output.Content.AppendHtml(Choice(field, item, number++, chosen?.Contains(item.Value ?? item.Text) ?? item.Selected));
        }
    }

    // The first choice bears the field's own id, so that the summary of errors leads to it.
    private TagBuilder Choice(FormField field, SelectListItem item, int number, bool chosen)
    {
        var id = number == 0 ? field.Id : $"{field.Id}_{number}";
        var input = Tag.Of("input", "tn-choice__box")
            .With("type", Multiple ? "checkbox" : "radio")
            .With("id", id)
            .With("name", field.Name)
            .With("value", item.Value ?? item.Text)
            .With("checked", chosen ? "checked" : null)
            .With("disabled", item.Disabled ? "disabled" : null)
            .With("aria-invalid", field.Error is null ? null : "true");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return Tag.Of("div", "tn-choice").Add(input).Add(Tag.Of("label", "tn-choice__label").With("for", id).Text(item.Text));
    }
}
